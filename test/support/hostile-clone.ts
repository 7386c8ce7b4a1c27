import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './check-backlog.js';
import { commitState, packState } from './hostile-state.js';
import type { Sandbox } from './sandbox.js';

export interface HostileClone {
  readonly dir: string;
  /** Ids of an open item and of one that only the history has. */
  readonly id: string;
  readonly gone: string;
  /** What the traps that went off wrote, each by its name. */
  sprung(): readonly string[];
}

/**
 * A repository with all that a commit can hold to have a reader run or write something. Each trap
 * writes its name into a file outside.
 */
export async function writeHostileClone(sandbox: Sandbox): Promise<HostileClone> {
  const dir = join(sandbox.dir, 'clone');
  const traps = join(sandbox.dir, 'sprung');
  const trap = (name: string) => `#!/bin/sh\necho ${name} >> '${traps}'\nexit 1\n`;
  const write = (path: string, text: string) => sandbox.write(`clone/${path}`, text);
  const writeTrap = (path: string) => {
    write(path, trap(path));
    chmodSync(join(dir, path), 0o755);
  };
  git(sandbox, 'init', '--quiet', '--initial-branch=main', 'clone');
  await sandbox.ok('init', 'clone');
  const add = async (...words: readonly string[]) =>
    (await sandbox.ok('-C', 'clone', 'add', ...words)).trim();
  const [id, gone] = [await add('Open', '--set', 'status=ready'), await add('Gone')];
  await sandbox.ok('-C', 'clone', 'sprint', 'create', 'Ship it');
  const commit = () => {
    git({ dir }, 'add', '--all', '--force');
    git({ dir }, 'commit', '--quiet', '--no-verify', '-m', 'a commit');
  };
  commit();
  await sandbox.ok('-C', 'clone', 'delete', gone, '--yes');
  await sandbox.ok('-C', 'clone', 'set', id, 'points=3');
  write('.gitattributes', '*.md filter=trap diff=trap merge=trap\n* ident\n');
  write('.gitmodules', '[submodule "sub"]\n\tpath = sub\n\turl = ext::sh -c trap\n');
  for (const path of [
    'node_modules/.bin/storymark',
    'node_modules/.bin/git',
    'git',
    'hooks/post-checkout',
    '.husky/pre-commit',
    '.git-hooks/pre-commit',
    'backlog/hooks/pre-commit',
  ]) {
    writeTrap(path);
  }
  write('package.json', '{"scripts":{"preinstall":"exit 1"},"bin":{"storymark":"./git"}}');
  write('.npmrc', 'script-shell=./git\nnode-options=--require=./trap.cjs\n');
  write('.env', 'NODE_OPTIONS=--require=./trap.cjs\nGIT_DIR=fake\n');
  write('trap.cjs', `require('node:fs').appendFileSync(${JSON.stringify(traps)}, 'trap.cjs\\n')\n`);
  write('backlog/templates/story.md', '---js\nprocess.exit(1)\n---\n');
  write('backlog/items/ST-JS-x.md', '---js\n{ id: process.exit(1) }\n---\n');
  // A bare repository with a configuration of its own, where git looks before it looks above.
  for (const at of ['', 'backlog/']) {
    write(`${at}HEAD`, 'ref: refs/heads/main\n');
    write(`${at}objects/x`, '');
    write(`${at}refs/x`, '');
    write(
      `${at}config`,
      `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = "echo bare >> '${traps}'"\n`,
    );
  }
  sandbox.write('victim', 'untouched\n');
  commitState(dir);
  symlinkSync('/dev/zero', join(dir, 'backlog/endless'));
  symlinkSync('../../../../nowhere', join(dir, 'backlog/dangling'));
  commit();
  return {
    dir,
    id,
    gone,
    sprung: () =>
      existsSync(traps) ? [...new Set(readFileSync(traps, 'utf8').trim().split('\n'))].sort() : [],
  };
}

/**
 * What only an unpacked archive brings: state under git's directory, and a configuration that names
 * a program wherever it can.
 */
export function makeArchive({ dir }: HostileClone, sandbox: Sandbox): void {
  packState(dir);
  const traps = join(sandbox.dir, 'sprung');
  const run = (name: string, rest = 'cat') => `"echo ${name} >> '${traps}'; ${rest}"`;
  const hooks = ['post-index-change', 'pre-commit', 'reference-transaction', 'post-checkout'];
  for (const hook of hooks) {
    sandbox.write(`clone/.git/hooks/${hook}`, `#!/bin/sh\necho ${hook} >> '${traps}'\n`);
    chmodSync(join(dir, '.git/hooks', hook), 0o755);
  }
  sandbox.write('clone/.git/included', `[diff]\n\texternal = ${run('external', 'true')}\n`);
  const config = readFileSync(join(dir, '.git/config'), 'utf8');
  writeFileSync(
    join(dir, '.git/config'),
    `${config.replace('repositoryformatversion = 0', 'repositoryformatversion = 1')}
[extensions]
	partialClone = trap
[remote "trap"]
	url = "ext::sh -c echo% promisor% >>% ${traps}"
	promisor = true
	partialCloneFilter = blob:none
[include]
	path = included
[core]
	fsmonitor = ${run('fsmonitor', 'false')}
	pager = ${run('pager')}
	editor = ${run('editor')}
	askPass = ${run('askpass')}
	sshCommand = ${run('ssh')}
	gitProxy = ${run('proxy')}
	alternateRefsCommand = ${run('alternates')}
[filter "trap"]
	clean = ${run('clean')}
	smudge = ${run('smudge')}
	required = true
[filter "t=r.ap"]
	process = ${run('process')}
[diff "trap"]
	textconv = ${run('textconv')}
	command = ${run('command', 'true')}
[merge "trap"]
	driver = ${run('driver', 'false')}
[log]
	showSignature = true
[gpg]
	program = ${join(dir, 'git')}
[credential]
	helper = ${run('credential')}
[protocol "ext"]
	allow = always
`,
  );
}

/** Takes the blob of a file's first version away, for which a partial clone would fetch. */
export function loseAnObject({ dir }: HostileClone, path: string): void {
  const [first = ''] = git({ dir }, 'rev-list', '--reverse', 'HEAD', '--').split('\n');
  const blob = git({ dir }, 'rev-parse', `${first}:${path}`).trim();
  rmSync(join(dir, '.git/objects', blob.slice(0, 2), blob.slice(2)));
}
