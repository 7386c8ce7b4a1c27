import type { Backlog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import { isWorkItem } from '../backlog/workflow.js';
import { readDocument } from '../item/document.js';
import { type Item, toItem } from '../item/item.js';
import type { ModelInputs, ScoreModel } from '../score/define-model.js';
import { scoreItem } from '../score/score-item.js';
import { failure, type Result, success } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import type { Clock } from './clock.js';
import { setFields } from './set-fields.js';

export interface ScoredItem {
  readonly id: string;
  readonly title: string;
  readonly model: string;
  readonly score: number | null;
  readonly benefit: number | null;
  readonly inputs: ModelInputs;
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

export interface ScoreResult {
  readonly scored: readonly ScoredItem[];
  readonly changes: ChangeSet;
}

/** Writes `input=value` words under `score:` and says what each item's score then is. */
export function scoreItems(
  backlog: Backlog,
  items: readonly Item[],
  model: ScoreModel,
  wordsFor: (item: Item) => readonly string[],
  clock: Clock,
): Result<ScoreResult> {
  const scored: ScoredItem[] = [];
  const changes: ChangeSet[number][] = [];
  for (const item of items) {
    if (!isWorkItem(backlog.settings, item)) return fail(`${item.id} is a ${item.type}: no work`);
    const words = wordsFor(item);
    const unknown = words
      .map(inputName)
      .find((key) => !model.inputs.some((one) => one.key === key));
    if (unknown !== undefined) {
      const known = model.inputs.map(({ key }) => key);
      return fail(
        `${model.id} has no input "${unknown}".${didYouMean(unknown, known)} (${known.join(', ')})`,
      );
    }
    const set = setFields(
      backlog,
      [item],
      words.map((word) => `score.${word}`),
      clock,
    );
    if (!set.ok) return set;
    const after = readAfter(item, set.value);
    const result = scoreItem({ score: after.score, points: after.points }, model);
    const [fault] = result.invalid;
    if (fault) return fail(`${item.id}: ${fault.message}`);
    changes.push(...set.value);
    scored.push({
      id: item.id,
      title: item.title,
      model: model.id,
      score: result.score,
      benefit: result.benefit,
      inputs: result.inputs,
      missing: result.missing,
      warnings: result.warnings.map(({ message }) => message),
    });
  }
  return success({ scored, changes });
}

function inputName(word: string): string {
  return word.slice(0, word.indexOf('='));
}

function readAfter(item: Item, changes: ChangeSet): Item {
  const text = changes.find(({ path }) => path === item.document.path)?.after;
  if (text == null) return item;
  const document = readDocument(item.document.path, text);
  return document.ok ? toItem(document.value) : item;
}

function fail(message: string): Result<never> {
  return failure({ kind: 'usage', message });
}
