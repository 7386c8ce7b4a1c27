import { allItems, type Backlog } from '../../backlog/backlog.js';
import type { Memory } from '../../backlog/memory.js';
import type { CheckRun } from '../../check/finding.js';
import type { Item } from '../../item/item.js';
import { type Result, success } from '../../text/problem.js';
import type { BacklogCheck } from './check-backlog.js';

/** A run and what it was on, as JSON has it. */
interface StoredRun extends Omit<CheckRun, 'fixes'> {
  readonly question: string;
  readonly fixes: readonly (readonly [string, NonNullable<ReturnType<CheckRun['fixes']['get']>>])[];
}

export interface KeptRun {
  /** What it was on: the whole of a `Question`. */
  readonly question: string;
  readonly run: CheckRun;
}

/** What a check is of: equal parts make for equal findings. */
export interface Question {
  readonly items: readonly Item[];
  /** Of the items' documents, in their order. */
  readonly keys: readonly string[];
  /** All but what the documents hold: settings, day, which files there are, which are reported. */
  readonly conditions: string;
  /** All of it. */
  readonly whole: string;
}

const memoryName = 'check';
/** Fewer documents are checked as fast as a run is recalled. */
const fewDocuments = 100;

/**
 * Checks a backlog, or gives back the last run when it was on the very same documents, settings and
 * day: nothing else has a say in what is found. Where few documents changed, the run is mended; where
 * many did, it is made anew, with what is known of those that did not. The rules are loaded when
 * one of them has to look at something.
 */
export async function checkRemembering(
  backlog: Backlog,
  check: BacklogCheck,
  memory: Memory,
): Promise<Result<CheckRun>> {
  const load = () => import('./check-backlog.js');
  if (allItems(backlog).length < fewDocuments) return (await load()).checkBacklog(backlog, check);
  const question = describeQuestion(backlog, check, memory);
  const kept = recallRun(memory);
  if (kept?.question === question.whole) return success(kept.run);
  const [{ checkBacklog }, { keepFaces, mendRun }, { openKnownFiles }] = await Promise.all([
    load(),
    import('./mend-run.js'),
    import('./remember-files.js'),
  ]);
  const mended = kept && (await mendRun(backlog, check, memory, question, kept));
  if (mended) return mended;
  const known = openKnownFiles(memory, backlog.settings, question, [check.today, check.forced]);
  const checked = await checkBacklog(backlog, check, known);
  if (!checked.ok) return checked;
  known.keep();
  keepFaces(memory, backlog.settings, question, checked.value, known.storyOf);
  const { report, fixes, fromSets } = checked.value;
  const run = { question: question.whole, report, fixes: [...fixes], fromSets } satisfies StoredRun;
  memory.keep(memoryName, run);
  return checked;
}

function recallRun(memory: Memory): KeptRun | null {
  const kept = memory.recall(memoryName) as StoredRun | undefined;
  return kept ? { question: kept.question, run: { ...kept, fixes: new Map(kept.fixes) } } : null;
}

function describeQuestion(
  backlog: Backlog,
  { isReported, today, forced }: BacklogCheck,
  memory: Memory,
): Question {
  const { settings, problems } = backlog;
  const items = allItems(backlog);
  const keys = items.map(({ document }) => memory.keyOf(document));
  const paths = [
    ...items.map(({ document }) => document.path),
    ...problems.map(({ path = '' }) => path),
  ];
  const conditions = memory.digest([
    JSON.stringify([settings, problems, today, forced]),
    ...paths,
    paths.map((path) => (isReported(path) ? 'r' : '-')).join(''),
  ]);
  return { items, keys, conditions, whole: memory.digest([conditions, ...keys]) };
}
