import type { Backlog } from '../../../backlog/backlog.js';
import type { Memory } from '../../../backlog/memory.js';
import type { Settings } from '../../../backlog/settings.js';
import { type CheckRun, comparePlaces, makeReport } from '../../../check/finding.js';
import { readStory } from '../../../check/read-subjects.js';
import type { StoryOf } from '../../../check/subject.js';
import { visibleFieldsOf } from '../../../check/visible-fields.js';
import type { Item } from '../../../item/item.js';
import type { FoundStory } from '../../../story/reading.js';
import { type Result, success } from '../../../text/problem.js';
import { type BacklogCheck, type BacklogRun, checkItems } from '../check-backlog.js';
import type { Question, SavedRun } from './cached-check.js';

/** What a run saw of each file, as JSON has it: the lists are in the order of the question's items. */
interface SavedFields {
  /** The whole of the question that the run was on. */
  readonly question: string;
  readonly conditions: string;
  readonly hasForecast: boolean;
  readonly keys: readonly string[];
  /** Digests; null for a file that has none to go by. */
  readonly visibleFields: readonly (string | null)[];
}

const memoryName = 'check-visible-fields';
/** More changed files than this are checked with all the others. */
const fewChanged = 32;

/**
 * The stored run with the findings of the few changed files replaced. Null where findings in other
 * files may have changed too: what those see of a changed file is different, or a rule over all
 * files found something in it. The next run starts from the stored one again.
 */
export async function updateRun(
  backlog: Backlog,
  check: BacklogCheck,
  memory: Memory,
  question: Question,
  kept: SavedRun,
): Promise<Result<CheckRun> | null> {
  const known = memory.recall(memoryName) as SavedFields | undefined;
  if (known?.question !== kept.question || known.conditions !== question.conditions) return null;
  if (known.hasForecast) return null;
  const { items, keys } = question;
  const changed = items.filter((_, index) => known.keys[index] !== keys[index]);
  if (changed.length > fewChanged) return null;
  const fromSets = new Set(kept.run.fromSets);
  const { settings } = backlog;
  for (const item of changed) {
    const visible = digestVisibleFields(memory, settings, item, readStory(item, settings));
    if (fromSets.has(item.document.path)) return null;
    if (visible === null || visible !== known.visibleFields[items.indexOf(item)]) return null;
  }
  const checked = await checkItems(backlog, check, changed);
  if (!checked.ok) return checked;
  return success(replaceFindings(kept.run, checked.value, changed));
}

function replaceFindings(
  { report, fixes, fromSets }: CheckRun,
  now: CheckRun,
  changed: readonly Item[],
): CheckRun {
  const paths = new Set(changed.map(({ document }) => document.path));
  const others = report.findings.filter(({ path }) => !paths.has(path));
  const findings = [...others, ...now.report.findings].sort(comparePlaces);
  const otherFixes = [...fixes].filter(([path]) => !paths.has(path));
  return {
    report: makeReport(report.files, findings),
    fixes: new Map([...otherFixes, ...now.fixes]),
    fromSets,
  };
}

/** Stores what a run saw of the files, for `updateRun`; what is known of unchanged ones is reused. */
export function saveVisibleFields(
  memory: Memory,
  settings: Settings,
  { items, keys, conditions, whole }: Question,
  { hasForecast }: BacklogRun,
  storyOf: StoryOf,
): void {
  const known = memory.recall(memoryName) as SavedFields | undefined;
  const isKnown = known?.conditions === conditions;
  const visibleFields = items.map((item, index) => {
    const visible =
      isKnown && known.keys[index] === keys[index] ? known.visibleFields[index] : undefined;
    return visible === undefined
      ? digestVisibleFields(memory, settings, item, storyOf(item))
      : visible;
  });
  const kept = {
    question: whole,
    conditions,
    hasForecast,
    keys,
    visibleFields,
  } satisfies SavedFields;
  memory.keep(memoryName, kept);
}

function digestVisibleFields(
  memory: Memory,
  settings: Settings,
  item: Item,
  story: FoundStory | null,
): string | null {
  const visible = visibleFieldsOf(settings, item, story);
  return visible === null ? null : memory.digest([visible]);
}
