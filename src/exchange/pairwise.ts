import { failure, type Result, success } from '../text/problem.js';
import { readDelimited, writeDelimited } from './delimited.js';

/** An answer to "which of these two matters more", as the repository keeps it. */
export interface KeptAnswer {
  /** What was asked about: `value`. */
  readonly input: string;
  readonly first: string;
  readonly verdict: 'more' | 'less' | 'same';
  readonly second: string;
  /** The day it was given. */
  readonly on: string;
}

const head = ['input', 'item', 'verdict', 'other', 'on'];
const verdicts = ['more', 'less', 'same'] as const;

/** Reads the answers; fails on a line that is none, as a merge may have left one. */
export function readPairwise(text: string): Result<readonly KeptAnswer[]> {
  const answers: KeptAnswer[] = [];
  for (const { line, cells } of readDelimited(text)) {
    if (cells.join() === head.join()) continue;
    const [input = '', first = '', word, second = '', on = ''] = cells;
    const verdict = verdicts.find((one) => one === word);
    if (!verdict || input === '' || first === '' || second === '' || cells.length > head.length) {
      const message = `expected a line such as value,ST-1R5AX,more,ST-2Q8BH,2026-11-24`;
      return failure({ kind: 'data', line, message });
    }
    answers.push({ input, first, verdict, second, on });
  }
  return success(answers);
}

/**
 * One line for each pair, sorted, the id that sorts first on the left: an answer given again
 * replaces its line, and branches that answer other questions merge.
 */
export function writePairwise(answers: readonly KeptAnswer[]): string {
  const byPair = new Map<string, readonly string[]>();
  for (const answer of answers) {
    const { input, first, verdict, second, on } = turnAround(answer);
    byPair.set([input, first, second].join(','), [input, first, verdict, second, on]);
  }
  const rows = [...byPair.keys()].sort().map((key) => byPair.get(key) ?? []);
  return [head, ...rows].map((cells) => `${writeDelimited(cells)}\n`).join('');
}

function turnAround(answer: KeptAnswer): KeptAnswer {
  const { first, verdict, second } = answer;
  if (first < second) return answer;
  const other = ({ more: 'less', less: 'more', same: 'same' } as const)[verdict];
  return { ...answer, first: second, verdict: other, second: first };
}
