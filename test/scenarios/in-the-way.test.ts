import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { journalPath, writeJournal } from '../../src/store/journal.js';
import { git } from '../support/check-backlog.js';
import { createSandbox, placeOf, type Sandbox } from '../support/sandbox.js';

async function start(): Promise<Sandbox> {
  const sandbox = createSandbox();
  git(sandbox, 'init', '--quiet', '--initial-branch=main');
  await sandbox.ok('init');
  await sandbox.ok('add', '-t', 'task', 'One');
  git(sandbox, 'add', '--all');
  git(sandbox, 'commit', '--quiet', '-m', 'start');
  return sandbox;
}

const stateOf = ({ dir }: Sandbox) => placeOf(join(dir, 'backlog')).state ?? '';

function block(path: string, what: 'file' | 'folder'): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(what === 'folder' ? path : dirname(path), { recursive: true });
  writeFileSync(what === 'folder' ? join(path, 'x') : path, 'x');
}

describe('something in the way of a writer', () => {
  it.each<readonly [string, (sandbox: Sandbox) => string, 'file' | 'folder', string]>([
    [
      'a file for a folder of items',
      ({ dir }) => join(dir, 'backlog/items'),
      'file',
      'is in the way',
    ],
    ['a file for the state', (one) => stateOf(one), 'file', 'no lock can be created in'],
    ['a file for all state', (one) => dirname(stateOf(one)), 'file', 'no lock can be created in'],
  ])('is named, and nothing is written: %s', async (_, find, what, message) => {
    const sandbox = await start();
    const path = find(sandbox);
    block(path, what);
    const { code, stdout, stderr } = await sandbox.run(['add', '-t', 'task', 'Two']);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('nothing was written')]);
    expect(stderr).toContain(message);
    expect(readFileSync(path, 'utf8')).toBe('x');
    rmSync(path);
    await sandbox.ok('add', '-t', 'task', 'Two');
  });
});

describe('a journal that is no use', () => {
  const write = (text: string) => (path: string) => writeFileSync(path, text);
  const foreign = (path: string, root: string) =>
    writeFileSync(
      path,
      writeJournal(
        nodeFileSystem,
        { ...placeOf(root), anchors: ['/', '/'] },
        { token: 'ab', entries: [{ path: 'items/x.md', before: null, after: null }] },
      ),
    );

  it.each<readonly [string, (path: string, root: string) => void, number, boolean]>([
    ['a folder', (path) => block(path, 'folder'), 3, true],
    ['empty', write(''), 3, true],
    ['no JSON', write('torn'), 3, true],
    ['cut short', write('{"journal":1,"sum":"x"}\n{"token":"ab"'), 3, true],
    ['of another shape', write('{"journal":1}\n[]\n'), 3, true],
    ['a newer one', write('{"journal":99}\n{}\n'), 3, false],
    ['of another checkout', foreign, 0, true],
  ])('is named by readers, and set aside by doctor where that is safe: %s', async (...row) => {
    const [, make, code, isRemoved] = row;
    const sandbox = await start();
    const path = journalPath(stateOf(sandbox));
    mkdirSync(dirname(path), { recursive: true });
    make(path, join(sandbox.dir, 'backlog'));
    const listed = await sandbox.run(['list']);
    expect([listed.code, listed.stdout]).toEqual([code, expect.stringContaining('One')]);
    const found = await sandbox.run(['doctor']);
    expect([found.code, found.stdout]).toEqual([1, expect.stringContaining('interruption')]);
    const fixed = await sandbox.run(['doctor', '--fix']);
    expect(found.stderr + fixed.stderr + listed.stderr).not.toContain('unexpected');
    expect([existsSync(path), (await sandbox.run(['list'])).code]).toEqual(
      isRemoved ? [false, 0] : [true, code],
    );
    const kept = readdirSync(dirname(path)).filter((name) => name.startsWith('journal'));
    expect(kept).toHaveLength(1);
  });
});

describe('the merge driver’s line of an earlier version', () => {
  it('is named once, runs nothing, and is replaced by init --git', async () => {
    const sandbox = await start();
    git(
      sandbox,
      'config',
      'merge.storymark.driver',
      'for s in node_modules/.bin/storymark storymark; do "$s" merge-driver %O %A %B; done',
    );
    const first = await sandbox.run(['list']);
    expect(first.stderr).toContain('to update it, run storymark init --git');
    expect((await sandbox.run(['list'])).stderr).toBe('');
    await sandbox.ok('init', '--git');
    const line = git(sandbox, 'config', 'merge.storymark.driver');
    expect(line).not.toContain('for s in node_modules');
    expect(line).toContain('merge-driver %O %A %B');
  });
});

describe('control characters in a pipe', () => {
  it.each(['\u001b[2J', '\u0007', '\u009b31m', '\u202e'])(
    'are shown, not sent, by --dry-run: %j',
    async (character) => {
      const sandbox = await start();
      const { id = '' } = (await sandbox.json<{ id: string }[]>('list'))[0] ?? {};
      const { path } = await sandbox.json<{ path: string }>('show', id);
      sandbox.write(path, `${sandbox.read(path)}\nA ${character} line.\n`);
      const { code, stdout } = await sandbox.run(['set', id, 'points=3', '--dry-run']);
      expect([code, stdout]).toEqual([0, expect.stringContaining('points: 3')]);
      expect(stdout).not.toContain(character);
    },
  );
});

describe('who moved a file', () => {
  it('is not who gave its inputs: why after an archive by someone else', async () => {
    const sandbox = await start();
    const { id = '' } = (await sandbox.json<{ id: string }[]>('list'))[0] ?? {};
    const commit = (author: string) => {
      git(sandbox, 'add', '--all');
      git(sandbox, 'commit', '--quiet', '-m', 'x', `--author=${author} <a@example.org>`);
    };
    await sandbox.ok('set', id, 'points=3');
    commit('Ada');
    await sandbox.ok('done', id);
    await sandbox.ok('archive', id);
    commit('Archivist');
    const { history } = await sandbox.json<{
      history: { inputs: Readonly<Record<string, { by: string }>> };
    }>('why', id);
    expect(history.inputs['points']?.by).toBe('Ada');
    expect(history.inputs['done']?.by).toBe('Archivist');
  });
});
