import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/store/cache/open-cache.js';
import { git, startRepository } from '../support/check-backlog.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

/** Runs in a folder of the sandbox, with a cache as on a machine. */
function runIn(sandbox: Sandbox, folder: string) {
  return async (...argv: readonly string[]) => {
    const run = await sandbox.run(['-C', join(sandbox.dir, folder), ...argv], {
      openCache,
    });
    expect([argv, run.code, run.code === 0 ? '' : run.stderr]).toEqual([argv, 0, '']);
    return run.stdout;
  };
}

/** A repository `main/` with 70 items, enough for a cache, and all that hangs on them. */
async function createRepository(): Promise<Sandbox> {
  const sandbox = createSandbox();
  sandbox.write('main/README.md', 'A product.\n');
  startRepository({ ...sandbox, dir: join(sandbox.dir, 'main') });
  const run = runIn(sandbox, 'main');
  await run('init');
  await run('add', 'Async teams', '-t', 'goal');
  for (let index = 0; index < 70; index += 1) {
    sandbox.write(
      `main/backlog/items/TA-${index}XYZ.md`,
      `---\nid: TA-${index}XYZ\ntype: task\nstatus: ready\ntitle: Task ${index}\npoints: 2\ncreated: 2026-11-01\n---\n`,
    );
  }
  gitIn(sandbox, 'main', 'add', '--all');
  gitIn(sandbox, 'main', 'commit', '--quiet', '-m', 'backlog');
  return sandbox;
}

function gitIn(sandbox: Sandbox, folder: string, ...args: readonly string[]): string {
  return git({ ...sandbox, dir: join(sandbox.dir, folder) }, ...args);
}

/** One of each kind of command that reads or writes; each must end well at once. */
const commands: readonly (readonly string[])[] = [
  ['list'],
  ['show', 'TA-3XYZ'],
  ['search', 'task 5'],
  ['set', 'TA-3XYZ', 'points=5'],
  ['add', 'One more', '-t', 'task'],
  ['add', 'A keeper', '-t', 'persona'],
  ['move', 'TA-4XYZ', '--top'],
  ['start', 'TA-5XYZ'],
  ['done', 'TA-5XYZ'],
  ['sprint', 'create', '--start', '2026-11-23'],
  ['sprint', 'add', 'TA-6XYZ'],
  ['sprint', 'plan', '--capacity', '10'],
  ['rank'],
  ['check'],
  ['export', 'csv'],
  ['log', 'TA-3XYZ'],
  ['diff', 'HEAD'],
  ['list', '--at', 'HEAD'],
];

/** State and caches in a git directory. */
function listOwn(gitDir: string): readonly string[] {
  return readdirSync(join(gitDir, 'storymark'), { recursive: true, encoding: 'utf8' });
}

describe('a fresh clone', () => {
  it.each([
    ['made by git clone', ['clone', '--quiet', 'main', 'other']],
    ['made by git worktree', ['-C', 'main', 'worktree', 'add', '--quiet', '../other']],
  ])('%s works at once with every command', { timeout: 60_000 }, async (_, args) => {
    const sandbox = await createRepository();
    git(sandbox, ...args);
    const before = listOwn(join(sandbox.dir, 'main', '.git'));
    const run = runIn(sandbox, 'other');
    for (const command of commands) await run(...command);
    expect((await run('list')).split('\n').filter(Boolean)).toHaveLength(70);
    // Its cache is its own, and git sees nothing of it.
    const changed = gitIn(sandbox, 'other', 'status', '--porcelain', '--untracked-files=all');
    expect(changed).not.toContain('cache');
    expect(changed).toContain('backlog/items/TA-3XYZ.md');
    const gitDir = gitIn(sandbox, 'other', 'rev-parse', '--absolute-git-dir').trim();
    expect(readdirSync(join(gitDir, 'storymark')).length).toBeGreaterThan(0);
    expect(gitIn(sandbox, 'main', 'status', '--porcelain')).toBe('');
    expect(listOwn(join(sandbox.dir, 'main', '.git'))).toEqual(before);
  });
});

describe('two clones that never pushed', () => {
  it('add items and merge without a clash of ids', { timeout: 60_000 }, async () => {
    const sandbox = await createRepository();
    const ids: string[] = [];
    for (const clone of ['a', 'b']) {
      git(sandbox, 'clone', '--quiet', 'main', clone);
      const run = runIn(sandbox, clone);
      for (let index = 0; index < 40; index += 1) {
        ids.push((await run('add', `Idea ${index}`, '-t', 'task')).trim());
      }
      gitIn(sandbox, clone, 'add', '--all');
      gitIn(sandbox, clone, 'commit', '--quiet', '-m', `ideas of ${clone}`);
    }
    expect(new Set(ids).size).toBe(80);
    gitIn(sandbox, 'a', 'pull', '--quiet', '--no-rebase', '--no-edit', '../b');
    const run = runIn(sandbox, 'a');
    const listed = (await run('list')).split('\n').filter(Boolean);
    expect(listed).toHaveLength(150);
    for (const id of ids) expect(listed.some((line) => line.startsWith(`${id}\t`))).toBe(true);
    const found = JSON.parse(await run('check', '--json')) as { findings: { rule: string }[] };
    expect(found.findings.filter(({ rule }) => rule === 'id/duplicate')).toEqual([]);
  });
});
