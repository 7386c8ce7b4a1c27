import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeSet } from '../../src/backlog/change-set.js';
import { type FileSystem, nodeFileSystem } from '../../src/store/file-system.js';
import { hashText, type Journal, journalPath, writeJournal } from '../../src/store/journal.js';
import type { Place } from '../../src/store/place.js';
import { chooseDirections, type EntryState } from '../../src/store/recovery.js';
import { openStore } from '../../src/store/store.js';
import { type Problem, success } from '../../src/text/problem.js';
import { createDyingFiles, createFaultyFiles, Killed } from '../support/faulty-files.js';
import { hashFolder, listFiles } from '../support/folder.js';
import { buryLock } from '../support/killed-process.js';
import { makeSettings } from '../support/make-backlog.js';

/** An edit, a removal, a new file in a new folder, and a move. */
const before: Readonly<Record<string, string>> = {
  'a.md': 'old a',
  'b.md': 'old b',
  'items/m.md': 'moved',
};
const after: Readonly<Record<string, string>> = {
  'a.md': 'new a',
  'items/archive/c.md': 'new c',
  'items/archive/m.md': 'moved',
};
const changes: ChangeSet = [
  { path: 'a.md', before: 'old a', after: 'new a' },
  { path: 'b.md', before: 'old b', after: null },
  { path: 'items/archive/c.md', before: null, after: 'new c' },
  { path: 'items/archive/m.md', before: null, after: 'moved' },
  { path: 'items/m.md', before: 'moved', after: null },
];

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'storymark-recovery-'));
  onTestFinished(() => rmSync(top, { recursive: true }));
});

/** A folder of its own with the files as they are before. */
function prepare(): string {
  const root = mkdtempSync(join(top, 'x'));
  nodeFileSystem.makeFolder(join(root, 'items'));
  for (const [path, text] of Object.entries(before)) writeFileSync(join(root, path), text);
  return root;
}

/** Of each backlog its own, next to the folder that holds it. */
function stateOf(root: string): string {
  return `${root}.state`;
}

function placeOf(root: string): Place {
  return { root, state: stateOf(root), cache: null, anchors: [top, root] };
}

function journalOf(root: string): string {
  return journalPath(stateOf(root));
}

function open(root: string, files: FileSystem = nodeFileSystem) {
  const told: string[] = [];
  const lock = { timeout: 2000, tell: (message: string) => told.push(message) };
  return { ...openStore(files, placeOf(root), lock, success(makeSettings({}))), told };
}

/** Writes, and is killed before step `last`; true when it came to that. */
async function writeUntil(last: number, root: string): Promise<boolean> {
  const killed = await dies(open(root, createDyingFiles(last)).apply(changes));
  buryLock(stateOf(root));
  return killed;
}

async function dies(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

function readAll(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listFiles(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

/** The documents and nothing else, once the next writer has been there. */
async function settleAll(root: string) {
  expect(await open(root).recover()).toEqual([]);
  const read = readAll(root);
  const touched = await open(root).apply([{ path: 'z.md', before: null, after: 'z' }]);
  expect(touched.ok).toBe(true);
  expect(listFiles(root).filter((path) => /storymark/.test(path))).toEqual([]);
  expect(listFiles(stateOf(root))).toEqual([]);
  const { 'z.md': _, ...rest } = readAll(root);
  return { read, rest };
}

describe('a process killed at any step', () => {
  it('leaves a change set that the next one finds whole or absent, and no trace', async () => {
    const found = new Set<string>();
    for (let last = 1; ; last += 1) {
      const root = prepare();
      const isKilled = await writeUntil(last, root);
      const { read, rest } = await settleAll(root);
      expect([before, after], `step ${last}`).toContainEqual(rest);
      if (!existsSync(journalOf(root))) expect(withoutDrafts(read)).toEqual(rest);
      found.add(JSON.stringify(rest));
      if (!isKilled) break;
      expect(last).toBeLessThan(60);
    }
    expect(found.size).toBe(2);
  });

  it('may be followed by one killed while it sets things right', async () => {
    for (let last = 8; ; last += 1) {
      for (let again = 1; ; again += 1) {
        const root = prepare();
        const isKilled = await writeUntil(last, root);
        if (!isKilled) return;
        const isKilledAgain = await dies(open(root, createDyingFiles(again)).recover());
        buryLock(stateOf(root));
        const { rest } = await settleAll(root);
        expect([before, after], `steps ${last} and ${again}`).toContainEqual(rest);
        if (!isKilledAgain) break;
        expect(again).toBeLessThan(60);
      }
    }
  });

  it.each(['a.md', 'b.md', 'items/archive/c.md', 'items/archive/m.md', 'items/m.md'])(
    'loses nothing a person wrote since to %s, and the rest is whole or absent',
    async (edited) => {
      for (let last = 1; ; last += 1) {
        const root = prepare();
        const isKilled = await writeUntil(last, root);
        if (!isKilled) break;
        nodeFileSystem.makeFolder(join(root, 'items/archive'));
        appendFileSync(join(root, edited), ' and an edit');
        const written = readFileSync(join(root, edited), 'utf8');
        const { rest } = await settleAll(root);
        expect(rest[edited], `step ${last}`).toBe(written);
        const others = (state: Readonly<Record<string, string>>) =>
          Object.fromEntries(Object.entries(state).filter(([path]) => path !== edited));
        expect([others(before), others(after)], `step ${last}`).toContainEqual(others(rest));
      }
    },
  );
});

/** Drafts of a writer that died before its journal: no document, and the next writer's to clear. */
function withoutDrafts(read: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(read).filter(([path]) => !path.endsWith('-tmp')));
}

describe('what asking for the lock leaves', () => {
  it('of a process killed meanwhile goes with the next writer, of one that lives stays', async () => {
    const root = prepare();
    const child = spawn(process.execPath, ['-e', '0']);
    await once(child, 'exit');
    const state = stateOf(root);
    nodeFileSystem.makeFolder(state);
    const draftOf = (pid: number | undefined) => `lock.${pid}`;
    const ownerOf = (host: string) => JSON.stringify({ host, boot: '', pid: 1, started: '' });
    // Cut short before its first byte, whole, living, and on a machine that cannot be asked.
    writeFileSync(join(state, draftOf(child.pid)), '');
    writeFileSync(join(state, `lock.dead.${child.pid}`), ownerOf(hostname()));
    writeFileSync(join(state, draftOf(process.ppid)), ownerOf(hostname()));
    writeFileSync(join(state, draftOf(2 ** 30)), ownerOf('elsewhere'));
    const written = await open(root).apply([{ path: 'z.md', before: null, after: 'z' }]);
    expect(written.ok).toBe(true);
    expect(listFiles(state).toSorted()).toEqual([draftOf(process.ppid), draftOf(2 ** 30)].sort());
  });
});

let halfWay = 1;

/** Killed at the first step at which the journal is there and some files are replaced. */
async function interrupt(): Promise<string> {
  for (;;) {
    const root = prepare();
    await writeUntil(halfWay, root);
    if (existsSync(journalOf(root)) && !existsSync(join(root, 'b.md'))) return root;
    halfWay += 1;
    expect(halfWay).toBeLessThan(60);
  }
}

/** The lock is taken over at once; all else is as it was. */
function hashUnlocked(root: string) {
  const { lock: _, ...state } = hashFolder(stateOf(root));
  return { ...hashFolder(root), state };
}

describe('an interruption', () => {
  it('is settled once by those who find it together, and told', async () => {
    const root = await interrupt();
    const stores = [open(root), open(root), open(root)];
    expect(await Promise.all(stores.map((store) => store.recover()))).toEqual([[], [], []]);
    expect(stores.flatMap(({ told }) => told)).toEqual([
      'note: a command was interrupted while writing 5 files; finished it now',
    ]);
    expect(readAll(root)).toEqual(after);
  });

  it('that a person has crossed on both sides is left to them, with every byte', async () => {
    const root = await interrupt();
    writeFileSync(join(root, 'a.md'), 'new a, edited');
    writeFileSync(join(root, 'items/m.md'), 'edited too');
    const found = hashUnlocked(root);
    const [problem] = await open(root).recover();
    expect(problem).toMatchObject({ kind: 'interrupted' });
    expect(problem?.message).toContain('a.md, items/m.md changed since');
    expect(problem?.message).toContain('storymark doctor --fix');
    expect(hashUnlocked(root)).toEqual(found);
    const refused = await open(root).apply([{ path: 'z.md', before: null, after: 'z' }]);
    expect(refused.ok ? [] : refused.problems).toMatchObject([{ kind: 'interrupted' }]);
    expect(hashUnlocked(root)).toEqual(found);
  });

  it('is undone where a person put a file back as it was', async () => {
    const root = await interrupt();
    writeFileSync(join(root, 'a.md'), 'old a');
    const store = open(root);
    expect(await store.recover()).toEqual([]);
    expect(store.told[0]).toContain('undid it now, so run that command again');
    expect(readAll(root)).toEqual(before);
  });

  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EIO'])(
    'that cannot be settled because of %s is a problem, and is settled later',
    async (code) => {
      const root = await interrupt();
      const [problem] = await open(
        root,
        createFaultyFiles(code, () => true),
      ).recover();
      expect(problem).toMatchObject({ kind: 'interrupted' });
      const { rest } = await settleAll(root);
      expect(rest).toEqual(after);
    },
  );

  it('on a disk that fails once, at any step, is settled by this or the next', async () => {
    for (let failing = 1; failing < 60; failing += 1) {
      const root = await interrupt();
      const files = createFaultyFiles('EIO', (step) => step === failing);
      await open(root, files).recover();
      expect(await open(root).recover()).toEqual([]);
      expect([before, after], `step ${failing}`).toContainEqual(withoutDrafts(readAll(root)));
      if (files.steps() < failing) return;
    }
    expect.unreachable();
  });
});

describe('a journal', () => {
  async function recoverFrom(makeText: (root: string) => string): Promise<readonly Problem[]> {
    const root = prepare();
    nodeFileSystem.makeFolder(stateOf(root));
    writeFileSync(journalOf(root), makeText(root));
    const found = hashUnlocked(root);
    const problems = await open(root).recover();
    expect(hashUnlocked(root)).toEqual(found);
    return problems;
  }
  const write = (journal: unknown) => (root: string) =>
    writeJournal(nodeFileSystem, placeOf(root), journal as Journal);
  const entry = { path: 'a.md', before: 'old a', after: hashText('new a') };

  it.each([
    ['empty', () => ''],
    ['torn', (root: string) => write({ token: 'ab', entries: [entry] })(root).slice(0, -9)],
    ['of another making', () => '{"journal":1,"sum":"x"}\n{"token":"ab","entries":[]}\n'],
    ['no JSON', () => 'hello\nworld\n'],
    ['without entries', write({ token: 'ab' })],
    ['with entries that are none', write({ token: 'ab', entries: ['a.md', null] })],
    ['with texts that are none', write({ token: 'ab', entries: [{ ...entry, before: 7 }] })],
    ['with a path for a token', write({ token: '../x', entries: [entry] })],
  ])('that is %s is named, and nothing is touched', async (_, makeText) => {
    expect(await recoverFrom(makeText)).toMatchObject([
      { kind: 'interrupted', message: expect.stringContaining('cannot be read') },
    ]);
  });

  it('of a newer version is left to that', async () => {
    const [problem] = await recoverFrom(() => '{"journal":2,"sum":"x"}\nwho knows\n');
    expect(problem?.message).toContain('a newer version of storymark');
  });

  it.each([
    '../a.md',
    '/etc/hosts',
    'C:/a.md',
    'items/../../a.md',
    'items\\..\\a.md',
    '.git/commondir',
    'items/.GIT/config',
    '.git /config',
    'GIT~1/hooks/x',
    '.g\u200cit/config',
    '.git::$INDEX_ALLOCATION/config',
  ])('that names %s is not believed', async (path) => {
    const [problem] = await recoverFrom(write({ token: 'ab', entries: [{ ...entry, path }] }));
    expect(problem?.message).toContain('cannot be read');
  });
});

describe('which way to go', () => {
  const states = fc.array(
    fc.constantFrom<EntryState>('new', 'old', 'restored', 'old-edited', 'new-edited'),
  );

  it('never leaves a change set that is neither whole nor absent', () => {
    fc.assert(
      fc.property(states, (found) => {
        const open = chooseDirections(found);
        // Finishing needs every file replaced or at hand; undoing, that none was edited since.
        const canFinish = found.every((state) => ['new', 'old', 'new-edited'].includes(state));
        const canUndo = found.every((state) => state !== 'new-edited');
        expect(open).toEqual([...(canFinish ? ['forward'] : []), ...(canUndo ? ['back'] : [])]);
      }),
    );
  });
});
