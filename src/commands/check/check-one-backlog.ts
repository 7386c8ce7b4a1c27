import { basename, join } from 'node:path';
import { allItems, type Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { parseCounts } from '../../check/counts.js';
import type { CheckReport } from '../../check/finding.js';
import type { Sources } from '../../check/reporters/reporter.js';
import { noteUnknownLanguage } from '../../language/tags.js';
import type { BacklogCheck } from '../../ops/check/check-backlog.js';
import {
  type CountedFiles,
  changeCounts,
  countsFile,
  pruneSuppressions,
  reportCounted,
  suppressFindings,
} from '../../ops/check/count-findings.js';
import { checkWithCache } from '../../ops/check/incremental/cached-check.js';
import type { FileSystem } from '../../store/file-system.js';
import { isIgnoredName } from '../../store/locate.js';
import { readText } from '../../store/scan.js';
import type { Context } from '../shared/command.js';
import { showPathsIn } from '../shared/shown-path.js';
import type { RequestedBacklog } from './check-group.js';
import { openForCheck, settleInterruptions, unwrapIn } from './check-paths.js';
import type { CheckRequest } from './check-request.js';
import type { Write } from './check-writes.js';

/** What a check found; paths as seen from where the person stands. */
export interface Checked {
  readonly report: CheckReport;
  readonly sources: Sources;
  readonly writes: readonly Write[];
  readonly notes: readonly string[];
}

/** A backlog's report; `rest` are files named in its folder that are none of its documents. */
export interface CheckedBacklog extends Checked {
  /** Absolute paths, to be checked as standalone files. */
  readonly rest: readonly string[];
}

/** Checks a backlog by its settings and its counts file, and mends or counts when asked. */
export async function checkRequestedBacklog(
  context: Context,
  files: FileSystem,
  requested: RequestedBacklog,
  request: CheckRequest,
): Promise<CheckedBacklog> {
  const { root, isRequested } = requested;
  const show = showPathsIn(context.cwd, root);
  await settleInterruptions(context, root);
  const store = await openForCheck(context, files, root);
  const backlog = unwrapIn(root, store.read());
  const isReported = (path: string) =>
    isRequested(path) && !(request.ignores && isIgnoredName(basename(path)));
  const today = context.today(backlog.settings.timezone);
  const check = { isReported, today, overrides: request.overrides };
  const fixed = request.fix === 'no' ? backlog : unwrapIn(root, await fixAll(backlog, check));
  const { report: found } = unwrapIn(root, await checkWithCache(fixed, check, store.memory()));

  const countsText = store.readFile(countsFile);
  const counted: CountedFiles = {
    counts: unwrapIn(root, parseCounts(countsText, countsFile)),
    isChecked: isReported,
    // A run by other rules, or on text not saved yet, cannot say which entries became stale.
    failsStale: !request.readsStdin && !hasOverrides(request),
  };
  const counts = recount(request, found, counted);
  const report = reportCounted(found, { ...counted, counts });
  const fixes = diffDocuments(backlog, fixed);
  const changes = request.suppress === 'no' ? fixes : [changeCounts(countsText, counts)];
  const { rest, notes } = handleUnknownFiles(
    root,
    listUnknownFiles(fixed, requested),
    request,
    show,
  );
  return {
    report: {
      ...report,
      findings: report.findings.map((one) => ({ ...one, path: show(one.path) })),
    },
    sources: listSources(files, root, fixed, isReported, show),
    writes: [{ root, isBacklog: true, changes, fixed: fixes.length }],
    rest,
    notes: [...noteLanguage(fixed), ...notes],
  };
}

function noteLanguage({ settings }: Backlog): readonly string[] {
  const note = noteUnknownLanguage(settings.language);
  return note === null ? [] : [note];
}

async function fixAll(backlog: Backlog, check: BacklogCheck) {
  const { fixBacklog } = await import('../../ops/check/check-backlog.js');
  return fixBacklog(backlog, check);
}

function hasOverrides({ overrides }: CheckRequest): boolean {
  return overrides.preset !== undefined || Object.keys(overrides.rules ?? {}).length > 0;
}

function recount({ suppress }: CheckRequest, report: CheckReport, counted: CountedFiles) {
  if (suppress === 'all') return suppressFindings(report, counted);
  return suppress === 'prune' ? pruneSuppressions(report, counted) : counted.counts;
}

function diffDocuments(before: Backlog, after: Backlog): ChangeSet {
  if (before === after) return [];
  const old = new Map(allItems(before).map(({ document }) => [document.path, document.text]));
  return allItems(after).flatMap(({ document: { path, text } }) => {
    const was = old.get(path);
    return was === undefined || was === text ? [] : [{ path, before: was, after: text }];
  });
}

/** Files named on the command line that lie in the backlog's folder, but are none of it. */
function listUnknownFiles(backlog: Backlog, { named }: RequestedBacklog): readonly string[] {
  if (named.length === 0) return [];
  const known = new Set(allItems(backlog).map(({ document }) => document.path));
  for (const { path } of backlog.problems) if (path !== undefined) known.add(path);
  return named.filter((path) => !known.has(path));
}

function listSources(
  files: FileSystem,
  root: string,
  backlog: Backlog,
  isReported: (path: string) => boolean,
  show: (path: string) => string,
): Sources {
  // Made when a report asks: one without findings does not.
  let texts: ReadonlyMap<string, () => string | undefined> | undefined;
  const open = () => {
    texts ??= new Map([
      ...allItems(backlog)
        .filter(({ document }) => isReported(document.path))
        .map(({ document }) => [show(document.path), () => document.text] as const),
      ...backlog.problems.flatMap(({ path }) => {
        if (path === undefined || !isReported(path)) return [];
        const text = readText(files, root, path);
        return typeof text === 'string' ? [[show(path), () => text] as const] : [];
      }),
    ]);
    return texts;
  };
  return { keys: () => open().keys(), get: (path) => open().get(path)?.() };
}

/** Said, or with `--no-ignore` checked on their own, as is what an editor pipes in. */
function handleUnknownFiles(
  root: string,
  unknownFiles: readonly string[],
  { ignores, readsStdin }: CheckRequest,
  show: (path: string) => string,
): Pick<CheckedBacklog, 'notes' | 'rest'> {
  if (!ignores || readsStdin)
    return { notes: [], rest: unknownFiles.map((path) => join(root, path)) };
  const say = (path: string) =>
    `${show(path)} is not a document of the backlog; check it anyway with --no-ignore`;
  return { notes: unknownFiles.map(say), rest: [] };
}
