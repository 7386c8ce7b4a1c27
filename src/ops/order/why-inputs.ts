import type { KeptAnswer } from '../../exchange/pairwise.js';
import { type KeptVotes, weighVotes } from '../../exchange/votes.js';
import type { Item } from '../../item/item.js';
import type { InputRange, InputValue } from '../../score/define-model.js';
import type { PlaceExplanation } from '../../score/explain-place.js';
import type { InputChange, ItemHistory } from './why-history.js';

/** Votes and answers the repository keeps. */
export interface VoteFiles {
  readonly answers: readonly KeptAnswer[];
  /** By input key. */
  readonly votes: Readonly<Record<string, KeptVotes>>;
}

/** Where one of an item's inputs came from. */
export interface InputSource {
  readonly key: string;
  readonly name: string;
  readonly value: InputValue | null;
  readonly range: InputRange | null;
  /** `score.value`, `points`; null when nowhere. */
  readonly field: string | null;
  readonly origin: 'given' | 'default' | 'missing' | 'invalid' | 'votes' | 'comparisons';
  /** Why it cannot be used, when `invalid`. */
  readonly problem: string | null;
  /** Stakeholders' votes behind it. */
  readonly votes: {
    readonly count: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** How many pairs it was compared in. */
  readonly comparisons: number;
  /** Who wrote it last, and when; null where git keeps no history of it. */
  readonly changed: InputChange | null;
}

export function traceInputs(
  item: Item,
  { inputs, problems }: PlaceExplanation,
  { answers, votes }: VoteFiles,
  history: ItemHistory | null,
): readonly InputSource[] {
  return inputs.map((input) => {
    const { key, name, value, range, field } = input;
    const voted = summarizeVotes(votes[key], item.id);
    const comparisons = answers.filter(
      (one) => one.input === key && [one.first, one.second].includes(item.id),
    ).length;
    const isVoted = input.origin === 'given' && voted !== null && voted.mean === value;
    const isCompared = input.origin === 'given' && comparisons > 0 && !isVoted;
    const last = field?.slice(field.lastIndexOf('.') + 1) ?? key;
    return {
      key,
      name,
      value,
      range,
      field,
      origin: isVoted ? 'votes' : isCompared ? 'comparisons' : input.origin,
      problem: problems.find((one) => one.key === key)?.message ?? null,
      votes: voted,
      comparisons,
      changed: history?.inputs[last] ?? null,
    };
  });
}

function summarizeVotes(kept: KeptVotes | undefined, id: string): InputSource['votes'] {
  const given = kept?.votes[id] ?? [];
  const cast = given.filter((vote) => vote !== null);
  const mean = weighVotes(given, kept?.weights ?? []);
  if (mean === null) return null;
  return { count: cast.length, mean, low: Math.min(...cast), high: Math.max(...cast) };
}
