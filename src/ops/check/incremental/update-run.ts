import type { Backlog } from '../../../backlog/backlog.js';
import type { Memory } from '../../../backlog/memory.js';
import type { Settings } from '../../../backlog/settings.js';
import { faceOf } from '../../../check/face.js';
import { type CheckRun, comparePlaces, makeReport } from '../../../check/finding.js';
import { readStory } from '../../../check/read-subjects.js';
import type { StoryOf } from '../../../check/subject.js';
import type { Item } from '../../../item/item.js';
import type { FoundStory } from '../../../story/reading.js';
import { type Result, success } from '../../../text/problem.js';
import { type BacklogCheck, type BacklogRun, checkItems } from '../check-backlog.js';
import type { KeptRun, Question } from './cached-check.js';

/** What a run saw of each file, as JSON has it: the lists are in the order of the question's items. */
interface KeptFaces {
  /** The whole of the question that the run was on. */
  readonly question: string;
  readonly conditions: string;
  readonly hasForecast: boolean;
  readonly keys: readonly string[];
  /** Digests; null for a file that has none to go by. */
  readonly faces: readonly (string | null)[];
}

const memoryName = 'check-faces';
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
  kept: KeptRun,
): Promise<Result<CheckRun> | null> {
  const known = memory.recall(memoryName) as KeptFaces | undefined;
  if (known?.question !== kept.question || known.conditions !== question.conditions) return null;
  if (known.hasForecast) return null;
  const { items, keys } = question;
  const changed = items.filter((_, index) => known.keys[index] !== keys[index]);
  if (changed.length > fewChanged) return null;
  const fromSets = new Set(kept.run.fromSets);
  const { settings } = backlog;
  for (const item of changed) {
    const face = digestFace(memory, settings, item, readStory(item, settings));
    if (fromSets.has(item.document.path)) return null;
    if (face === null || face !== known.faces[items.indexOf(item)]) return null;
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
export function keepFaces(
  memory: Memory,
  settings: Settings,
  { items, keys, conditions, whole }: Question,
  { hasForecast }: BacklogRun,
  storyOf: StoryOf,
): void {
  const known = memory.recall(memoryName) as KeptFaces | undefined;
  const isKnown = known?.conditions === conditions;
  const faces = items.map((item, index) => {
    const face = isKnown && known.keys[index] === keys[index] ? known.faces[index] : undefined;
    return face === undefined ? digestFace(memory, settings, item, storyOf(item)) : face;
  });
  const kept = { question: whole, conditions, hasForecast, keys, faces } satisfies KeptFaces;
  memory.keep(memoryName, kept);
}

function digestFace(
  memory: Memory,
  settings: Settings,
  item: Item,
  story: FoundStory | null,
): string | null {
  const face = faceOf(settings, item, story);
  return face === null ? null : memory.digest([face]);
}
