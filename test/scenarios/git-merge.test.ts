import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driverCommand } from '../../src/git/merge-driver.js';
import { git } from '../support/check-backlog.js';
import { listFiles } from '../support/folder.js';
import { createSandbox, repository, type Sandbox } from '../support/sandbox.js';

/** A repository with a backlog made by `init`, and one story; `on` makes a branch with one commit. */
async function start(folder = '.') {
  const sandbox = createSandbox();
  mkdirSync(join(sandbox.dir, folder), { recursive: true });
  const own: Sandbox = { ...sandbox, dir: join(sandbox.dir, folder) };
  const run = (...argv: readonly string[]) => sandbox.ok('-C', folder, ...argv);
  git(own, 'init', '--quiet', '--initial-branch=main');
  await run('init');
  const criteria = ['--criterion', 'One', '--criterion', 'Two'];
  const id = (await run('add', 'A story', '--points', '3', ...criteria)).trim();
  const { path: file } = JSON.parse(await run('show', id, '--json')) as { path: string };
  const commit = (message: string) => {
    git(own, 'add', '--all');
    git(own, 'commit', '--quiet', '-m', message);
  };
  commit('start');
  return {
    dir: own.dir,
    git: (...args: readonly string[]) => git(own, ...args),
    /** Git's exit code and all it said. */
    tryGit: (...args: readonly string[]) => tryGit(own, args),
    run,
    id,
    file,
    commit,
    read: () => readFileSync(join(own.dir, file), 'utf8'),
    change: (...edits: readonly (readonly [string | RegExp, string])[]) => {
      const path = join(own.dir, file);
      const text = edits.reduce((one, [a, b]) => one.replace(a, b), readFileSync(path, 'utf8'));
      writeFileSync(path, text);
    },
    on: async (branch: string, work: () => unknown) => {
      git(own, 'switch', '--quiet', '-c', branch, 'main');
      await work();
      commit(`work on ${branch}`);
    },
  };
}

function tryGit(sandbox: Sandbox, args: readonly string[]) {
  try {
    return { code: 0, text: git(sandbox, ...args) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: stdout + stderr };
  }
}

type Started = Awaited<ReturnType<typeof start>>;

/** Two branches whose changes touch in the file, so that git alone would report a conflict. */
async function branchOff(started: Started): Promise<void> {
  const { on, run, id, change } = started;
  await on('ours', async () => {
    await run('set', id, 'status=ready', 'labels=api', 'points=5');
    change(['[ ] One', '[x] One']);
  });
  await on('theirs', async () => {
    await run('set', id, 'title=A better story', 'labels=web', 'rank=Zz');
    change(['[ ] Two', '[x] Two']);
  });
}

function expectMerged(text: string): void {
  for (const line of ['status: ready', 'title: A better story', 'points: 5', 'rank: Zz']) {
    expect(text).toContain(`\n${line}\n`);
  }
  expect(text).toMatch(/\nlabels: \[(api, web|web, api)\]\n/);
  expect(text).toContain('- [x] One\n- [x] Two\n');
}

describe('the merge driver', () => {
  it('would not be needed if git did as well', async () => {
    const started = await start();
    started.git('config', '--remove-section', 'merge.storymark');
    await branchOff(started);
    expect(started.tryGit('merge', '--quiet', 'ours').code).toBe(1);
  });

  it.each([
    ['merge', (s: Started) => s.git('merge', '--quiet', 'ours')],
    ['rebase', (s: Started) => s.git('rebase', '--quiet', 'ours')],
    ['cherry-pick', (s: Started) => s.git('cherry-pick', 'ours')],
    [
      'stash',
      (s: Started) => {
        s.git('reset', '--quiet', 'HEAD^');
        s.git('stash');
        s.git('merge', '--quiet', 'ours');
        s.git('stash', 'pop', '--quiet');
      },
    ],
    [
      'revert',
      (s: Started) => {
        s.git('merge', '--quiet', 'ours');
        s.git('revert', '--no-edit', 'ours');
        s.git('revert', '--no-edit', 'HEAD');
      },
    ],
  ] as const)('works in %s', async (_name, act) => {
    const started = await start();
    await branchOff(started);
    act(started);
    expectMerged(started.read());
  });

  it('leaves a conflict where one key got two values, which check names and no command overwrites', async () => {
    const started = await start();
    const { on, run, id, git: call, tryGit: attempt, read, file } = started;
    await on('ours', () => run('set', id, 'points=5', 'status=ready'));
    await on('theirs', () => run('set', id, 'points=8', 'labels=web'));
    const merge = attempt('merge', 'ours');
    expect(merge.code).toBe(1);
    expect(merge.text).toContain(`${file}: both sides changed points`);
    const text = read();
    expect(text).toMatch(/\n<{7} .*\npoints: 8\n={7}\npoints: 5\n>{7} .*\n/);
    expect(text).toContain('\nstatus: ready\n');
    expect(text).toContain('\nlabels: [web]\n');
    expect(call('status', '--porcelain')).toContain(`UU ${file}`);
    await expect(run('check')).rejects.toThrow('ended with 1');
    await expect(run('set', id, 'points=1')).rejects.toThrow('ended with 2');
    expect(read()).toBe(text);
  });

  it.each(['diff3', 'zdiff3'])(
    'shows the common ancestor with merge.conflictStyle=%s',
    async (style) => {
      const started = await start();
      const { on, run, id, git: call, tryGit: attempt, read, change } = started;
      call('config', 'merge.conflictStyle', style);
      await on('ours', async () => {
        await run('set', id, 'points=5');
        change(['] One', '] Uno']);
      });
      await on('theirs', async () => {
        await run('set', id, 'points=8');
        change(['] One', '] Eins']);
      });
      expect(attempt('merge', 'ours').code).toBe(1);
      const marked = (ours: string, base: string, theirs: string) =>
        new RegExp(`\\n<{7} .*\\n${ours}\\n\\|{7} .+\\n${base}\\n={7}\\n${theirs}\\n>{7} .*\\n`);
      expect(read()).toMatch(marked('points: 8', 'points: 3', 'points: 5'));
      expect(read()).toMatch(marked('- \\[ \\] Eins', '- \\[ \\] One', '- \\[ \\] Uno'));
      await expect(run('check')).rejects.toThrow('ended with 1');
      await expect(run('set', id, 'points=1')).rejects.toThrow('ended with 2');
    },
  );

  it('makes its markers as long as the attribute conflict-marker-size says', async () => {
    const started = await start();
    const { on, run, id, tryGit: attempt, read, dir } = started;
    writeFileSync(join(dir, '.git/info/attributes'), '*.md conflict-marker-size=11\n');
    await on('ours', () => run('set', id, 'points=5'));
    await on('theirs', () => run('set', id, 'points=8'));
    expect(attempt('merge', 'ours').code).toBe(1);
    expect(read()).toMatch(/\n<{11} .*\npoints: 8\n={11}\npoints: 5\n>{11} .*\n/);
  });

  it('does not overwrite a body in conflict either, save to settle it', async () => {
    const started = await start();
    const { on, run, id, tryGit: attempt, read, change } = started;
    await on('ours', () => change(['] One', '] Uno']));
    await on('theirs', () => change(['] One', '] Eins']));
    expect(attempt('merge', 'ours').code).toBe(1);
    const text = read();
    expect(text).toContain('- [ ] Eins\n=======\n- [ ] Uno\n');
    for (const argv of [
      ['set', id, 'points=1'],
      ['set', id, 'points=1', '--dry-run'],
      ['start', id],
      ['drop', id],
    ]) {
      await expect(run(...argv)).rejects.toThrow(/ended with 3: .*conflict markers/);
    }
    expect(read()).toBe(text);
    await expect(run('check')).rejects.toThrow('ended with 1');
    change([/<{7}.*\n(.*\n)={7}\n.*\n>{7}.*\n/, '$1']);
    await run('set', id, 'points=1');
    expect(read()).toContain('points: 1\n');
  });

  it('merges a file that was archived on one side and changed on the other', async () => {
    const started = await start();
    const { on, run, id, git: call, dir } = started;
    await on('ours', () => run('set', id, 'points=5', 'labels=api'));
    await on('theirs', async () => {
      await run('drop', id);
      await run('archive', id);
    });
    call('merge', '--quiet', 'ours');
    const items = listFiles(dir).filter((path) => path.includes('/items/'));
    expect(items).toEqual([expect.stringContaining('items/archive/')]);
    const text = readFileSync(join(dir, items[0] ?? ''), 'utf8');
    for (const part of ['points: 5', 'labels: [api]', 'status: dropped'])
      expect(text).toContain(part);
  });

  it('leaves it to git when one side deleted the file', async () => {
    const started = await start();
    const { on, run, id, git: call, tryGit: attempt, file } = started;
    await on('ours', () => run('set', id, 'points=5'));
    await on('theirs', () => call('rm', '--quiet', file));
    expect(attempt('merge', 'ours').text).toContain('modify/delete');
  });

  it('merges a file both sides added', async () => {
    const started = await start();
    const { on, git: call, read, change, dir, file } = started;
    const text = read();
    call('rm', '--quiet', file);
    call('commit', '--quiet', '-m', 'gone');
    const add = (...edits: readonly (readonly [string, string])[]) => {
      mkdirSync(join(dir, 'backlog/items'), { recursive: true });
      writeFileSync(join(dir, file), text);
      change(...edits);
    };
    await on('ours', () => add(['[ ] One', '[x] One'], ['created:', 'labels: [api]\ncreated:']));
    await on('theirs', () => add(['[ ] Two', '[x] Two'], ['created:', 'labels: [web]\ncreated:']));
    call('merge', '--quiet', 'ours');
    expect(read()).toContain('- [x] One\n- [x] Two\n');
    expect(read()).toContain('labels: [web, api]\n');
  });

  it('merges branches that were merged into each other before', async () => {
    const started = await start();
    const { run, id, git: call, read, commit } = started;
    await branchOff(started);
    call('branch', 'theirs-before');
    call('merge', '--quiet', 'ours');
    call('switch', '--quiet', 'ours');
    call('merge', '--quiet', 'theirs-before');
    await run('set', id, 'labels+=one');
    commit('one');
    call('switch', '--quiet', 'theirs');
    await run('set', id, 'labels+=two');
    commit('two');
    call('merge', '--quiet', 'ours');
    expect(JSON.parse(await run('show', id, '--json')).labels.sort()).toEqual([
      'api',
      'one',
      'two',
      'web',
    ]);
    expect(read()).not.toContain('<<<<');
  });

  it('merges by lines what is no document on a side', async () => {
    const started = await start();
    const { on, run, id, change, git: call, read } = started;
    await on('ours', () => change(['] Two', '] Three']));
    await on('theirs', async () => {
      await run('set', id, 'status=ready');
      change(['type: story', 'type: "story']);
    });
    call('merge', '--quiet', 'ours');
    expect(read()).toContain('status: ready');
    expect(read()).toContain('] Three');
  });

  it('works in folders with odd names, and in another work tree', async () => {
    const started = await start("it's 100 % odd");
    await branchOff(started);
    started.git('worktree', 'add', '--quiet', '../other tree', 'ours');
    const other = { ...createSandbox(), dir: join(started.dir, '../other tree') };
    git(other, 'merge', '--quiet', 'theirs');
    expectMerged(readFileSync(join(other.dir, started.file), 'utf8'));
  });
});

describe('the command in the configuration', () => {
  function runDriver(command: string, dir: string, path: string) {
    const line = command
      .replaceAll('%%', '%')
      .replaceAll('%O', 'base')
      .replaceAll('%A', 'ours')
      .replaceAll('%B', 'theirs')
      .replaceAll('%L', '7')
      .replaceAll('%P', "'a b.md'");
    return spawnSync('sh', ['-c', line], { cwd: dir, env: { ...process.env, PATH: path } });
  }

  function writeSides(): Sandbox {
    const sandbox = createSandbox();
    const text = (points: number) =>
      `---\nid: ST-1\ntype: story\ntitle: x\npoints: ${points}\n---\n`;
    for (const [name, points] of [
      ['base', 1],
      ['ours', 2],
      ['theirs', 3],
    ] as const) {
      sandbox.write(name, text(points));
    }
    return sandbox;
  }

  it('makes git merge by lines when the program is gone, or breaks', () => {
    for (const program of [
      '/nowhere/storymark',
      join(repository, 'test/support/broken-program.sh'),
    ]) {
      const { dir, read } = writeSides();
      const { status } = runDriver(driverCommand(dir, program), dir, '/usr/bin:/bin');
      expect(status).toBe(1);
      expect(read('ours')).toContain('points: 2\n=======\npoints: 3\n');
    }
  });

  const own = 'node_modules/storymark/bin/storymark.js';

  it.each([
    ['one outside, whatever the branch brings', '../outside', [own], 'outside'],
    ['its own, which npm installed', own, [], 'npm'],
    ['not its own that the branch brought', own, [own], 'path'],
    ['not its own beside a package of the branch', own, ['node_modules/chalk/index.js'], 'path'],
    ['not its own behind a link of the branch', own, ['node_modules/.bin/storymark'], 'path'],
    ['one on the path when the other is gone', '../gone', [own], 'path'],
    ['one with odd letters in its name', "../it's 100%/out side", [own], 'outside'],
  ])('runs %s', (_, program, tracked, expected) => {
    const { dir, write, read } = writeSides();
    const project = join(dir, 'project');
    execFileSync('git', ['init', '--quiet', project]);
    const put = (path: string, name: string) => {
      write(path, `#!/bin/sh\necho merged by ${name} > "$3"\n`);
      chmodSync(join(dir, path), 0o755);
    };
    put(`project/${own}`, 'npm');
    put('project/node_modules/.bin/storymark', 'npm');
    put('on-path/storymark', 'path');
    write('project/node_modules/chalk/index.js', '');
    if (program.includes('out')) put(join('project', program), 'outside');
    if (tracked.length > 0) execFileSync('git', ['-C', project, 'add', '--force', ...tracked]);
    const command = driverCommand(project, join(project, program));
    const { status } = runDriver(command, dir, `${join(dir, 'on-path')}:/usr/bin:/bin`);
    expect([status, read('ours')]).toEqual([0, `merged by ${expected}\n`]);
  });
});

describe('a fresh clone', () => {
  it('is told once that its git lacks the driver, and init --git mends that', async () => {
    const { dir, id } = await start();
    const sandbox = createSandbox();
    git(sandbox, 'clone', '--quiet', dir, 'clone');
    const run = (...argv: readonly string[]) => sandbox.run(['-C', 'clone', ...argv]);
    const first = await run('list', '--json');
    expect(first.stderr).toContain('storymark init --git');
    expect(JSON.parse(first.stdout)).toHaveLength(1);
    expect((await run('list')).stderr).toBe('');
    // From anywhere in it.
    const set = await sandbox.run(['-C', 'clone/backlog/items', 'init', '--git', '--json']);
    expect(JSON.parse(set.stdout)).toMatchObject({ path: null, merges: true });
    const clone = { ...sandbox, dir: join(sandbox.dir, 'clone') };
    expect(git(clone, 'status', '--porcelain')).toBe('');
    expect(git(clone, 'check-attr', 'merge', `backlog/items/${id}.md`)).toContain(
      'merge: storymark',
    );
    expect(git(clone, 'config', 'merge.storymark.driver')).toContain('merge-driver %O %A %B');
  });

  it('is told nothing when git has the driver, or there is no git', async () => {
    const { run: ok } = await start();
    expect(await ok('list')).toContain('A story');
    const sandbox = createSandbox();
    await sandbox.ok('init');
    expect((await sandbox.run(['list'])).stderr).toBe('');
    const { code, stderr } = await sandbox.run(['init', '--git']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not in a git repository')]);
  });
});
