import { join } from 'node:path';
import { type Result, success, usage } from '../text/problem.js';
import { findWorkTree, runGit, splitNames } from './run-git.js';
import { diffWorkTree } from './work-tree-diff.js';

/**
 * Added, copied, changed, renamed or of another type: what is there to be checked. `D`, deleted,
 * is not.
 */
const presentOnly = '--diff-filter=ACMRT';

/** Branches a change is usually made against, the first that exists; a fork's source first. */
const usualBases = [
  'refs/remotes/upstream/HEAD',
  'refs/remotes/upstream/main',
  'refs/remotes/upstream/master',
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
  '@{upstream}',
];

/**
 * Absolute paths of the files that differ from where HEAD left `base`, committed or not, and of
 * untracked ones that are not ignored.
 */
export function listChangedFiles(folder: string, base: string | null): Result<readonly string[]> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  const start = findStart(folder, base);
  if (!start.ok) return start;
  const tracked =
    start.value === null
      ? listTracked(top.value)
      : diffWorkTree(folder, ['--no-relative', presentOnly, start.value, '--']);
  if (!tracked.ok) return tracked;
  // From the top, as the listing is of the current folder only.
  const untracked = runGit(top.value, ['ls-files', '-z', '--others', '--exclude-standard']);
  if (!untracked.ok) return untracked;
  const names = new Set([...tracked.value, ...splitNames(untracked.value)]);
  return success([...names].map((name) => join(top.value, name)).sort());
}

/** Absolute paths of the files whose content in the index differs from HEAD's. */
export function listStagedFiles(folder: string): Result<readonly string[]> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  const staged = runGit(folder, [
    'diff',
    '--cached',
    '--name-only',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
    '-z',
    presentOnly,
  ]);
  if (!staged.ok) return staged;
  return success(splitNames(staged.value).map((name) => join(top.value, name)));
}

/** Before the first commit everything in the index is new. */
function listTracked(top: string): Result<readonly string[]> {
  const listed = runGit(top, ['ls-files', '-z']);
  return listed.ok ? success(splitNames(listed.value)) : listed;
}

/** The commit to compare with: the merge base with `base`. Null when there are no commits yet. */
function findStart(folder: string, base: string | null): Result<string | null> {
  if (base !== null && !isCommit(folder, base)) {
    return usage(`--changed: unknown commit "${base}"`);
  }
  if (!isCommit(folder, 'HEAD')) return success(null);
  const name = base ?? usualBases.find((one) => isCommit(folder, one));
  if (name === undefined) {
    const message = 'there is no main branch to compare with; give one: --changed BASE';
    return usage(message);
  }
  const merged = runGit(folder, ['merge-base', 'HEAD', name]);
  if (merged.ok) return success(merged.value.trim());
  const message = `HEAD and ${name} have no common commit; in a shallow clone, run git fetch --unshallow (in CI: fetch-depth: 0)`;
  return usage(message);
}

/** Whether git knows a commit by this name. */
export function isCommit(folder: string, name: string): boolean {
  const found = runGit(folder, [
    'rev-parse',
    '--quiet',
    '--verify',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  return found.ok;
}
