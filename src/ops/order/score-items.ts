import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { isWorkItem } from '../../backlog/workflow.js';
import { readDocument } from '../../item/document.js';
import { type Item, toItem } from '../../item/item.js';
import type { Details, ModelInputs, ScoreModel } from '../../score/define-model.js';
import { findInput, scoredFields } from '../../score/read-inputs.js';
import { scoreItem } from '../../score/score-item.js';
import type { Clock } from '../../text/clock.js';
import { collect, type Result, success, usage } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';
import { setFields } from '../items/set-fields.js';

export interface ScoredItem {
  readonly id: string;
  readonly title: string;
  readonly model: string;
  readonly score: number | null;
  readonly benefit: number | null;
  readonly inputs: ModelInputs;
  readonly details: Details | null;
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
    if (!isWorkItem(backlog.settings, item))
      return usage(`${item.id} is a ${item.type}, not a work item`);
    const located = wordsFor(item).map((word) => locateInput(item, model, word));
    const all = collect(located);
    if (!all.ok) return all;
    const words = all.value;
    const set = setFields(backlog, [item], words, clock);
    if (!set.ok) return set;
    const after = readAfter(item, set.value);
    const result = scoreItem(scoredFields(after), model);
    const [fault] = result.invalid;
    if (fault) return usage(`${item.id}: ${fault.message}`);
    changes.push(...set.value);
    scored.push({
      id: item.id,
      title: item.title,
      model: model.id,
      score: result.score,
      benefit: result.benefit,
      inputs: result.inputs,
      details: result.details ?? null,
      missing: result.missing,
      warnings: result.warnings.map(({ message }) => message),
    });
  }
  return success({ scored, changes });
}

/**
 * The field a word such as `impact=3` sets: where the item has that input already, since
 * `score.<model>.<key>` wins over `score.<key>` and would hide it. Deeper keys, as `kano.A=7`, and
 * the model's own place, as `rice.impact=3`, can be said.
 */
function locateInput(item: Item, model: ScoreModel, word: string): Result<string> {
  const [key = '', ...rest] = word.slice(0, word.search(/[+-]?=/)).split('.');
  const isOwn = key === model.id && model.inputs.some((one) => one.key === rest[0]);
  if (isOwn) return success(`score.${word}`);
  const input = model.inputs.find((one) => one.key === key);
  if (!input) {
    const known = model.inputs.map((one) => one.key);
    return usage(
      `${model.id} has no input "${key}".${didYouMean(key, known)} (${known.join(', ')})`,
    );
  }
  const own = `score.${model.id}.${key}`;
  const isThere = findInput(item, model.id, input)?.field === own;
  return success(isThere ? `score.${model.id}.${word}` : `score.${word}`);
}

function readAfter(item: Item, changes: ChangeSet): Item {
  const text = changes.find(({ path }) => path === item.document.path)?.after;
  if (text == null) return item;
  const document = readDocument(item.document.path, text);
  return document.ok ? toItem(document.value) : item;
}
