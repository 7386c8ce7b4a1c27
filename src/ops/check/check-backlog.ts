import { allItems, type Backlog, createBacklog } from '../../backlog/backlog.js';
import type { ForecastOf } from '../../check/define-rule.js';
import {
  type CheckRun,
  type CleanFiles,
  checkSubjects,
  listSubjects,
  standaloneSubjects,
} from '../../check/engine.js';
import type { Fixes } from '../../check/finding.js';
import { applyFixes, fixText } from '../../check/fix.js';
import { type CheckOptions, type CheckSettings, prepareSettings } from '../../check/settings.js';
import { findUnread, type UnreadStories } from '../../check/unread-stories.js';
import { type Document, readDocument } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { findConflictMarkers } from '../../item/merge/conflict-markers.js';
import type { FoundStory } from '../../story/reading.js';
import type { Day } from '../../text/date.js';
import { type Problem, type Result, success } from '../../text/problem.js';
import { watchDates } from '../sprints/forecast-due.js';

/** What of a check need not be done again for a file that did not change. */
export interface KnownFiles {
  storyOf(item: Item): FoundStory | null;
  readonly clean: CleanFiles;
  /** Keeps what was found out about these files, if that spares the next check enough. */
  keep(): void;
}

export interface BacklogCheck {
  /** Which files, by path in the backlog, are reported. Rules always see all of them. */
  readonly isReported: (path: string) => boolean;
  readonly today: Day | null;
  /** What the command line asks for, before what the backlog's settings say. */
  readonly overrides: CheckOptions;
}

/** What was found in a backlog, and by what means. */
export interface BacklogRun extends CheckRun {
  /** A day somebody was told was held to the forecast, in which every item has a say. */
  readonly hasForecast: boolean;
}

/**
 * Checks a backlog. Settings that name unknown rules or options are usage problems.
 *
 * @param known spares looking again at what is known of some files
 */
export async function checkBacklog(
  backlog: Backlog,
  check: BacklogCheck,
  known?: KnownFiles,
): Promise<Result<BacklogRun>> {
  const settings = await prepareSettings(backlog.settings.check, check.overrides);
  return settings.ok ? success(await runOn(backlog, settings.value, check, known)) : settings;
}

/** What the rules that look at one file find in these: not those over all files. */
export async function checkItems(
  backlog: Backlog,
  check: BacklogCheck,
  items: readonly Item[],
): Promise<Result<CheckRun>> {
  const { isReported, today, overrides } = check;
  const settings = await prepareSettings(backlog.settings.check, overrides);
  if (!settings.ok) return settings;
  const forecastOf = today === null ? null : watchDates(backlog, today);
  const subjects = listSubjects(backlog, { items, today, forecastOf });
  const run = checkSubjects({ subjects, settings: settings.value, isReported, withSets: false });
  return success(await run);
}

async function runOn(
  backlog: Backlog,
  settings: CheckSettings,
  { isReported, today }: BacklogCheck,
  known?: KnownFiles,
): Promise<BacklogRun> {
  let hasForecast = false;
  const watch = today === null ? null : watchDates(backlog, today);
  const forecastOf: ForecastOf | null =
    watch &&
    ((item, told) => {
      hasForecast = true;
      return watch(item, told);
    });
  const subjects = listSubjects(backlog, {
    today,
    forecastOf,
    ...(known ? { storyOf: known.storyOf } : {}),
  });
  const run = await checkSubjects({
    subjects,
    problems: backlog.problems,
    settings,
    isReported,
    ...(known ? { clean: known.clean } : {}),
  });
  return { ...run, hasForecast };
}

/** Rounds of fixing: a fix may bring out another. */
const mostRounds = 10;

/** The backlog with everything mended that can be, in the files that are reported. */
export async function fixBacklog(backlog: Backlog, check: BacklogCheck): Promise<Result<Backlog>> {
  const settings = await prepareSettings(backlog.settings.check, check.overrides);
  if (!settings.ok) return settings;
  let fixed = backlog;
  for (let round = 0; round < mostRounds; round += 1) {
    const { fixes } = await runOn(fixed, settings.value, check);
    const next = applyToDocuments(fixed, fixes);
    if (next === null) break;
    fixed = next;
  }
  return success(fixed);
}

/**
 * Null when nothing changes. A fix that would make a file unreadable is left out, and so is any of a
 * file that a merge left half done.
 */
function applyToDocuments(backlog: Backlog, fixes: Fixes): Backlog | null {
  let isChanged = false;
  const documents = allItems(backlog).map(({ document }): Document => {
    const own = fixes.get(document.path);
    if (own === undefined || findConflictMarkers(document.text) !== null) return document;
    const text = applyFixes(document.text, own);
    const read = text === document.text ? null : readDocument(document.path, text);
    if (!read?.ok) return document;
    isChanged = true;
    return read.value;
  });
  return isChanged ? createBacklog(backlog.settings, documents, backlog.problems) : null;
}

/** A Markdown file that belongs to no backlog. */
export interface StandaloneFile {
  readonly path: string;
  readonly text: string;
}

export interface StandaloneRun extends CheckRun {
  /** Files in which no story was found, and what in them looks like one. */
  readonly storyless: readonly { readonly path: string; readonly unread: UnreadStories | null }[];
}

/** Checks standalone files, each with some stories or none; those that cannot be read are findings. */
export async function checkStandaloneFiles(
  files: readonly StandaloneFile[],
  problems: readonly Problem[],
  overrides: CheckOptions,
): Promise<Result<StandaloneRun>> {
  const settings = await prepareSettings({}, overrides);
  if (!settings.ok) return settings;
  const subjects = standaloneSubjects(files);
  const run = await checkSubjects({ subjects, problems, settings: settings.value });
  const storyless = subjects
    .filter(({ stories }) => stories.length === 0)
    .map(({ path, text }) => ({ path, unread: findUnread(text) }));
  return success({ ...run, storyless });
}

/** The same files with everything mended that can be. */
export async function fixStandaloneFiles(
  files: readonly StandaloneFile[],
  overrides: CheckOptions,
): Promise<Result<readonly StandaloneFile[]>> {
  const settings = await prepareSettings({}, overrides);
  if (!settings.ok) return settings;
  const find = async (path: string, text: string) => {
    const subjects = standaloneSubjects([{ path, text }]);
    const { fixes } = await checkSubjects({ subjects, settings: settings.value });
    return fixes.get(path) ?? [];
  };
  const fixed = files.map(async ({ path, text }) => ({
    path,
    text: await fixText(text, (one) => find(path, one)),
  }));
  return success(await Promise.all(fixed));
}
