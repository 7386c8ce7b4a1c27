import { type KeptAnswer, readPairwise, writePairwise } from '../../exchange/pairwise.js';
import type { ModelInput } from '../../score/define-model.js';
import type { Day } from '../../text/date.js';
import { type Result, success } from '../../text/problem.js';
import { findNextPair, relateAnswers, type SortStep, type Verdict } from './score-pairwise-sort.js';

/** Where answers are kept, below the backlog's folder: a file that merges line by line. */
export const pairwisePath = 'votes/pairwise.csv';

/** The answers of one backlog, and the sort they stand for. Immutable. */
export interface PairwiseSession {
  readonly answers: readonly KeptAnswer[];
  readonly input: string;
  readonly ids: readonly string[];
  readonly step: SortStep;
  /** Answers that newer ones rule out, as sentences. */
  readonly contradictions: readonly string[];
}

/** Takes up the sort of some items by one input where the kept answers leave it. */
export function openPairwise(
  text: string | null,
  input: string,
  ids: readonly string[],
): Result<PairwiseSession> {
  const read = readPairwise(text ?? '');
  if (!read.ok) {
    return { ok: false, problems: read.problems.map((one) => ({ ...one, path: pairwisePath })) };
  }
  return success(resume(read.value, input, ids));
}

/** The session with one more answer to its question; an answer to the same pair is replaced. */
export function answerPair(
  session: PairwiseSession,
  { first, second }: { readonly first: string; readonly second: string },
  verdict: Verdict,
  on: Day,
): PairwiseSession {
  const { answers, input, ids } = session;
  const others = withoutPair(answers, input, first, second);
  return resume([...others, { input, first, verdict, second, on }], input, ids);
}

/** The session without its answer to a pair. */
export function takeBack(
  { answers, input, ids }: PairwiseSession,
  { first, second }: { readonly first: string; readonly second: string },
): PairwiseSession {
  return resume(withoutPair(answers, input, first, second), input, ids);
}

export function writeSession({ answers }: PairwiseSession): string {
  return writePairwise(answers);
}

function resume(
  answers: readonly KeptAnswer[],
  input: string,
  ids: readonly string[],
): PairwiseSession {
  // Newest first: who thinks otherwise today means it.
  const own = answers
    .filter((answer) => answer.input === input)
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
  const contradictions = relateAnswers(own).contradictions.map(
    ({ first, verdict, second }) => `${first} ${words[verdict]} ${second}`,
  );
  return { answers, input, ids, step: findNextPair(ids, own), contradictions };
}

const words: Readonly<Record<Verdict, string>> = {
  more: 'more than',
  less: 'less than',
  same: 'the same as',
};

function withoutPair(
  answers: readonly KeptAnswer[],
  input: string,
  first: string,
  second: string,
): readonly KeptAnswer[] {
  const pair = [first, second].sort().join(' ');
  return answers.filter(
    (one) => one.input !== input || [one.first, one.second].sort().join(' ') !== pair,
  );
}

/** A value for each group of a sorted list, from what matters most to what matters least. */
export interface ProposedValue {
  readonly id: string;
  readonly value: number;
}

const steps = 10;

/**
 * The values an order is spread over, ascending: the input's scale, or ten even steps of its
 * range; null when it has neither, as reach has not: an order says nothing about how many.
 */
export function scaleOf({ scale, within }: ModelInput): readonly number[] | null {
  if (scale) return scale;
  if (!within) return null;
  const [low, high] = within;
  const step = (high - low) / (steps - 1);
  return Array.from({ length: steps }, (_, index) => Number((low + index * step).toPrecision(3)));
}

/**
 * Spreads sorted groups evenly over a scale: the first gets its top, the last its bottom. Where
 * there are more groups than steps, neighbours share one. An order holds no distances, so what is
 * proposed is for a person to look at.
 */
export function proposeValues(
  groups: readonly (readonly string[])[],
  scale: readonly number[],
): readonly ProposedValue[] {
  const last = Math.max(1, groups.length - 1);
  return groups.flatMap((group, index) => {
    const at = Math.round((1 - index / last) * (scale.length - 1));
    return group.map((id) => ({ id, value: scale[at] ?? 0 }));
  });
}
