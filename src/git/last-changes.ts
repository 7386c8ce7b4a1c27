import { failure, type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

const commitMark = '\u0001';

/**
 * For each file below `folder`, by its path in there, the day of the last commit that changed
 * it. Fails where git keeps no history, or only the end of it (a shallow clone).
 */
export function readLastChanges(
  folder: string,
  revision: string,
): Result<ReadonlyMap<string, string>> {
  const shallow = runGit(folder, ['rev-parse', '--is-shallow-repository']);
  if (!shallow.ok) {
    return failure({ kind: 'usage', message: 'updated: there is no git history here to ask' });
  }
  if (shallow.value.trim() === 'true') {
    return failure({
      kind: 'usage',
      message: 'updated: this clone is shallow; fetch the rest with: git fetch --unshallow',
    });
  }
  const log = runGit(folder, [
    'log',
    `--format=${commitMark}%cs`,
    '--name-only',
    '--relative',
    '-z',
    '--end-of-options',
    revision,
    '--',
    '.',
  ]);
  if (!log.ok) return success(new Map());
  const days = new Map<string, string>();
  let day = '';
  for (const part of log.value.split(/[\0\n]/)) {
    if (part.startsWith(commitMark)) day = part.slice(1);
    else if (part !== '' && !days.has(part)) days.set(part, day);
  }
  return success(days);
}
