import { plainText, type Value } from '../item/value.js';
import type { ModelInput, ReadValue } from './define-model.js';
import { readAmount } from './read-amount.js';
import { readSurvey } from './read-survey.js';

/** Reads one value as its input's kind says. Only sign and finiteness are enforced, and form. */
export function readValue(value: Value, input: ModelInput): ReadValue {
  switch (input.kind) {
    case 'choice':
      return readChoice(value, input.choices ?? []);
    case 'survey':
      return readSurvey(value);
    default:
      return readRange(value, input);
  }
}

/** In any case and spelling people use: `Must`, `won't`, `should have`, `M`. */
function readChoice(value: Value, choices: readonly string[]): ReadValue {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  const word = text.replace(/['’]/g, '').replace(/[\s-]+have$/, '');
  const meant = choices.filter((choice) => choice === word || (word && choice[0] === word));
  const [choice] = meant;
  if (choice !== undefined && meant.length === 1) return { ok: true, value: choice };
  return { ok: false, fault: `must be ${joinOr(choices)}, not ${describeValue(value)}` };
}

function readRange(value: Value, input: ModelInput): ReadValue {
  // The common case first: a plain number needs no text work.
  if (typeof value === 'number' && (input.kind ?? 'number') === 'number') {
    return checkSign(value, value, input) ?? { ok: true, value };
  }
  const parts = typeof value === 'string' ? value.split('..') : [value];
  // Three dots are a slip of the finger: `0...5` must not become 0 to .5.
  if (parts.length > 3 || (parts.length > 1 && String(value).includes('...'))) {
    return notAn(input, value);
  }
  const numbers: number[] = [];
  for (const part of parts) {
    const number = readAmount(part, input, parts.at(-1) ?? null);
    if (number === null || Number.isNaN(number)) return notAn(input, value);
    const fault = checkSign(number, value, input);
    if (fault) return fault;
    numbers.push(number);
  }
  const [low = 0, middle = low, high = middle] = numbers;
  if (numbers.length === 1) return { ok: true, value: low };
  if (low > middle || middle > high) {
    return { ok: false, fault: `must run from low to high, not ${describeValue(value)}` };
  }
  // Halves first: the sum of two huge ends would overflow.
  const point = numbers.length === 3 ? middle : low / 2 + high / 2;
  const mode = numbers.length === 3 ? middle : null;
  return { ok: true, value: point, range: { low, mode, high } };
}

function checkSign(number: number, value: Value, { sign, kind }: ModelInput): ReadValue | null {
  if (!Number.isFinite(number)) {
    return { ok: false, fault: `must be ${nouns[kind ?? 'number']}, not ${describeValue(value)}` };
  }
  if (sign === 'positive' && number <= 0) {
    return { ok: false, fault: `must be above 0, not ${String(value)}` };
  }
  if (sign === 'non-negative' && number < 0) {
    return { ok: false, fault: `must be 0 or more, not ${String(value)}` };
  }
  return null;
}

const nouns = {
  number: 'a number',
  percent: 'a percentage such as 80%',
  rate: 'money over time such as 30000/month',
  duration: 'a duration such as 3d or 2w',
  choice: 'a word',
  survey: 'a survey',
} as const;

function notAn({ kind }: ModelInput, value: Value): ReadValue {
  const text = Array.isArray(value) ? value.map(plainText).join(' to ') : describeValue(value);
  const isRange = looksLikeRange.test(text);
  const hint = isRange ? '; a range is written with two dots: 5..13' : '';
  const fault = `must be ${nouns[kind ?? 'number']}, not ${describeValue(value)}${hint}`;
  return { ok: false, fault };
}

/** `5-13`, `5 to 13`, `5…13`, `5...13`: what others write for a range. */
const looksLikeRange = /\d\D{0,3}(?:[-–—~…]|\bto\b|\.\.\.)\D{0,3}\d/;

export function describeValue(value: Value): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a map';
  if (typeof value === 'string') return JSON.stringify(value);
  // As YAML writes them.
  return Number.isNaN(value) ? '.nan' : String(value).replace('Infinity', '.inf');
}

function joinOr(words: readonly string[]): string {
  return words.length < 2
    ? words.join()
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
