import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Result, success } from '../text/problem.js';
import { readOrNull } from './git-folder.js';
import { chooseSharedProgram } from './program-line.js';
import { findWorkTree, runGit } from './run-git.js';

/** The line a team may put into a hook of its own. */
const hookArguments = 'check --staged';
export const hookCommand = `storymark ${hookArguments}`;

const madeBy = '# Made by: storymark init --hooks';

const hookText = `#!/bin/sh
# Checks the stories that are being committed, as they are staged: ${hookCommand}
${madeBy}
# To commit all the same: git commit --no-verify
# A project's own program runs only while git tracks nothing in node_modules: no branch brings it.
${chooseSharedProgram.join('\n')}
if command -v "$s" >/dev/null 2>&1; then
  exec "$s" ${hookArguments}
fi
echo "storymark is not installed here: stories were not checked" >&2
`;

/** What became of the pre-commit hook. */
export interface HookPlan {
  /** Absolute. */
  readonly path: string;
  /**
   * new: there is none yet; ours: it runs storymark already; old: an earlier version made it;
   * foreign: there is another one; shared: hooks are kept outside this repository, for others too.
   */
  readonly state: 'new' | 'ours' | 'old' | 'foreign' | 'shared';
}

/** Where git, or husky in its stead, looks for the pre-commit hook, and what is there. */
export function planHook(folder: string): Result<HookPlan> {
  const top = findWorkTree(folder);
  if (!top.ok) return top;
  // Respects core.hooksPath, work trees and GIT_DIR; the answer is relative to where it is asked.
  const found = runGit(folder, ['rev-parse', '--git-path', 'hooks'], { door: 'write' });
  if (!found.ok) return found;
  const asked = resolve(folder, found.value.replace(/\r?\n$/, ''));
  // husky 9 points core.hooksPath to .husky/_, whose scripts run those of .husky.
  const isHusky = basename(asked) === '_' && basename(dirname(asked)) === '.husky';
  const path = join(isHusky ? dirname(asked) : asked, 'pre-commit');
  if (existsSync(path)) return success({ path, state: judge(readOrNull(path) ?? '') });
  const isConfigured = runGit(folder, ['config', '--get', 'core.hooksPath'], { door: 'write' }).ok;
  const isOutside = relative(top.value, path).startsWith('..');
  return success({ path, state: isConfigured && isOutside ? 'shared' : 'new' });
}

function judge(text: string): HookPlan['state'] {
  if (text === hookText) return 'ours';
  // As it was made before it looked at what git tracks.
  const isOld = text.includes(madeBy.slice(2)) && text.includes('elif [ -x node_modules/.bin/');
  if (isOld) return 'old';
  return text.includes(hookCommand) ? 'ours' : 'foreign';
}

/** Writes the hook; a new one fails when one has come to be there meanwhile. */
export function writeHook({ path, state }: HookPlan): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hookText, { mode: 0o755, flag: state === 'old' ? 'w' : 'wx' });
}
