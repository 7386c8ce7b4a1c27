import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './check-backlog.js';
import { chooseSide, findMergeFaults } from './merge-oracle.js';
import { createSandbox, type Sandbox } from './sandbox.js';

/** One person's clone of a shared backlog. */
export interface Clone {
  readonly dir: string;
  /** Runs a command of ours; fails the test when it fails. */
  run(...argv: readonly string[]): Promise<string>;
  git(...args: readonly string[]): string;
  /** Commits everything; nothing is fine too. */
  commit(): void;
  /** Merges what another repository's main has, and settles conflicts by our side. */
  mergeFrom(repository: string): void;
  push(): void;
}

export interface Clones {
  readonly all: readonly Clone[];
  readonly origin: string;
  readonly counts: { merges: number; conflicts: number; compared: number };
}

/** A shared backlog of a few items, and clones whose git has the merge driver. */
export async function createClones(count: number, items: number): Promise<Clones> {
  const sandbox = createSandbox();
  const seed = at(sandbox, 'seed');
  git(sandbox, 'init', '--quiet', '--initial-branch=main', 'seed');
  await sandbox.ok('-C', 'seed', 'init');
  await sandbox.ok('-C', 'seed', 'sprint', 'create', 'First');
  await sandbox.ok('-C', 'seed', 'sprint', 'create', 'Second');
  const criteria = ['One', 'Two', 'Three'].flatMap((one) => ['--criterion', one]);
  for (let item = 1; item <= items; item += 1) {
    await sandbox.ok('-C', 'seed', 'add', `Item ${item}`, '--points', '3', ...criteria);
  }
  git(seed, 'add', '--all');
  git(seed, 'commit', '--quiet', '-m', 'start');
  git(sandbox, 'clone', '--quiet', '--bare', 'seed', 'origin.git');
  const counts = { merges: 0, conflicts: 0, compared: 0 };
  const origin = join(sandbox.dir, 'origin.git');
  const all: Clone[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `clone-${index}`;
    git(sandbox, 'clone', '--quiet', 'origin.git', name);
    await sandbox.ok('-C', name, 'init', '--git');
    all.push(createClone(sandbox, name, counts));
  }
  return { all, origin, counts };
}

function at(sandbox: Sandbox, folder: string): Sandbox {
  return { ...sandbox, dir: join(sandbox.dir, folder) };
}

function createClone(sandbox: Sandbox, name: string, counts: Clones['counts']): Clone {
  const own = at(sandbox, name);
  const call = (...args: readonly string[]) => git(own, ...args);
  return {
    dir: own.dir,
    run: (...argv) => sandbox.ok('-C', name, ...argv),
    git: call,
    commit() {
      call('add', '--all');
      if (call('status', '--porcelain') !== '') call('commit', '--quiet', '-m', 'work');
    },
    mergeFrom(repository) {
      call('fetch', '--quiet', repository, 'main');
      mergeFetched(own.dir, call, counts);
    },
    push: () => void call('push', '--quiet', 'origin', 'HEAD:main'),
  };
}

type Call = (...args: readonly string[]) => string;

function mergeFetched(dir: string, call: Call, counts: Clones['counts']): void {
  const bases = call('merge-base', '--all', 'HEAD', 'FETCH_HEAD').trim().split('\n');
  const [ours, theirs] = [call('rev-parse', 'HEAD').trim(), call('rev-parse', 'FETCH_HEAD').trim()];
  // Nothing to merge, or nothing of ours.
  if (bases.includes(theirs)) return;
  try {
    call('merge', '--quiet', '--no-edit', theirs);
  } catch {
    counts.conflicts += 1;
  }
  if (bases.includes(ours)) return;
  counts.merges += 1;
  const [base = ''] = bases;
  const touched = (commit: string) =>
    call('diff', '--name-only', base, commit, '--', 'backlog/items').split('\n').filter(Boolean);
  const shared = touched(ours).filter((path) => touched(theirs).includes(path));
  for (const path of shared) {
    const file = join(dir, path);
    const merged = readFileSync(file, 'utf8');
    const show = (commit: string) => call('show', `${commit}:${path}`);
    // Of two common ancestors, neither is what git merged from.
    if (bases.length === 1) {
      counts.compared += 1;
      const faults = findMergeFaults(show(base), show(ours), show(theirs), merged);
      if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}\n${merged}`);
    }
    if (merged.includes('<<<<<<<')) writeFileSync(file, chooseSide(merged, 'ours'));
  }
  call('add', '--all');
  if (call('diff', '--cached', '--name-only') !== '' || isMerging(call)) {
    call('commit', '--quiet', '--no-edit', '-m', 'settled');
  }
}

function isMerging(call: Call): boolean {
  try {
    call('rev-parse', '--quiet', '--verify', 'MERGE_HEAD');
    return true;
  } catch {
    return false;
  }
}
