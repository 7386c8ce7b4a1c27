import {
  effectOf,
  type InputValue,
  type ModelInput,
  type ModelInputs,
  type ScoreModel,
} from './define-model.js';
import type { PlaceFinder } from './find-place.js';
import type { ItemScore } from './score-item.js';

/** "At 5 points it would be 4th": one input changed, all else as it is. */
export interface WhatIf {
  readonly key: string;
  readonly name: string;
  readonly from: InputValue;
  readonly to: InputValue;
  /** The place it would then have. */
  readonly position: number;
}

export interface Subject {
  readonly model: ScoreModel;
  readonly finder: PlaceFinder;
  readonly position: number;
  readonly inputs: ModelInputs;
  readonly points: readonly number[] | undefined;
}

/**
 * The smallest change of one input that brings an item into the top, or null when it cannot: the
 * next value of the input's scale that does, else a number found by halving and rounded to as few
 * digits as still do.
 */
export function findChange(subject: Subject, input: ModelInput, top: number): WhatIf | null {
  const reaches = (value: InputValue) => {
    const position = placeAt(subject, input, value);
    return position !== null && position <= top;
  };
  const steps = listSteps(subject, input);
  const to = steps ? (steps.find(reaches) ?? null) : searchNumber(subject, input, reaches);
  if (to === null) return null;
  return describeChange(subject, input, to);
}

/**
 * The input whose change would move the item furthest up: to what the middle one of the other
 * items has, or, where it has that already, to the next step of the scale.
 */
export function findDrag(subject: Subject, all: readonly ItemScore[]): WhatIf | null {
  const candidates = subject.model.inputs.flatMap((input) => {
    const usual = findMedian(all, input.key);
    const steps = listSteps(subject, input) ?? [];
    const own = subject.inputs[input.key];
    return [usual, steps[0] ?? null]
      .filter((value) => value !== null && value !== own)
      .flatMap((value) => describeChange(subject, input, value ?? 0) ?? [])
      .filter(({ position }) => position < subject.position)
      .slice(0, 1);
  });
  const [first, ...others] = candidates;
  if (!first) return null;
  return others.reduce((best, next) => (next.position < best.position ? next : best), first);
}

function describeChange(subject: Subject, input: ModelInput, to: InputValue): WhatIf | null {
  const { key, name } = input;
  const from = subject.inputs[key];
  const position = placeAt(subject, input, to);
  return from === undefined || position === null ? null : { key, name, from, to, position };
}

function placeAt({ finder, inputs }: Subject, { key }: ModelInput, value: InputValue) {
  return finder.placeWith({ ...inputs, [key]: value });
}

/** Better values of an input with a scale, nearest first; null for one that takes any number. */
function listSteps({ inputs, points }: Subject, input: ModelInput): readonly InputValue[] | null {
  const own = inputs[input.key];
  if (input.kind === 'survey') return [];
  if (input.kind === 'choice') {
    const choices = input.choices ?? [];
    return choices.slice(0, choices.indexOf(String(own))).toReversed();
  }
  const scale = input.defaultFrom === 'points' ? (points ?? input.scale) : input.scale;
  if (!scale || typeof own !== 'number') return null;
  const above = scale.filter((value) => value > own);
  const below = scale.filter((value) => value < own).toReversed();
  const effect = effectOf(input);
  if (effect === 'raises') return above;
  if (effect === 'lowers') return below;
  return [...above, ...below].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
}

type Reaches = (value: number) => boolean;

function searchNumber(subject: Subject, input: ModelInput, reaches: Reaches): number | null {
  const own = subject.inputs[input.key];
  if (typeof own !== 'number') return null;
  const effect = effectOf(input);
  const up = effect === 'lowers' ? null : searchUp(own, input, reaches);
  const down = effect === 'raises' ? null : searchDown(own, input, reaches);
  if (up === null || down === null) return up ?? down;
  return up - own <= own - down ? up : down;
}

function searchUp(own: number, { within, kind }: ModelInput, reaches: Reaches): number | null {
  // What stands outside the suggested bounds is no advice.
  const most = Math.max(own, within?.[1] ?? Math.max(1, Math.abs(own)) * 1e6);
  if (!reaches(most)) return null;
  const edge = bisect(own, most, reaches);
  return roundWhile(
    edge,
    Math.ceil,
    (value) => value > own && value <= most && reaches(value),
    kind === 'percent' ? 2 : 0,
  );
}

function searchDown(
  own: number,
  { within, sign, kind }: ModelInput,
  reaches: Reaches,
): number | null {
  const floor = sign === 'any' ? own - Math.max(1, Math.abs(own)) * 1e6 : 0;
  const least = Math.min(own, within?.[0] ?? (sign === 'positive' ? own / 1e6 : floor));
  if (!reaches(least)) return null;
  const edge = bisect(own, least, reaches);
  return roundWhile(
    edge,
    Math.floor,
    (value) => value < own && value >= least && reaches(value),
    kind === 'percent' ? 2 : 0,
  );
}

/** The number nearest to `out` that reaches, between one that does not and one that does. */
function bisect(out: number, inside: number, reaches: Reaches): number {
  let fails = out;
  let works = inside;
  for (let round = 0; round < 100; round += 1) {
    const middle = fails / 2 + works / 2;
    if (middle === fails || middle === works) break;
    if (reaches(middle)) works = middle;
    else fails = middle;
  }
  return works;
}

/** As few decimals as still do; from `digits` on, since nobody says 0.3 for 30 %. */
function roundWhile(
  edge: number,
  round: (value: number) => number,
  isGood: Reaches,
  digits: number,
): number {
  for (let places = digits; places <= 12; places += 1) {
    // Moving the point in the text, so that 0.29 does not become 0.29000000000000004.
    const value = Number(`${round(Number(`${edge}e${places}`))}e-${places}`);
    // A round number must not ask for much more than is needed: 2 weeks where 2.99 would do.
    const isNear = Math.abs(value - edge) <= Math.abs(edge) / 10;
    if (isNear && isGood(value)) return value;
  }
  return edge;
}

function findMedian(all: readonly ItemScore[], key: string): number | null {
  const values = all
    .map(({ inputs }) => inputs[key])
    .filter((value) => typeof value === 'number')
    .sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? null;
}
