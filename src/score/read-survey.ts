import type { Value } from '../item/document.js';
import type { ReadValue } from './read-value.js';

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

const spellings: ReadonlyMap<string, number> = new Map([
  ...kanoAnswers.flatMap((answer, index): (readonly [string, number])[] => [
    [answer, index],
    [String(index + 1), index],
  ]),
  ['expect', 1],
  ['must', 1],
  ['tolerate', 3],
]);

/** Counts by category (`{A: 7, O: 33}`), or one answer a respondent: `[like, dislike]`, `[1, 5]`, `A`. */
export function readSurvey(value: Value): ReadValue {
  if (typeof value !== 'object' || value === null) {
    return fault('must be counts such as {A: 7, O: 33, M: 50, I: 10}, or a list of answers');
  }
  const counts: Record<string, number> = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
  const wrong = Array.isArray(value)
    ? countAnswers(value as readonly Value[], counts)
    : copyCounts(value as Readonly<Record<string, Value>>, counts);
  if (wrong !== null) return fault(wrong);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return fault('is a survey without answers');
  return Number.isFinite(total)
    ? { ok: true, value: counts }
    : fault('has counts too large to add');
}

function copyCounts(
  given: Readonly<Record<string, Value>>,
  counts: Record<string, number>,
): string | null {
  for (const [key, count] of Object.entries(given)) {
    const category = key.toUpperCase();
    if (!isCategory(category)) return `has no category "${key}": A, O, M, I, R and Q are the six`;
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
  if (typeof answer === 'string' && isCategory(answer.toUpperCase())) {
    return answer.toUpperCase() as KanoCategory;
  }
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

/** The answer's row or column; answers may be numbered 1 (like) to 5 (dislike). */
function readAnswer(answer: Value): number | undefined {
  if (typeof answer === 'object') return undefined;
  return spellings.get(String(answer).trim().toLowerCase().replace(/\s+/g, '-'));
}

function isCategory(text: string): text is KanoCategory {
  return kanoCategories.some((category) => category === text);
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
