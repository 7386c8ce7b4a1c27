import type { Value } from '../item/value.js';
import type { ReadValue } from './define-model.js';

/** Attractive, one-dimensional, must-be, indifferent, reverse, questionable. */
export const kanoCategories = ['A', 'O', 'M', 'I', 'R', 'Q'] as const;
export type KanoCategory = (typeof kanoCategories)[number];

/** The five answers, to "how do you feel if it is there" and to "if it is not". */
export const kanoAnswers = ['like', 'must-be', 'neutral', 'live-with', 'dislike'] as const;

/**
 * Rows: the answer if it is there; columns: if it is not. Noriaki Kano et al. (1984), as printed
 * in E. Sauerwein, F. Bailom, K. Matzler and H. Hinterhuber, "The Kano Model: How to Delight Your
 * Customers" (1996), figure 4.
 */
const table = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'] as const;

const spellings: ReadonlyMap<string, number> = new Map(
  [
    ['like', 'enjoy', '1'],
    ['must-be', 'must', 'expect', '2'],
    ['neutral', 'indifferent', "don't-care", '3'],
    ['live-with', 'tolerate', 'can-live-with', 'can-tolerate', '4'],
    ['dislike', '5'],
  ].flatMap((words, index) => words.map((word): readonly [string, number] => [word, index])),
);

/** As charts label them. */
const categoryNames: ReadonlyMap<string, KanoCategory> = new Map([
  ['ATTRACTIVE', 'A'],
  ['ONE-DIMENSIONAL', 'O'],
  ['MUST-BE', 'M'],
  ['INDIFFERENT', 'I'],
  ['REVERSE', 'R'],
  ['QUESTIONABLE', 'Q'],
]);

/**
 * Counts by category (`{A: 7, O: 33}`), or one answer a respondent: `[like, dislike]`, `[1, 5]`, `A`;
 * or the two questions' answers as two lists.
 */
export function readSurvey(value: Value): ReadValue {
  if (typeof value !== 'object' || value === null) {
    return fault('must be counts such as {A: 7, O: 33, M: 50, I: 10}, or a list of answers');
  }
  const counts: Record<string, number> = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
  const answers = Array.isArray(value) ? (value as readonly Value[]) : pairColumns(value);
  const wrong = answers
    ? countAnswers(answers, counts)
    : copyCounts(value as Readonly<Record<string, Value>>, counts);
  if (wrong !== null) return fault(wrong);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return fault('is a survey without answers');
  return Number.isFinite(total)
    ? { ok: true, value: counts }
    : fault('has counts too large to add');
}

/** `{functional: [like, …], dysfunctional: [dislike, …]}`, one place a respondent; null for others. */
function pairColumns(value: object): readonly Value[] | null {
  const { functional, dysfunctional } = value as Readonly<Record<string, Value | undefined>>;
  if (functional === undefined || dysfunctional === undefined) return null;
  const there = [functional].flat() as readonly Value[];
  const absent = [dysfunctional].flat() as readonly Value[];
  const count = Math.max(there.length, absent.length);
  return Array.from({ length: count }, (_, at) => [there[at] ?? null, absent[at] ?? null]);
}

function copyCounts(
  given: Readonly<Record<string, Value>>,
  counts: Record<string, number>,
): string | null {
  for (const [key, count] of Object.entries(given)) {
    const category = readCategory(key);
    if (category === null) return `has no category "${key}": A, O, M, I, R and Q are the six`;
    if (typeof count !== 'number' || !Number.isFinite(count) || count < 0) {
      return `must count 0 or more answers as ${category}, not ${JSON.stringify(count)}`;
    }
    counts[category] = count;
  }
  return null;
}

function countAnswers(answers: readonly Value[], counts: Record<string, number>): string | null {
  for (const [index, answer] of answers.entries()) {
    const category = classifyAnswer(answer);
    if (category === null) {
      return `answer ${index + 1} must be a pair such as [like, dislike] (${kanoAnswers.join(', ')}) or a category`;
    }
    counts[category] = (counts[category] ?? 0) + 1;
  }
  return null;
}

function classifyAnswer(answer: Value): KanoCategory | null {
  const named = typeof answer === 'string' ? readCategory(answer) : null;
  if (named !== null) return named;
  const [there, absent, more] = splitPair(answer);
  if (there === undefined || absent === undefined || more !== undefined) return null;
  const category = table[readAnswer(there) ?? -1]?.[readAnswer(absent) ?? -1];
  return category === undefined ? null : (category as KanoCategory);
}

function splitPair(answer: Value): readonly Value[] {
  if (typeof answer === 'string') return answer.split(/[/,]/);
  if (Array.isArray(answer)) return answer as readonly Value[];
  const map = (answer ?? {}) as Readonly<Record<string, Value>>;
  const pair = [map['functional'], map['dysfunctional']];
  return pair.filter((one) => one !== undefined);
}

/** The answer's row or column, `I can live with it` for `live-with`; or 1 (like) to 5 (dislike). */
function readAnswer(answer: Value): number | undefined {
  if (typeof answer === 'object') return undefined;
  const words = String(answer)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '-');
  return spellings.get(
    words.replace(/^(?:i-am-|i'm-|it-|i-)/, '').replace(/-it(?:-that-way)?$/, ''),
  );
}

function readCategory(text: string): KanoCategory | null {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '-');
  return kanoCategories.find((one) => one === name) ?? categoryNames.get(name) ?? null;
}

function fault(text: string): ReadValue {
  return { ok: false, fault: text };
}

/** The table's cell for a pair of answers. */
export function classifyKano(
  functional: (typeof kanoAnswers)[number],
  dysfunctional: (typeof kanoAnswers)[number],
): KanoCategory {
  return classifyAnswer([functional, dysfunctional]) ?? 'Q';
}
