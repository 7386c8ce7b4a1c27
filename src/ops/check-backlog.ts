import type { Backlog } from '../backlog/backlog.js';
import { type CheckRun, checkSubjects, listSubjects, loneSubject } from '../check/engine.js';
import { type CheckOptions, prepareSettings } from '../check/settings.js';
import type { Day } from '../text/date.js';
import { type Result, success } from '../text/problem.js';

/**
 * Checks a backlog. Rules always see all of it; only findings in `paths` (files or folders,
 * relative to the backlog) are reported, all when null. `forced` is what the command line asks
 * for. Settings that name unknown rules or options are usage problems.
 */
export async function checkBacklog(
  backlog: Backlog,
  paths: readonly string[] | null,
  today: Day | null = null,
  forced: CheckOptions = {},
): Promise<Result<CheckRun>> {
  const settings = await prepareSettings(backlog.settings.check, forced);
  if (!settings.ok) return settings;
  const isReported = (path: string) =>
    paths === null || paths.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
  const run = await checkSubjects({
    subjects: listSubjects(backlog, today),
    problems: backlog.problems,
    settings: settings.value,
    isReported,
  });
  return success(run);
}

/** Checks Markdown files that belong to no backlog, each with one story or several. */
export async function checkLoneFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  forced: CheckOptions = {},
): Promise<Result<CheckRun>> {
  const settings = await prepareSettings({}, forced);
  if (!settings.ok) return settings;
  const subjects = files.map(({ path, text }) => loneSubject(path, text));
  return success(await checkSubjects({ subjects, settings: settings.value }));
}
