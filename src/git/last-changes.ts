import { failure, type Problem, type Result, success } from '../text/problem.js';
import { followBack, readFileVersions } from './file-versions.js';
import { isShallow } from './shallow.js';

/**
 * For each file that a commit has below `folder`, by its path in there, the day of the commit that
 * gave it its text. Fails where git keeps no history, or only the end of it (a shallow clone).
 */
export function readLastChanges(
  folder: string,
  revision: string,
): Result<ReadonlyMap<string, string>> {
  if (isShallow(folder))
    return fail('this clone is shallow; fetch the rest with: git fetch --unshallow');
  const files = readFileVersions(folder, revision);
  if (!files.ok) return failure(...files.problems.map(explain));
  if (files.value.length === 0) return fail('there is no git history here to ask');
  const days = files.value.flatMap((file) => {
    const [last] = followBack(file);
    return last ? [[file.path, last.day] as const] : [];
  });
  return success(new Map(days));
}

function fail(message: string): Result<never> {
  return failure(explain({ kind: 'usage', message }));
}

function explain(problem: Problem): Problem {
  return { ...problem, message: `updated: ${problem.message}` };
}
