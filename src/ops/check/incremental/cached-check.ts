import { allItems, type Backlog } from '../../../backlog/backlog.js';
import type { Memory } from '../../../backlog/memory.js';
import type { CheckRun } from '../../../check/finding.js';
import type { Item } from '../../../item/item.js';
import { type Result, success } from '../../../text/problem.js';
import type { BacklogCheck } from '../check-backlog.js';

/** A run and what it was on, as JSON has it. */
interface StoredRun extends Omit<CheckRun, 'fixes'> {
  readonly question: string;
  readonly fixes: readonly (readonly [string, NonNullable<ReturnType<CheckRun['fixes']['get']>>])[];
}

export interface SavedRun {
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
 * Checks a backlog and reuses what earlier checks of it found. This is the only entry to this
 * folder; without a cache, `checkBacklog` finds the same. From the cheapest way to the dearest:
 *
 * 1. The same documents, settings, day and options as last time: the last run is the answer. No rule
 *    is loaded (this file).
 * 2. At most 32 documents changed, and none of them in what rules see of it from other files
 *    (`visibleFieldsOf` in `check/visible-fields.ts`) nor in a finding of a rule over all files: the rules look at the
 *    changed documents only, and the other findings of the last run stay (`update-run.ts`). Not
 *    where a forecast took part, which depends on every item.
 * 3. Otherwise all rules over all files run, and of a document that did not change two things are
 *    reused: the story found in it, and, where rules with `isLocal` found nothing in it, those rules
 *    are skipped (`known-files.ts`).
 *
 * A document is known by the digest of its text. Backlogs of fewer than 100 documents are checked
 * without a cache: that is as fast as reading one. `test/ops/remember-files.test.ts` compares
 * each way with a check that knows nothing, over random edits.
 */
export async function checkWithCache(
  backlog: Backlog,
  check: BacklogCheck,
  memory: Memory,
): Promise<Result<CheckRun>> {
  const load = () => import('../check-backlog.js');
  if (allItems(backlog).length < fewDocuments) return (await load()).checkBacklog(backlog, check);
  const question = describeQuestion(backlog, check, memory);
  const kept = loadRun(memory);
  if (kept?.question === question.whole) return success(kept.run);
  const [{ checkBacklog }, { saveVisibleFields, updateRun }, { openKnownFiles }] =
    await Promise.all([load(), import('./update-run.js'), import('./known-files.js')]);
  const updated = kept && (await updateRun(backlog, check, memory, question, kept));
  if (updated) return updated;
  const known = openKnownFiles(memory, backlog.settings, question, [check.today, check.overrides]);
  const checked = await checkBacklog(backlog, check, known);
  if (!checked.ok) return checked;
  known.keep();
  saveVisibleFields(memory, backlog.settings, question, checked.value, known.storyOf);
  const { report, fixes, fromSets } = checked.value;
  const run = { question: question.whole, report, fixes: [...fixes], fromSets } satisfies StoredRun;
  memory.keep(memoryName, run);
  return checked;
}

function loadRun(memory: Memory): SavedRun | null {
  const kept = memory.recall(memoryName) as StoredRun | undefined;
  return kept ? { question: kept.question, run: { ...kept, fixes: new Map(kept.fixes) } } : null;
}

function describeQuestion(
  backlog: Backlog,
  { isReported, today, overrides }: BacklogCheck,
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
    JSON.stringify([settings, problems, today, overrides]),
    ...paths,
    paths.map((path) => (isReported(path) ? 'r' : '-')).join(''),
  ]);
  return { items, keys, conditions, whole: memory.digest([conditions, ...keys]) };
}
