import type { Value } from '../item/value.js';
import type { ModelInput, TimeUnit } from './define-model.js';

/**
 * Days in a unit of time, as the cost of delay calculator of Troy Magennis has them (Focused
 * Objective, "Cost of Delay Prioritization Calculator.xlsx"). Delay is counted in calendar time:
 * a week costs on Sunday too.
 */
export const daysPer: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 7,
  month: 30,
  year: 365,
};

const unitNames: ReadonlyMap<string, TimeUnit> = new Map(
  Object.entries({
    day: ['d', 'day', 'days'],
    week: ['w', 'wk', 'week', 'weeks'],
    month: ['m', 'mo', 'month', 'months'],
    year: ['y', 'yr', 'year', 'years'],
  } as const).flatMap(([unit, names]) => names.map((name) => [name, unit as TimeUnit])),
);

const NUMBER = /^[+-]?(?:\d+(?:[_,]\d{3})*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * One number in the input's own measure, or null where the text has another form.
 *
 * @param last the last part of the range it belongs to: its unit holds for the others as well
 */
export function readAmount(
  value: Value,
  { kind, unit = 'week' }: ModelInput,
  last: Value,
): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  switch (kind) {
    case 'percent':
      return readPercent(value, typeof last === 'string' && last.trim().endsWith('%'));
    case 'rate':
      return readRate(value, last, unit);
    case 'duration':
      return readDuration(value, last, unit);
    default:
      return readNumber(value);
  }
}

function readNumber(value: number | string): number | null {
  if (typeof value === 'number') return value;
  const text = value.trim();
  return NUMBER.test(text) ? Number(text.replace(/[_,]/g, '')) : null;
}

/** `80%`, 80 and 0.8 are the same: at most 1 is a fraction, above it a percentage. */
function readPercent(value: number | string, isPercent: boolean): number | null {
  const text = String(value).trim();
  const hasSign = typeof value === 'string' && text.endsWith('%');
  const digits = hasSign ? text.slice(0, -1).trim() : value;
  const number = readNumber(digits);
  if (number === null) return null;
  if (!hasSign && !isPercent && number <= 1) return number;
  // Moving the point in the text gives the very number that 0.123 is; dividing might miss it.
  const plain = String(number);
  return plain.includes('e') || !Number.isFinite(number) ? number / 100 : Number(`${plain}e-2`);
}

/** `€30,000/month`, `30k per month`, and a bare number in the model's unit. */
function readRate(value: number | string, last: Value, unit: TimeUnit): number | null {
  if (typeof value === 'number') return value;
  const own = splitRate(value);
  const shared = splitRate(last);
  const per = own.per ?? shared.per;
  const amount = readMoney(own.amount, shared.amount);
  if (amount === null) return null;
  if (per === null) return amount;
  const given = unitNames.get(per.toLowerCase());
  return given === undefined ? null : convert(amount, daysPer[unit], daysPer[given]);
}

function splitRate(value: Value): { readonly amount: string; readonly per: string | null } {
  const [amount = '', per, ...more] = String(value).split(/\s*\/\s*|\s+per\s+/);
  return more.length > 0 ? { amount: '', per: null } : { amount, per: per?.trim() ?? null };
}

/** @param last the last amount of the range: in `30..40k` its k holds for both, in `500..1k` not. */
function readMoney(text: string, last: string): number | null {
  const own = splitMoney(text);
  const shared = splitMoney(last);
  const amount = readNumber(own.digits);
  if (amount === null) return null;
  const isShared = own.scale === 1 && amount <= (readNumber(shared.digits) ?? 0);
  return amount * (isShared ? shared.scale : own.scale);
}

function splitMoney(text: string): { readonly digits: string; readonly scale: number } {
  const bare = text.trim().replace(/^(?:[€$£¥]|[A-Z]{3})\s*|\s*(?:[€$£¥]|[A-Z]{3})$/g, '');
  const scale = /k$/i.test(bare) ? 1e3 : /M$/.test(bare) ? 1e6 : 1;
  return { digits: scale === 1 ? bare : bare.slice(0, -1).trim(), scale };
}

/** `3d`, `2 weeks`, and a bare number in the model's unit. */
function readDuration(value: number | string, last: Value, unit: TimeUnit): number | null {
  if (typeof value === 'number') return value;
  const own = splitDuration(value);
  const amount = readNumber(own.amount);
  const name = own.name || (value === last ? '' : splitDuration(last).name);
  if (amount === null) return null;
  if (name === '') return amount;
  const given = unitNames.get(name.toLowerCase());
  return given === undefined ? null : convert(amount, daysPer[given], daysPer[unit]);
}

function splitDuration(value: Value): { readonly amount: string; readonly name: string } {
  const parts = /^(.*?)\s*([a-z]*)$/i.exec(String(value).trim());
  return { amount: parts?.[1] ?? '', name: parts?.[2] ?? '' };
}

// The same unit on both sides must not cost the last digit.
function convert(amount: number, times: number, over: number): number {
  return times === over ? amount : (amount * times) / over;
}
