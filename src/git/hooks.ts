import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';
import { findWorkTree } from './work-tree.js';

/** The line a team may put into a hook of its own. */
export const hookCommand = 'storymark check --staged';

const hookText = `#!/bin/sh
# Checks the stories that are being committed, as they are staged. Made by: storymark init --hooks
# To commit all the same: git commit --no-verify
if command -v storymark >/dev/null 2>&1; then
  exec ${hookCommand}
elif [ -x node_modules/.bin/storymark ]; then
  exec node_modules/.bin/${hookCommand}
fi
echo "storymark is not installed here: stories were not checked" >&2
`;

/** What became of the pre-commit hook. */
export interface HookPlan {
  /** Absolute. */
  readonly path: string;
  /**
   * new: there is none yet; ours: it runs storymark already; foreign: there is another one;
   * shared: hooks are kept outside this repository, for others too.
   */
  readonly state: 'new' | 'ours' | 'foreign' | 'shared';
}

/** Where git, or husky in its stead, looks for the pre-commit hook, and what is there. */
export function planHook(folder: string): Result<HookPlan> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  // Respects core.hooksPath, work trees and GIT_DIR; the answer is relative to where it is asked.
  const found = runGit(folder, ['rev-parse', '--git-path', 'hooks']);
  if (!found.ok) return found;
  const asked = resolve(folder, found.value.replace(/\r?\n$/, ''));
  // husky 9 points core.hooksPath to .husky/_, whose scripts run those of .husky.
  const isHusky = basename(asked) === '_' && basename(dirname(asked)) === '.husky';
  const path = join(isHusky ? dirname(asked) : asked, 'pre-commit');
  if (existsSync(path)) {
    const isOurs = readFileSync(path, 'utf8').includes(hookCommand);
    return success({ path, state: isOurs ? 'ours' : 'foreign' });
  }
  const isConfigured = runGit(folder, ['config', '--get', 'core.hooksPath']).ok;
  const isOutside = relative(top.value, path).startsWith('..');
  return success({ path, state: isConfigured && isOutside ? 'shared' : 'new' });
}

/** Writes the hook; fails when one has come to be there meanwhile. */
export function writeHook(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hookText, { mode: 0o755, flag: 'wx' });
}
