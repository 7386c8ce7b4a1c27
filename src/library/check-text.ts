import type { CheckReport } from '../check/finding.js';
import { checkStandaloneFiles } from '../ops/check/check-backlog.js';
import { unwrap } from '../text/problem.js';
import type { CheckChoices } from './backlog-snapshot.js';

export interface CheckTextOptions extends CheckChoices {
  /** The path that findings name; `story.md` without it. */
  readonly path?: string;
}

/**
 * Checks the stories in a Markdown text, as `check` checks a file that belongs to no backlog.
 *
 * @returns findings by their place, lines and columns from 1; none also for a text without stories
 * @throws ProblemError when `options` name a rule, or an option of one, that does not exist
 */
export async function checkText(
  text: string,
  { path = 'story.md', ...choices }: CheckTextOptions = {},
): Promise<CheckReport> {
  const { report } = unwrap(await checkStandaloneFiles([{ path, text }], [], choices));
  return report;
}
