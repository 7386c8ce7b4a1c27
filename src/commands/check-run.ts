import { join, relative, resolve, sep } from 'node:path';
import { allItems, type Backlog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import { parseCounts } from '../check/counts.js';
import { type CheckReport, comparePlaces, makeReport } from '../check/finding.js';
import type { Sources } from '../check/reporters/reporter.js';
import { checkBacklog, checkLoneFiles, fixBacklog, fixLoneFiles } from '../ops/check-backlog.js';
import {
  changeCounts,
  countsFile,
  pruneSuppressions,
  reportCounted,
  suppressFindings,
} from '../ops/count-findings.js';
import type { FileSystem } from '../store/file-system.js';
import { readText } from '../store/scan.js';
import { readSettings } from '../store/settings-file.js';
import { openStore, type Store } from '../store/store.js';
import type { Problem, Result } from '../text/problem.js';
import type { AskedBacklog } from './check-group.js';
import type { CheckRequest } from './check-request.js';
import type { Selection } from './check-select.js';
import { isIgnoredName } from './check-walk.js';
import type { Context } from './command.js';
import { CommandFailure, unwrap } from './failure.js';

/** Files to write below one folder. */
export interface Write {
  readonly root: string;
  readonly isBacklog: boolean;
  readonly changes: ChangeSet;
}

/** What a check found; paths as seen from where the person stands. */
export interface Checked {
  readonly report: CheckReport;
  readonly sources: Sources;
  readonly writes: readonly Write[];
  readonly notes: readonly string[];
}

/** Checks what is selected: each backlog by its own settings, and lone files together. */
export async function checkSelection(
  context: Context,
  selection: Selection,
  request: CheckRequest,
): Promise<Checked> {
  const checked: Checked[] = [];
  const lone = [...selection.lone];
  for (const asked of selection.backlogs) {
    const { rest, ...one } = await checkOneBacklog(context, selection.files, asked, request);
    checked.push(one);
    lone.push(...rest);
  }
  if (lone.length > 0) checked.push(await checkLone(context, selection.files, lone, request));
  return combine(checked, selection.notes);
}

function combine(checked: readonly Checked[], notes: readonly string[]): Checked {
  const files = checked.reduce((sum, { report }) => sum + report.files, 0);
  const findings = checked.flatMap(({ report }) => report.findings);
  return {
    report: makeReport(files, findings.sort(comparePlaces)),
    sources: new Map(checked.flatMap(({ sources }) => [...sources])),
    writes: checked.flatMap(({ writes }) => writes),
    notes: [...notes, ...checked.flatMap((one) => one.notes)],
  };
}

async function checkOneBacklog(
  context: Context,
  files: FileSystem,
  asked: AskedBacklog,
  request: CheckRequest,
): Promise<Checked & { readonly rest: readonly string[] }> {
  const { root } = asked;
  const show = (path: string) => showPath(context, join(root, path));
  const store = await openForReading(files, root);
  const backlog = unwrapShown(store.read(), show);
  const isReported = (path: string) =>
    asked.isAsked(path) &&
    !(request.ignores && isIgnoredName(path.slice(path.lastIndexOf('/') + 1)));
  const check = {
    isReported,
    today: context.today(backlog.settings.timezone),
    forced: request.forced,
  };
  const mended =
    request.fix === 'no' ? backlog : unwrapShown(await fixBacklog(backlog, check), show);
  const { report } = unwrapShown(await checkBacklog(mended, check), show);

  const before = store.readFile(countsFile);
  const counts = unwrapShown(parseCounts(before, countsFile), show);
  // A run with rules of its own cannot say which entries have become stale.
  const isUsual = !request.readsStdin && !isForced(request);
  const counted = { counts, isChecked: isReported, failsStale: isUsual };
  const now = recount(request, report, counted);
  const changes = [...diffDocuments(backlog, mended)];
  if (request.suppress !== 'no') changes.push(changeCounts(before, now));
  const shown = reportCounted(report, { ...counted, counts: now });
  const rest = accountForNamed(mended, asked, request);
  return {
    report: { ...shown, findings: shown.findings.map((one) => ({ ...one, path: show(one.path) })) },
    sources: listSources(files, root, mended, isReported, show),
    writes: [{ root, isBacklog: true, changes }],
    notes: request.ignores
      ? rest.map((path) => `${show(path)} is no document of the backlog; to check it: --no-ignore`)
      : [],
    rest: request.ignores && !request.readsStdin ? [] : rest.map((path) => join(root, path)),
  };
}

/** A backlog as these files hold it; nothing is written through it. */
export async function openForReading(files: FileSystem, root: string): Promise<Store> {
  const noLock = { timeout: 0, onWait: () => {} };
  return openStore(files, root, noLock, await readSettings(files, root));
}

function isForced({ forced }: CheckRequest): boolean {
  return forced.preset !== undefined || Object.keys(forced.rules ?? {}).length > 0;
}

function recount(
  { suppress }: CheckRequest,
  report: CheckReport,
  counted: Parameters<typeof suppressFindings>[1],
) {
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
function accountForNamed(
  backlog: Backlog,
  { named }: AskedBacklog,
  _request: CheckRequest,
): readonly string[] {
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
  const sources = new Map<string, string>();
  for (const { document } of allItems(backlog)) {
    if (isReported(document.path)) sources.set(show(document.path), document.text);
  }
  for (const { path } of backlog.problems) {
    if (path === undefined || !isReported(path)) continue;
    const text = readText(files, root, path);
    if (typeof text === 'string') sources.set(show(path), text);
  }
  return sources;
}

async function checkLone(
  context: Context,
  files: FileSystem,
  paths: readonly string[],
  request: CheckRequest,
): Promise<Checked> {
  const problems: Problem[] = [];
  const read = paths.flatMap((path) => {
    const shown = showPath(context, path);
    const text = readText(files, '', path);
    if (typeof text === 'string') return [{ path: shown, text }];
    problems.push({ ...text, path: shown });
    return [];
  });
  const mended = request.fix === 'no' ? read : unwrap(await fixLoneFiles(read, request.forced));
  const { report } = unwrap(await checkLoneFiles(mended, problems, request.forced));
  const changes = read.flatMap(({ path, text }, index) => {
    const after = mended[index]?.text ?? text;
    return after === text ? [] : [{ path, before: text, after }];
  });
  return {
    report,
    sources: new Map(mended.map(({ path, text }) => [path, text])),
    writes: changes.length > 0 ? [{ root: context.cwd, isBacklog: false, changes }] : [],
    notes: [],
  };
}

/** A path as a person standing in `cwd` would write it. */
export function showPath({ cwd }: Context, path: string): string {
  return relative(cwd, resolve(path)).split(sep).join('/');
}

/** The value, or the end of the command with paths as a person would write them. */
export function unwrapShown<T>(result: Result<T>, show: (path: string) => string): T {
  if (result.ok) return result.value;
  throw new CommandFailure(
    result.problems.map((problem) =>
      problem.path === undefined ? problem : { ...problem, path: show(problem.path) },
    ),
  );
}
