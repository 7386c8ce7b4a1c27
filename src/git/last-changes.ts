import { failure, type Problem, type Result, success } from '../text/problem.js';
import { readLog } from './log.js';
import { runGit } from './run-git.js';

/**
 * For each file below `folder`, by its path in there, the day of the last commit that changed
 * it. Fails where git keeps no history, or only the end of it (a shallow clone).
 */
export function readLastChanges(
  folder: string,
  revision: string,
): Result<ReadonlyMap<string, string>> {
  const shallow = runGit(folder, ['rev-parse', '--is-shallow-repository']);
  if (!shallow.ok) return failure(...shallow.problems.map(explain));
  if (shallow.value.trim() === 'true') {
    return failure({
      kind: 'usage',
      message: 'updated: this clone is shallow; fetch the rest with: git fetch --unshallow',
    });
  }
  const log = readLog(folder, { paths: ['.'], revision });
  if (!log.ok) return log;
  const days = new Map<string, string>();
  for (const { day, files } of log.value) {
    for (const { path } of files) if (!days.has(path)) days.set(path, day);
  }
  return success(days);
}

function explain(problem: Problem): Problem {
  return { ...problem, message: `updated: ${problem.message}` };
}
