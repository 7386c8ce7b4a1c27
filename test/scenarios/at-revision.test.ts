import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../support/check-backlog.js';
import { hashFolder } from '../support/folder.js';
import { createSandbox } from '../support/sandbox.js';

/** Three versions of a backlog: v1 and v2 are tags, the third is not committed. */
async function start() {
  const sandbox = createSandbox();
  const call = (...args: readonly string[]) => git(sandbox, ...args);
  const commit = (tag: string) => {
    call('add', '--all');
    call('commit', '--quiet', '-m', tag);
    call('tag', tag);
  };
  call('init', '--quiet', '--initial-branch=main');
  sandbox.write('README.md', 'No backlog yet.\n');
  commit('v0');
  await sandbox.ok('init', 'products/one');
  const inside = (...argv: readonly string[]) => sandbox.ok('-C', 'products/one', ...argv);
  const story = ['--as', 'guest', '--want', 'to leave a note', '--so', 'my host knows'];
  const first = (await inside('add', ...story, '--points', '3')).trim();
  await inside('set', first, 'score.value=1', 'score.urgency=1', 'score.risk=1');
  commit('v1');
  const second = (await inside('add', 'Étude', '--points', '1', '--top')).trim();
  await inside('set', first, 'points=8', 'status=ready');
  commit('v2');
  await inside('set', first, 'title=Now', 'points=13');
  return { sandbox, inside, call, first, second };
}

describe('--at', () => {
  it('lists, shows, searches, ranks and checks a commit without touching a file', async () => {
    const { sandbox, inside, first, second } = await start();
    const before = hashFolder(sandbox.dir);
    const list = async (...argv: readonly string[]) =>
      JSON.parse(await inside('list', ...argv, '--json', 'id,points,status,path'));
    const path = expect.stringContaining('backlog/items/ST-');
    expect(await list('--at', 'v1')).toEqual([{ id: first, points: 3, status: 'draft', path }]);
    expect(await list('--at=HEAD')).toEqual([
      { id: second, points: 1, status: 'draft', path },
      { id: first, points: 8, status: 'ready', path },
    ]);
    expect(await list('--at', 'HEAD~1', 'status:ready')).toEqual([]);
    expect(await inside('list', '--at', 'main', 'updated>=2000-01-01')).toContain('Étude');
    expect(await inside('show', first, '--at', 'v1')).toContain('Leave a note');
    expect(JSON.parse(await inside('rank', '--at', 'v1', '--json'))).toMatchObject([{ id: first }]);
    expect(await inside('search', 'etude', '--at', 'v2')).toContain(second);
    expect(await inside('search', 'etude', '--at', 'v1')).toBe('');
    const check = async (at: readonly string[]) => {
      const { stdout } = await sandbox.run(['-C', 'products/one', 'check', '--json', ...at]);
      return JSON.parse(stdout) as { files: number; errors: number };
    };
    expect(await check(['--at', 'v1'])).toMatchObject({ files: 1, errors: 0 });
    expect(await check(['--at', 'v2'])).toMatchObject({ files: 2, errors: 1 });
    expect(hashFolder(sandbox.dir)).toEqual(before);
  });

  it('goes by the settings of then, and finds a backlog that is gone by now', async () => {
    const { sandbox, first } = await start();
    rmSync(join(sandbox.dir, 'products/one/backlog'), { recursive: true });
    expect((await sandbox.run(['-C', 'products/one', 'list'])).code).toBe(2);
    const { stdout } = await sandbox.run(['-C', 'products/one', 'list', '--at', 'v1']);
    expect(stdout).toContain(first);
  });

  it('says what is wrong with a name, a commit and a command', async () => {
    const { sandbox, first } = await start();
    const outside = createSandbox();
    outside.write('backlog/backlog.yaml', '');
    const run = (...argv: readonly string[]) => sandbox.run(['-C', 'products/one', ...argv]);
    const cases = [
      [await run('list', '--at', 'nowhere'), 'unknown commit "nowhere"'],
      [await run('list', '--at', '--help-me'), 'unknown commit "--help-me"'],
      [await run('list', '--at', 'v0'), 'there was no backlog'],
      [await run('show', 'ST-ZZZZZ', '--at', 'v1'), 'there is no item'],
      [await run('rank', '--apply', '--at', 'v2'), '--at is read-only'],
      [await run('check', '--fix', '--at', 'v1'), '--at is read-only'],
      [await run('check', '--staged', '--at', 'v1'), '--at checks a commit'],
      [await run('set', first, 'points=1', '--at', 'v1'), "unknown option '--at'"],
      [await outside.run(['list', '--at', 'HEAD']), 'is not in a git repository'],
    ] as const;
    for (const [{ code, stderr }, message] of cases) {
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }
  });
});
