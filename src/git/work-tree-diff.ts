import { type Result, success } from '../text/problem.js';
import type { Settings } from './git-environment.js';
import { runGit, splitNames } from './run-git.js';

/**
 * Names of the files that differ between the work tree and a commit, as git compares them: line
 * ends and encodings converted. For that git would run the filters of the configuration
 * (`filter.NAME.clean`) on each file that may have changed; here it runs none, so that a file
 * behind a filter may be listed without need.
 *
 * @param args more options of `git diff`, and the commit
 */
export function diffWorkTree(folder: string, args: readonly string[]): Result<readonly string[]> {
  const options = [
    '--name-only',
    '-z',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
  ];
  const settings = turnOffFilters(folder);
  const listed = runGit(folder, ['diff', ...options, ...args], { settings });
  return listed.ok ? success(splitNames(listed.value)) : listed;
}

/** No setting turns all filters off at once: each is named. */
function turnOffFilters(folder: string): Settings {
  const listed = runGit(folder, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  const names = listed.ok ? splitNames(listed.value) : [];
  const drivers = new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))));
  return [...drivers].flatMap((driver) => [
    // A process, even an empty one, is taken in place of clean and smudge.
    [`${driver}.process`, ''] as const,
    [`${driver}.required`, 'false'] as const,
  ]);
}
