import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { journalPath } from '../../src/store/journal.js';
import { lockPath } from '../../src/store/lock.js';
import { git, startRepository } from '../support/check-backlog.js';
import { createDyingFiles } from '../support/faulty-files.js';
import { hashFolder, listFiles } from '../support/folder.js';
import { buryLock } from '../support/killed-process.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { placeOf } from '../support/sandbox.js';

let backlog: NewBacklog;
let root: string;
let state: string;
beforeEach(async () => {
  backlog = await createNewBacklog('--ids', 'sequential');
  root = join(backlog.dir, 'backlog');
  state = placeOf(root).state ?? '';
});

interface Report {
  readonly left: number;
  readonly findings: readonly { kind: string; path: string; fix: string | null; fixed: boolean }[];
}

async function examine(...flags: readonly string[]): Promise<Report & { code: number }> {
  const { code, stdout, stderr } = await backlog.run(['doctor', '--json', ...flags]);
  expect(stderr).not.toContain('unexpected');
  return { code, ...(JSON.parse(stdout) as Report) };
}

/** Kills `archive` of two items when the first has been moved, and the second is to be. */
async function interrupt(): Promise<void> {
  await backlog.ok('add', 'One');
  await backlog.ok('add', 'Two');
  await backlog.ok('done', '1', '2');
  const files = createDyingFiles(
    (name, path) => name === 'rename' && /archive.ST-2.*-tmp$/.test(path),
  );
  const { stderr } = await backlog.run(['archive', '1', '2'], { files });
  expect(stderr).toContain('killed at step');
  buryLock(state);
  expect(existsSync(journalPath(state))).toBe(true);
}

describe('doctor', () => {
  it('has nothing to say of a sound backlog', async () => {
    await backlog.ok('add', 'One');
    expect(await examine()).toEqual({ code: 0, findings: [], left: 0 });
    expect((await backlog.run(['doctor'], { terminal: 80 })).stdout).toBe('Nothing to repair\n');
  });

  it('mends what two clones did that knew nothing of each other', async () => {
    await backlog.ok('add', 'Shared');
    startRepository(backlog);
    git(backlog, 'checkout', '--quiet', '-b', 'theirs');
    await backlog.ok('add', 'Their work');
    await backlog.ok('add', 'Needs theirs', '--set', 'depends=2');
    git(backlog, 'add', '--all');
    git(backlog, 'commit', '--quiet', '-m', 'theirs', '--date=2026-11-25T10:00:00Z');
    git(backlog, 'checkout', '--quiet', 'main');
    await backlog.ok('add', 'Our work');
    git(backlog, 'add', '--all');
    git(backlog, 'commit', '--quiet', '-m', 'ours');
    git(backlog, 'merge', '--quiet', '-m', 'both', 'theirs');
    const before = hashFolder(root);
    const found = await examine();
    expect(found.code).toBe(1);
    expect(found.findings.map(({ kind }) => kind)).toEqual(['duplicate-id', 'rank']);
    expect((await examine('--fix', '--dry-run', '--prune')).left).toBeUndefined();
    expect(hashFolder(root)).toEqual(before);
    const { code, stdout } = await backlog.run(['doctor', '--fix', '--commit'], { terminal: 90 });
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 repaired')]);
    expect(await examine()).toMatchObject({ code: 0, left: 0 });
    expect(git(backlog, 'status', '--porcelain')).toBe('');
    const items = await backlog.json<{ id: string; title: string; depends?: string[] }[]>('list');
    const idOf = (title: string) => items.find((item) => item.title === title)?.id;
    const needy = items.find(({ title }) => title === 'Needs theirs');
    expect(new Set(items.map(({ id }) => id)).size).toBe(4);
    expect(['ST-2', idOf('Their work')]).toContain(needy?.depends?.[0]);
  });

  it('clears away what a killed command left, and takes a dead lock', async () => {
    await interrupt();
    // Any command would finish it: this one is asked first.
    const { code, stderr, stdout } = await backlog.run(['doctor']);
    expect(stderr).toContain('finished it now');
    expect([code, stdout]).toEqual([0, '']);
    await backlog.ok('add', 'Three');
    await backlog.run(['add', 'Four'], {
      files: createDyingFiles((name) => name === 'sync'),
    });
    buryLock(state);
    const found = await examine();
    expect(found.findings.map(({ kind }) => kind)).toEqual(['lock', 'leftover']);
    expect(await examine('--fix')).toMatchObject({ code: 0, left: 0 });
    expect(
      [...listFiles(state), ...listFiles(root)].filter((path) => !/\.(?:md|yaml)$/.test(path)),
    ).toEqual(['.gitattributes', '.gitignore']);
  });

  it('leaves another machine’s lock alone until told that its owner is gone', async () => {
    const lock = JSON.stringify({ host: 'elsewhere', boot: 'x', pid: 1, started: 'x' });
    writeFileSync(lockPath(state), lock);
    const found = await examine('--fix');
    expect(found).toMatchObject({ code: 1, findings: [{ kind: 'lock', fix: null, fixed: false }] });
    expect(readFileSync(lockPath(state), 'utf8')).toBe(lock);
    expect(await examine('--fix', '--unlock')).toMatchObject({ code: 0, left: 0 });
    expect(existsSync(lockPath(state))).toBe(false);
  });

  it('finishes what can be of a change a person has crossed, keeping what they wrote', async () => {
    await interrupt();
    const journal = readFileSync(journalPath(state), 'utf8');
    const paths = (JSON.parse(journal.split('\n')[1] ?? '') as { entries: { path: string }[] })
      .entries;
    const [placed = '', , waiting = ''] = paths.map(({ path }) => path);
    backlog.write(`backlog/${placed}`, '---\nid: ST-1\ntype: story\ntitle: Mine\n---\n');
    backlog.write(
      `backlog/${waiting}`,
      '---\nid: ST-2\ntype: story\nstatus: done\ntitle: Mine too\n---\n',
    );
    const refused = await backlog.run(['add', 'Five']);
    expect([refused.code, refused.stdout]).toEqual([3, '']);
    const listed = await backlog.run(['list', '--all']);
    expect([listed.code, listed.stderr]).toEqual([3, expect.stringContaining('neither')]);
    expect(listed.stdout).toContain('Mine');
    const found = await examine();
    expect(found.findings[0]).toMatchObject({ kind: 'interruption', fixed: false });
    await backlog.run(['doctor', '--fix']);
    expect(existsSync(journalPath(state))).toBe(false);
    expect(backlog.read(`backlog/${waiting}`)).toContain('Mine too');
    await backlog.ok('add', 'Five');
  });

  it('removes a journal nobody can read, and says where to look', async () => {
    writeFileSync(journalPath(state), 'torn');
    expect((await backlog.run(['list'])).code).toBe(3);
    const found = await examine();
    expect(found.findings[0]?.fix).toContain('git diff');
    expect(await examine('--fix')).toMatchObject({ code: 0, left: 0 });
    expect((await backlog.run(['list'])).code).toBe(0);
  });

  it('finds documents in places where no command looks', async () => {
    const text = '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Deep\n---\n';
    backlog.write('backlog/items/old/ST-1.md', text);
    backlog.write('backlog/README.md', '# About this backlog\n');
    expect(await backlog.ok('list')).toBe('');
    expect(await examine('--fix')).toMatchObject({ findings: [{ kind: 'misplaced-file' }] });
    expect(backlog.read('backlog/items/ST-1.md')).toBe(text);
    expect(existsSync(join(root, 'README.md'))).toBe(true);
  });

  it('takes away what a writer of the cache left that certainly died, and nothing else', async () => {
    await backlog.ok('add', 'One');
    startRepository(backlog);
    const cache = placeOf(root).cache ?? '';
    const name = cache.slice(dirname(cache).length + 1);
    const minutes = 60_000;
    const write = (file: string, age: number) => {
      backlog.write(`.git/storymark/${file}`, 'half');
      const then = (Date.now() - age * minutes) / 1000;
      utimesSync(join(backlog.dir, '.git/storymark', file), then, then);
    };
    const list = () => readdirSync(dirname(cache)).filter((file) => !file.startsWith('told-'));
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const dead = [`${name}.${gone}.tmp`, `${name}.words.${process.pid}.tmp`];
    write(dead[0] ?? '', 2);
    write(dead[1] ?? '', 11);
    // One that may be a process of another machine on the same disk, one that lives, a sound cache.
    const alive = [`${name}.check.${gone}.tmp`, `${name}.${process.pid}.tmp`, name, 'mine.tmp'];
    for (const file of alive) write(file, file === name || file === 'mine.tmp' ? 99 : 0.5);
    const found = await examine();
    expect(found.findings.map(({ kind, path }) => [kind, path]).sort()).toEqual(
      dead.map((file) => ['leftover', `.git/storymark/${file}`]).sort(),
    );
    expect((await examine('--fix', '--dry-run')).left).toBe(2);
    expect(list()).toHaveLength(6);
    expect(await examine('--fix')).toMatchObject({ code: 0, left: 0 });
    expect(list().sort()).toEqual(alive.sort());
    expect((await examine()).findings).toEqual([]);
  });
});
