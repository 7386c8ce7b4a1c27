import type { Backlog } from '../backlog/backlog.js';
import { type CheckReport, listSubjects, loneSubject, runRules } from '../check/engine.js';

/**
 * Checks a backlog. Rules always see all of it; only findings in `paths` (files or folders,
 * relative to the backlog) are reported, all when null.
 */
export async function checkBacklog(
  backlog: Backlog,
  paths: readonly string[] | null,
): Promise<CheckReport> {
  const isAsked = ({ path = '' }: { readonly path?: string }) =>
    paths === null || paths.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
  return runRules(
    listSubjects(backlog).filter(isAsked),
    backlog.problems.filter(isAsked),
    backlog.settings.check.rules,
  );
}

/** Checks Markdown files that belong to no backlog, each as one story. */
export async function checkLoneFiles(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<CheckReport> {
  return runRules(
    files.map(({ path, text }) => loneSubject(path, text)),
    [],
    {},
  );
}
