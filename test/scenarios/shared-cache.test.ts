import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openCache } from '../../src/store/cache/open-cache.js';
import { seedRandom } from '../../src/text/random.js';
import { buildIfMissing, type Ended, startProgram } from '../support/built-program.js';
import { git, startRepository } from '../support/check-backlog.js';
import { hashFolder, listFiles } from '../support/folder.js';
import {
  enoughForWords,
  many,
  pathOfStory,
  storyText,
  writeManyStories,
} from '../support/many-stories.js';
import { runs } from '../support/runs.js';
import { createSandbox, type Run, type Sandbox } from '../support/sandbox.js';

beforeAll(buildIfMissing);

function createRepository(): Sandbox {
  const sandbox = createSandbox();
  writeManyStories(sandbox);
  startRepository(sandbox);
  return sandbox;
}

/** Points by id. */
type Points = Map<string, number>;

/** One of two people in one work tree, each with stories of their own to change. */
interface Person {
  readonly sandbox: Sandbox;
  /** The first of their stories. */
  readonly first: number;
  /** Of all people: what a command may see from now on. */
  readonly begun: Points;
  /** Of all people: what a command started now must see, or newer. */
  readonly written: Points;
  readonly faults: string[];
}

/** Milliseconds within which two changes of a file may have one stamp: src/store/cache/stamp.ts. */
const clockTick = 2_000;
/** How many stories an editor rewrites at once: more than a cache is kept for. */
const burst = 40;

async function work(person: Person, count: number): Promise<void> {
  const { sandbox, first, begun, written, faults } = person;
  for (let round = 2; round < count + 2; round += 1) {
    if (round % 3 === 0) {
      // A cache of files old enough to be known by their stamps alone.
      await sleep(clockTick + 200);
      await list(person);
    }
    // As an editor or git does, without our lock.
    for (let number = first; number < first + burst; number += 1) {
      replace(sandbox, pathOfStory(number), storyText(number, round, brokenAt(round)));
      begun.set(`ST-${100 + number}`, round);
      written.set(`ST-${100 + number}`, round);
    }
    await list(person);
    await check(person, round % 2 === 1 ? burst : 0);
    const mine = `ST-${100 + first + burst}`;
    begun.set(mine, round);
    const set = await startProgram(sandbox.dir, ['set', mine, `points=${round}`, '--force', 'why']);
    faults.push(...findFaults('set', set));
    written.set(mine, round);
    await list(person);
  }
}

/** In odd rounds, a story refers to one that is not there; of one size, so that only times tell. */
function brokenAt(round: number): string {
  return round % 2 === 1 ? 'parent: EP-404\n' : 'labels: [good]\n';
}

function replace({ dir }: Sandbox, path: string, text: string): void {
  writeFileSync(join(dir, `${path}.new`), text);
  renameSync(join(dir, `${path}.new`), join(dir, path));
}

async function list({ sandbox, begun, written, faults }: Person): Promise<void> {
  const before = new Map(written);
  const ended = await startProgram(sandbox.dir, ['list', '--json', 'id,points']);
  faults.push(...findFaults('list', ended));
  const listed = JSON.parse(ended.stdout || '[]') as { id: string; points: number }[];
  if (listed.length !== many) faults.push(`list shows ${listed.length} of ${many} items`);
  for (const { id, points } of listed) {
    const [oldest, newest] = [before.get(id) ?? 1, begun.get(id) ?? 1];
    if (points < oldest || points > newest) {
      faults.push(`list shows ${points} points of ${id}, after ${oldest} were written`);
    }
  }
}

/** @param broken how many of the person's own stories refer to nothing */
async function check({ sandbox, first, faults }: Person, broken: number): Promise<void> {
  const ended = await startProgram(sandbox.dir, ['check', '--json']);
  const { findings } = JSON.parse(ended.stdout) as { findings: { rule: string; path: string }[] };
  const own = new Set([...Array(burst).keys()].map((index) => pathOfStory(first + index)));
  const found = findings.filter(({ rule, path }) => rule === 'ref/unknown' && own.has(path)).length;
  if (ended.stderr !== '') faults.push(`check says ${ended.stderr}`);
  if (ended.code !== 0 && ended.code !== 1) faults.push(`check ended with ${ended.code}`);
  if (found !== broken) faults.push(`check finds ${found} broken references, of ${broken}`);
}

function findFaults(command: string, { code, stderr }: Ended): readonly string[] {
  // Waiting is said, and is no fault.
  const said = stderr.replace(/^storymark: waiting for .*\n/gm, '');
  return code === 0 && said === '' ? [] : [`${command} ended with ${code}: ${said}`];
}

describe('two processes that share one cache', () => {
  it('never fail, say nothing wrong and see what the other wrote', {
    timeout: 180_000,
  }, async () => {
    const sandbox = createRepository();
    const [begun, written]: [Points, Points] = [new Map(), new Map()];
    const faults: string[] = [];
    const people = [0, 60].map((first): Person => ({ sandbox, first, begun, written, faults }));
    await Promise.all(people.map((person) => work(person, runs(2, 6))));
    expect(faults.slice(0, 5)).toEqual([]);
    const cache = join(sandbox.dir, '.git/storymark');
    // It was there to be shared, and nobody left a draft in it.
    const names = readdirSync(cache);
    expect(names.filter((name) => name.endsWith('.cache'))).toHaveLength(1);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const argv of [
      ['list', '--json'],
      ['check', '--json'],
    ]) {
      const shared = await startProgram(sandbox.dir, argv);
      rmSync(cache, { recursive: true });
      expect(await startProgram(sandbox.dir, argv)).toEqual(shared);
    }
  });
});

/** What each prints is what it prints without a cache. */
const commands: readonly (readonly string[])[] = [
  ['list', '--json'],
  ['check', '--json'],
  ['search', 'sleep', '17'],
  ['show', 'ST-117'],
];

describe('a cache that is spoiled', () => {
  const sound = (bytes: Buffer) => bytes.subarray();
  /** Where the head of a cache file ends: see src/store/cache/sections.ts. */
  const headEnd = (bytes: Buffer) => 16 + bytes.readUInt32LE(12);
  const cut = (at: (bytes: Buffer) => number) => (bytes: Buffer) => bytes.subarray(0, at(bytes));
  const spoils: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'not at all': sound,
    'to nothing': cut(() => 0),
    'within the magic word': cut(() => 5),
    'after the magic word': cut(() => 8),
    'within the checksum': cut(() => 10),
    'after the checksum': cut(() => 12),
    'within the length of the head': cut(() => 14),
    'after the length of the head': cut(() => 16),
    'within the head': cut((bytes) => (16 + headEnd(bytes)) >> 1),
    'after the head': cut(headEnd),
    'within the sections': cut((bytes) => (headEnd(bytes) + bytes.length) >> 1),
    'by its last byte': cut((bytes) => bytes.length - 1),
    'to random bytes of its length': (bytes) => randomBytes(bytes.length),
    'to a sound start and random bytes': (bytes) =>
      Buffer.concat([bytes.subarray(0, 16), randomBytes(bytes.length - 16)]),
    'to the file of another version': (bytes) => sealed(bytes, '"version":"', '"version":"9'),
    'by bytes after its end': (bytes) => Buffer.concat([bytes, randomBytes(64)]),
  };

  function randomBytes(count: number): Buffer {
    const random = seedRandom(`${count}`);
    return Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));
  }

  /** With a word of the head replaced, and the length and checksum that go with it. */
  function sealed(bytes: Buffer, from: string, to: string): Buffer {
    const head = bytes.toString('latin1', 16, headEnd(bytes));
    expect(head).toContain(from);
    const changed = Buffer.from(head.replace(from, to), 'latin1');
    const filler = Buffer.alloc((8 - ((16 + changed.length) % 8)) % 8);
    const body = bytes.subarray(Math.ceil(headEnd(bytes) / 8) * 8);
    const made = Buffer.concat([bytes.subarray(0, 16), changed, filler, body]);
    made.writeUInt32LE(changed.length, 12);
    made.writeUInt32LE(crc32(made.subarray(12)), 8);
    return made;
  }

  it('changes nothing that is printed, however it is', { timeout: 120_000 }, async () => {
    const sandbox = createSandbox();
    writeManyStories(sandbox, enoughForWords);
    const cached = { openCache, env: { XDG_CACHE_HOME: join(sandbox.dir, 'c') } };
    const folder = join(sandbox.dir, 'c', 'storymark');
    const expected: Run[] = [];
    for (const argv of commands) {
      expected.push(await sandbox.run(argv));
      await sandbox.run(argv, cached);
    }
    // Of the documents and their texts, the check, its files, their faces and the words.
    const files = readdirSync(folder).map((name) => join(folder, name));
    expect(files).toHaveLength(6);
    const whole = files.map((path) => readFileSync(path));
    for (const [how, spoil] of Object.entries(spoils)) {
      for (const [index, argv] of commands.entries()) {
        for (const [file, path] of files.entries()) {
          writeFileSync(path, spoil(whole[file] ?? Buffer.of()));
        }
        const run = await sandbox.run(argv, cached);
        expect([how, argv, run]).toEqual([how, argv, expected[index]]);
      }
    }
  });
});

const canMount = tryToMount();

function tryToMount(): boolean {
  const dir = mkdtempSync(join(tmpdir(), 'storymark-mount-'));
  const isMounted = mount('tmpfs', dir, 'size=16k');
  if (isMounted) spawnSync('umount', [dir]);
  rmSync(dir, { recursive: true });
  return isMounted;
}

function mount(type: string, at: string, options: string): boolean {
  return spawnSync('mount', ['-t', type, '-o', options, type, at]).status === 0;
}

describe.skipIf(!canMount)(
  'a git directory on a disk of its own (skipped where nothing may be mounted: run as root)',
  () => {
    /** A repository whose git directory has half a megabyte. */
    function createOnDisk(): Sandbox & { readonly gitDir: string } {
      const sandbox = createSandbox();
      const gitDir = join(sandbox.dir, '.git');
      mkdirSync(gitDir);
      expect(mount('tmpfs', gitDir, 'size=512k')).toBe(true);
      onTestFinished(() => void spawnSync('umount', ['-l', gitDir]));
      writeManyStories(sandbox);
      git(sandbox, 'init', '--quiet', '--template=');
      return { ...sandbox, gitDir };
    }

    /** Writers lock in the git directory: where they cannot, they say so and write nothing. */
    async function expectAllWell(sandbox: Sandbox, canLock: boolean | null): Promise<void> {
      for (const points of [5, 8].slice(0, runs(1, 2))) {
        const before = hashFolder(join(sandbox.dir, 'backlog'));
        const set = await startProgram(sandbox.dir, ['set', 'ST-117', `points=${points}`]);
        if (canLock !== null) expect(set.code === 0).toBe(canLock);
        if (set.code === 0) expect(set).toEqual({ code: 0, stdout: 'ST-117\n', stderr: '' });
        else {
          expect(set).toMatchObject({ code: 2, stdout: '' });
          expect(set.stderr).toMatch(
            /disk is full; nothing was written|no lock can be created in /,
          );
          expect(hashFolder(join(sandbox.dir, 'backlog'))).toEqual(before);
        }
        for (const argv of commands) {
          const expected = await sandbox.run(argv);
          expect([argv, await startProgram(sandbox.dir, argv)]).toEqual([argv, expected]);
        }
      }
    }

    it.each([
      ['to the last byte', 0, false],
      ['but for a page, which is where a file begins', 4096, null],
      ['but for less than a cache needs', 20_000, null],
    ])('that is full %s stops no reader', { timeout: 60_000 }, async (_, left, canLock) => {
      const sandbox = createOnDisk();
      fill(join(sandbox.gitDir, 'filler'), left);
      await expectAllWell(sandbox, canLock);
      const leftovers = listFiles(sandbox.gitDir).filter((path) => path.endsWith('.tmp'));
      expect(leftovers).toEqual([]);
    });

    it('that gets full with a cache on it stops no reader', { timeout: 60_000 }, async () => {
      const sandbox = createOnDisk();
      await expectAllWell(sandbox, true);
      expect(listFiles(join(sandbox.gitDir, 'storymark')).length).toBe(5);
      fill(join(sandbox.gitDir, 'filler'), 0);
      // More than the cache of before is good for.
      for (let number = 20; number < 80; number += 1) {
        sandbox.write(pathOfStory(number), storyText(number, 13));
      }
      await expectAllWell(sandbox, null);
    });

    it.each([
      ['empty', false],
      ['with a cache on it', true],
    ])('that is read-only, %s, stops no reader', { timeout: 60_000 }, async (_, isCached) => {
      const sandbox = createOnDisk();
      if (isCached) await expectAllWell(sandbox, true);
      expect(spawnSync('mount', ['-o', 'remount,ro', sandbox.gitDir]).status).toBe(0);
      sandbox.write(pathOfStory(20), storyText(20, 13));
      await expectAllWell(sandbox, null);
    });

    /** Leaves so many bytes of a disk, in whole pages. */
    function fill(path: string, left: number): void {
      const handle = openSync(path, 'w');
      try {
        for (;;) writeSync(handle, Buffer.alloc(4096));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      }
      ftruncateSync(handle, fstatSync(handle).size - left);
      closeSync(handle);
    }
  },
);
