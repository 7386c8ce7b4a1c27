import { failure, type Result, success, usage } from '../text/problem.js';
import type { Details, InputRange, InputValue, ModelInput, ScoreModel } from './define-model.js';
import type { Derivation, DerivedScore } from './derive-scores.js';
import { findChange, findDrag, type WhatIf } from './find-change.js';
import { makePlaceFinder } from './find-place.js';
import { reachFrom } from './rank-graph.js';
import {
  describeCycleIn,
  orderByMerit,
  type RankableItem,
  type Standing,
  scoreStanding,
} from './ranking.js';
import { findInput, type InputProblem } from './read-inputs.js';

export interface ExplainOptions {
  /** How many places count as the top; 10 unless said. */
  readonly top?: number;
  readonly derivation?: Derivation;
  /** The scale estimates are taken from: what points could be instead. */
  readonly points?: readonly number[];
}

export interface ExplainedInput {
  readonly key: string;
  readonly name: string;
  /** As read; null when it is missing or unsound. */
  readonly value: InputValue | null;
  readonly range: InputRange | null;
  /** `given` under `score:`, `default` from another field, else `missing` or `invalid`. */
  readonly origin: 'given' | 'default' | 'missing' | 'invalid';
  /** Where it stands: `score.wsjf.value`, `points`; null when nowhere. */
  readonly field: string | null;
}

export interface PlaceExplanation {
  readonly id: string;
  readonly model: string;
  readonly formula: string;
  readonly position: number;
  readonly of: number;
  readonly was: number;
  readonly score: number | null;
  readonly benefit: number | null;
  readonly details: Details;
  readonly inputs: readonly ExplainedInput[];
  readonly problems: readonly InputProblem[];
  readonly warnings: readonly InputProblem[];
  /** How the score came about, when something derived is on. */
  readonly derived: DerivedScore | null;
  readonly pinned: boolean;
  /** The item whose score, or pin, set its place, since it waits on this one. */
  readonly pulledUpBy: string | null;
  /** Everything it waits for, and everything that waits for it, however far; nearest first. */
  readonly waitsFor: readonly string[];
  readonly waitedForBy: readonly string[];
  readonly top: {
    readonly size: number;
    readonly isIn: boolean;
    /** What it waits for stands before it, so no score takes it above this place. */
    readonly best: number;
    /** For each input that can do it alone, the smallest change that brings it in. */
    readonly changes: readonly WhatIf[];
  };
  /** The input that holds it back most, against what the others have; null when none does. */
  readonly drag: WhatIf | null;
}

/** Why one item stands where it does, and what would change that. Fails on a cycle. */
export function explainPlace(
  items: readonly RankableItem[],
  model: ScoreModel,
  id: string,
  { top = 10, derivation = {}, points }: ExplainOptions = {},
): Result<PlaceExplanation> {
  const standing = scoreStanding(items, model, derivation);
  const order = orderByMerit(standing);
  const { present, scores, derived, merits, graph } = standing;
  if (order.indexes.length < present.length) return failure(describeCycleIn(present));
  const index = present.findIndex((item) => item.id === id);
  const item = present[index];
  const scored = scores[index];
  if (!item || !scored) {
    return usage(`${id} is not a ranked item`);
  }
  const position = order.indexes.indexOf(index) + 1;
  const driver = order.drivers[index] ?? index;
  const finder = makePlaceFinder(standing, order, model, index);
  const subject = { model, finder, position, inputs: scored.inputs, points };
  const canMove = scored.score !== null && !item.pinned;
  const nameAll = (indexes: readonly number[]) => indexes.map((at) => present[at]?.id ?? '');
  return success({
    id,
    model: model.id,
    formula: model.formula,
    position,
    of: present.length,
    was: index + 1,
    score: derived[index]?.score ?? null,
    benefit: derived[index]?.benefit ?? null,
    details: scored.details ?? {},
    inputs: model.inputs.map((input) => explainInput(input, standing, index, model)),
    problems: scored.invalid,
    warnings: scored.warnings,
    derived: derived[index]?.derived ?? null,
    pinned: item.pinned ?? false,
    pulledUpBy:
      driver === index || merits[driver] === merits[index] ? null : (present[driver]?.id ?? null),
    waitsFor: nameAll(reachFrom(graph.blockers, index)),
    waitedForBy: nameAll(reachFrom(graph.dependents, index)),
    top: {
      size: top,
      isIn: position <= top,
      best: finder.best,
      changes:
        canMove && position > top && finder.best <= top
          ? model.inputs.flatMap((input) => findChange(subject, input, top) ?? [])
          : [],
    },
    drag: canMove ? findDrag(subject, scores) : null,
  });
}

function explainInput(
  input: ModelInput,
  { present, scores }: Standing,
  index: number,
  { id }: ScoreModel,
): ExplainedInput {
  const { key, name, defaultFrom } = input;
  const item = present[index];
  const { inputs = {}, ranges = {} } = scores[index] ?? {};
  const field = (item ? findInput(item, id, input)?.field : null) ?? null;
  const isRead = Object.hasOwn(inputs, key);
  return {
    key,
    name,
    value: inputs[key] ?? null,
    range: ranges[key] ?? null,
    origin:
      field === null
        ? 'missing'
        : !isRead
          ? 'invalid'
          : field === defaultFrom
            ? 'default'
            : 'given',
    field,
  };
}
