import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFolder, listFiles } from '../support/folder.js';
import { createSandbox } from '../support/sandbox.js';

describe('init', () => {
  it('makes settings that change nothing, and what git must not see', async () => {
    const sandbox = createSandbox();
    expect(await sandbox.ok('init')).toBe('backlog\n');
    expect(listFiles(sandbox.dir)).toEqual([
      'backlog/.gitattributes',
      'backlog/.gitignore',
      'backlog/backlog.yaml',
    ]);
    expect(sandbox.read('backlog/.gitattributes')).toBe('*.md merge=storymark\n');
    expect(await sandbox.json('list')).toEqual([]);
    const settings = sandbox.read('backlog/backlog.yaml');
    expect(settings.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
  });

  it('says on a terminal what comes next', async () => {
    const { stdout } = await createSandbox().run(['init'], { terminal: 80 });
    expect(stdout).toBe(
      'Created backlog/ with settings in backlog/backlog.yaml\nNext: storymark add\n',
    );
  });

  it('takes a folder, a product and a style of ids', async () => {
    const sandbox = createSandbox();
    await sandbox.ok('init', 'sub/team', '--product', 'It\'s "ours": $1', '--ids', 'sequential');
    expect(sandbox.read('sub/team/backlog/backlog.yaml')).toContain(
      '\nproduct: "It\'s \\"ours\\": $1"\n',
    );
    expect(await sandbox.ok('add', 'First', '-C', 'sub/team')).toBe('ST-1\n');
    expect(await sandbox.ok('add', 'Second', '-t', 'bug', '-C', 'sub/team')).toBe('BU-2\n');
  });

  it('prints what it made as JSON', async () => {
    expect(await createSandbox().json('init')).toMatchObject({
      path: 'backlog',
      settings: 'backlog/backlog.yaml',
    });
  });

  it('refuses a second backlog in one place, and notes one inside another', async () => {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    const before = hashFolder(sandbox.dir);
    const { code, stderr } = await sandbox.run(['init']);
    expect([code, stderr]).toEqual([
      2,
      `storymark: there is already a backlog in ${join(sandbox.dir, 'backlog')}\n`,
    ]);
    expect(hashFolder(sandbox.dir)).toEqual(before);
    const inner = await sandbox.run(['init', 'inner']);
    expect([inner.code, inner.stderr]).toEqual([
      0,
      `note: it is inside another backlog, ${join(sandbox.dir, 'backlog')}\n`,
    ]);
  });

  it('hides temporary files from git', async () => {
    const sandbox = createSandbox();
    const git = (...args: readonly string[]) =>
      execFileSync('git', [...args], { cwd: sandbox.dir, encoding: 'utf8' });
    git('init', '--quiet');
    await sandbox.ok('init');
    git('add', '.');
    sandbox.write('backlog/items/ST-1-x.md.0123456789ab.storymark-tmp', 'x');
    sandbox.write('backlog/items/ST-1-x.md', 'x');
    const shown = git('status', '--porcelain', '--untracked-files=all').trim().split('\n');
    expect(shown).toEqual([
      'A  backlog/.gitattributes',
      'A  backlog/.gitignore',
      'A  backlog/backlog.yaml',
      '?? backlog/items/ST-1-x.md',
    ]);
  });

  it('adds its line to attributes that are there, and shows with --dry-run what it would do', async () => {
    const sandbox = createSandbox();
    execFileSync('git', ['init', '--quiet'], { cwd: sandbox.dir });
    sandbox.write('backlog/backlog.yaml', '');
    sandbox.write('backlog/.gitattributes', '*.md text');
    const dry = await sandbox.run(['init', '--git', '--dry-run']);
    expect(dry.stdout).toContain('+*.md merge=storymark');
    expect(dry.stderr).toContain('would configure git');
    const driver = () => {
      const found = ['config', '--get', 'merge.storymark.driver'];
      return spawnSync('git', found, { cwd: sandbox.dir, encoding: 'utf8' }).stdout;
    };
    expect(driver()).toBe('');
    const { stdout } = await sandbox.run(['init', '--git'], { terminal: 80 });
    expect(stdout).toBe('Git will merge its documents field by field\n');
    expect(driver()).toContain('merge-driver');
    for (let times = 0; times < 2; times += 1) {
      expect(sandbox.read('backlog/.gitattributes')).toBe('*.md text\n*.md merge=storymark\n');
      await sandbox.ok('init', '--git');
    }
  });
});
