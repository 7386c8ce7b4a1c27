import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeHook } from '../../src/git/hooks.js';
import {
  clean,
  git,
  roleless,
  startRepository,
  story,
  writeBacklog,
} from '../support/check-backlog.js';
import { createSandbox, type Run, type Sandbox } from '../support/sandbox.js';

const wish = 'I want to leave a note.\n';

function start(): Sandbox {
  const sandbox = createSandbox();
  writeBacklog(sandbox);
  startRepository(sandbox);
  return sandbox;
}

function faulty({ stdout }: Run): readonly string[] {
  const { findings } = JSON.parse(stdout) as { findings: readonly { path: string }[] };
  return [...new Set(findings.map(({ path }) => path))];
}

const added = 'backlog/items/ST-4 nöw.md';
const second = 'backlog/items/ST-2-roleless.md';

describe('check --changed', () => {
  it('looks at what a branch changed, what is not committed, and what is not tracked', async () => {
    const sandbox = start();
    const { run, write } = sandbox;
    expect(await run(['check', '--changed'])).toMatchObject({
      code: 0,
      stdout: 'No problems in 0 documents\n',
    });
    git(sandbox, 'switch', '--quiet', '-c', 'feature');
    write(added, story('ST-4', wish));
    expect(faulty(await run(['check', '--changed', '--json']))).toEqual([added]);
    git(sandbox, 'add', '--all');
    git(sandbox, 'commit', '--quiet', '-m', 'wish');
    expect(faulty(await run(['check', '--changed', '--json']))).toEqual([added]);
    expect(faulty(await run(['check', '--changed', 'main', '--json']))).toEqual([added]);
    expect(faulty(await run(['check', '--changed', 'HEAD', '--json']))).toEqual([]);
    write(second, `${roleless}\n`);
    expect(faulty(await run(['check', '--changed', '--json']))).toEqual([second, added]);
    expect(faulty(await run(['check', '--changed', 'main', second, '--json']))).toEqual([second]);
    // A path where a branch could stand.
    expect(faulty(await run(['check', '--changed', second, '--json']))).toEqual([second]);
    const below = await run(['-C', 'backlog/items', 'check', '--changed', '--json']);
    expect(faulty(below)).toEqual(['ST-2-roleless.md', 'ST-4 nöw.md']);
  });

  it('compares with where the branch left main, not with what main is now', async () => {
    const sandbox = start();
    const { run, write } = sandbox;
    git(sandbox, 'branch', 'feature');
    write('backlog/items/ST-5-main.md', story('ST-5', wish));
    git(sandbox, 'add', '--all');
    git(sandbox, 'commit', '--quiet', '-m', 'on main');
    git(sandbox, 'switch', '--quiet', 'feature');
    write(added, story('ST-4', wish));
    git(sandbox, 'add', '--all');
    git(sandbox, 'commit', '--quiet', '-m', 'on feature');
    git(sandbox, 'switch', '--quiet', '--detach', 'feature');
    expect(faulty(await run(['check', '--changed', '--json']))).toEqual([added]);
  });

  it('takes everything when the settings changed, and lone files only when asked', async () => {
    const sandbox = start();
    const { run, write } = sandbox;
    write('docs/lone.md', 'I want to leave a note, so that my host knows.\n');
    expect(faulty(await run(['check', '--changed', '--json']))).toEqual([]);
    expect(faulty(await run(['check', '--changed', 'docs', '--json']))).toEqual(['docs/lone.md']);
    write('backlog/backlog.yaml', '{}\n');
    expect(faulty(await run(['check', '--changed', '--json']))).toContain(second);
  });

  it('works before the first commit, and from inside a hook', async () => {
    const sandbox = createSandbox();
    writeBacklog(sandbox);
    git(sandbox, 'init', '--quiet', '--initial-branch=main');
    expect(faulty(await sandbox.run(['check', '--changed', '--json']))).toContain(second);
    git(sandbox, 'add', '--all');
    expect(faulty(await sandbox.run(['check', '--staged', '--json']))).toContain(second);
  });

  it('says what is missing: git, a repository, a base', async () => {
    const sandbox = start();
    const unknown = await sandbox.run(['check', '--changed', 'nowhere']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('unknown commit "nowhere"');
    git(sandbox, 'branch', '-m', 'trunk');
    expect((await sandbox.run(['check', '--changed'])).stderr).toContain(
      'give one: --changed BASE',
    );
    const { run, write } = createSandbox();
    write('backlog/backlog.yaml', '');
    for (const flag of ['--changed', '--staged']) {
      const outside = await run(['check', flag]);
      expect(outside.code).toBe(2);
      expect(outside.stderr).toContain('is not in a git repository');
    }
  });
});

describe('check --staged', () => {
  it('reads what is staged, not what is in the working file', async () => {
    const sandbox = start();
    const { run, write, dir } = sandbox;
    write(second, clean.replaceAll('ST-1', 'ST-2'));
    expect(faulty(await run(['check', '--staged', '--json']))).toEqual([]);
    git(sandbox, 'add', second);
    write(second, roleless);
    expect(await run(['check', '--staged'])).toMatchObject({
      code: 0,
      stdout: 'No problems in 1 document\n',
    });
    write(added, story('ST-4', wish));
    expect((await run(['check', '--staged'])).code).toBe(0);
    git(sandbox, 'add', '--all');
    write(added, story('ST-4', `${clean}`));
    const { code, stdout } = await run(['check', '--staged']);
    expect(code).toBe(1);
    expect(stdout).toContain('I want to leave a note.\n');
    rmSync(join(dir, added));
    expect(faulty(await run(['check', '--staged', '--json']))).toContain(added);
  });

  it('takes paths, settings as staged, and leaves a deleted file alone', async () => {
    const sandbox = start();
    const { run, write } = sandbox;
    write(added, story('ST-4', wish));
    write('docs/lone.md', 'I want to leave a note, so that my host knows.\n');
    git(sandbox, 'add', '--all');
    expect(faulty(await run(['check', '--staged', 'docs', '--json']))).toEqual(['docs/lone.md']);
    expect(faulty(await run(['check', '--staged', 'backlog/**', '--json']))).toEqual([added]);
    expect((await run(['check', '--staged', 'none'])).code).toBe(2);
    write('backlog/backlog.yaml', 'check: { rules: { story/none: off } }\n');
    expect((await run(['check', '--staged'])).code).toBe(1);
    git(sandbox, 'add', '--all');
    expect((await run(['check', '--staged'])).code).toBe(2);
    git(sandbox, 'reset', '--quiet', '--hard');
    git(sandbox, 'rm', '--quiet', second);
    expect((await run(['check', '--staged'])).code).toBe(0);
  });

  it('does not fix, since fixes go to files', async () => {
    expect((await start().run(['check', '--staged', '--fix'])).code).toBe(2);
  });
});

describe('init --hooks', () => {
  const hook = '.git/hooks/pre-commit';

  it('makes a hook that stops a commit of bad stories', async () => {
    const sandbox = createSandbox();
    git(sandbox, 'init', '--quiet', '--initial-branch=main');
    const { stdout, code } = await sandbox.run(['init', '--hooks'], { terminal: 80 });
    expect(code).toBe(0);
    expect(stdout).toContain(`Git will check stories before each commit: ${hook}`);
    expect(sandbox.read(hook)).toContain('storymark check --staged');
    expect(statSync(join(sandbox.dir, hook)).mode & 0o111).not.toBe(0);
    expect(sandbox.read('backlog/backlog.yaml')).not.toBe('');
  });

  it('adds one to a backlog that is there, once', async () => {
    const sandbox = start();
    expect((await sandbox.run(['init'])).code).toBe(2);
    expect((await sandbox.run(['init', '--hooks'])).code).toBe(0);
    const again = await sandbox.run(['init', '--hooks']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain('already checks stories');
  });

  it("never touches somebody else's hook, and says what to add", async () => {
    const sandbox = start();
    mkdirSync(join(sandbox.dir, '.git/hooks'), { recursive: true });
    sandbox.write(hook, '#!/bin/sh\nmake lint\n');
    const { code, stderr } = await sandbox.run(['init', '--hooks']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `${hook} already exists; add this line to it: storymark check --staged`,
    );
    expect(sandbox.read(hook)).toBe('#!/bin/sh\nmake lint\n');
  });

  it('updates one that an earlier version made, which ran what a branch brought', async () => {
    const sandbox = start();
    mkdirSync(join(sandbox.dir, '.git/hooks'), { recursive: true });
    const old =
      '#!/bin/sh\n# Made by: storymark init --hooks\nelif [ -x node_modules/.bin/storymark ]; then\n  exec node_modules/.bin/storymark check --staged\nfi\n';
    sandbox.write(hook, old);
    const dry = await sandbox.run(['init', '--hooks', '--dry-run']);
    expect(dry.stderr).toContain(`would update the hook ${hook}`);
    expect(sandbox.read(hook)).toBe(old);
    await sandbox.ok('init', '--hooks');
    expect(sandbox.read(hook)).toContain('ls-files');
    expect((await sandbox.run(['init', '--hooks'])).stderr).toContain('already checks stories');
  });

  it('goes where core.hooksPath and husky look', async () => {
    const sandbox = start();
    git(sandbox, 'config', 'core.hooksPath', '.githooks');
    await sandbox.ok('init', '--hooks');
    expect(existsSync(join(sandbox.dir, '.githooks/pre-commit'))).toBe(true);
    git(sandbox, 'config', 'core.hooksPath', '.husky/_');
    await sandbox.ok('init', '--hooks');
    expect(existsSync(join(sandbox.dir, '.husky/pre-commit'))).toBe(true);
    const shared = createSandbox();
    git(sandbox, 'config', 'core.hooksPath', shared.dir);
    const { code, stderr } = await sandbox.run(['init', '--hooks']);
    expect(code).toBe(1);
    expect(stderr).toContain('outside this repository');
    expect(existsSync(join(shared.dir, 'pre-commit'))).toBe(false);
  });

  it('writes nothing in a dry run, and needs a repository', async () => {
    const sandbox = start();
    await sandbox.ok('init', '--hooks', '--dry-run');
    expect(existsSync(join(sandbox.dir, hook))).toBe(false);
    const outside = await createSandbox().run(['init', '--hooks']);
    expect(outside).toMatchObject({ code: 2, stdout: '' });
    expect(outside.stderr).toContain('is not in a git repository');
  });

  it('stops a commit, by whatever storymark is on the path', () => {
    const sandbox = start();
    const { dir, write, read } = sandbox;
    write('bin/storymark', '#!/bin/sh\necho "$@" > called\nexit 1\n');
    chmodSync(join(dir, 'bin/storymark'), 0o755);
    writeHook({ path: join(dir, hook), state: 'new' });
    git(sandbox, 'add', '--all');
    const PATH = `${join(dir, 'bin')}:${process.env['PATH']}`;
    const commit = () =>
      execFileSync('git', identity, { cwd: dir, env: { ...process.env, PATH }, stdio: 'pipe' });
    expect(commit).toThrow();
    expect(read('called')).toBe('check --staged\n');
    write('bin/storymark', '#!/bin/sh\nexit 0\n');
    commit();
    expect(git(sandbox, 'log', '--format=%s', '-1')).toBe('again\n');
  });

  it.each([
    ["runs a project's own program", [], true],
    ['runs none that the branch brought', ['node_modules/.bin/storymark'], false],
    ['runs none beside a package that the branch brought', ['node_modules/x/index.js'], false],
  ])('%s', (_, tracked, isRun) => {
    const sandbox = start();
    const { dir, write } = sandbox;
    write('node_modules/.bin/storymark', '#!/bin/sh\ntouch called\n');
    chmodSync(join(dir, 'node_modules/.bin/storymark'), 0o755);
    write('node_modules/x/index.js', '');
    writeHook({ path: join(dir, hook), state: 'new' });
    write('.gitignore', 'node_modules\n');
    git(sandbox, 'add', '--all');
    for (const path of tracked) git(sandbox, 'add', '--force', path);
    const env = { ...process.env, PATH: '/usr/bin:/bin' };
    execFileSync('git', identity, { cwd: dir, env, stdio: 'pipe' });
    expect(existsSync(join(dir, 'called'))).toBe(isRun);
  });
});

const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'again'];
