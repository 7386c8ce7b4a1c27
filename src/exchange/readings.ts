import type { Reading } from '../item/reading.js';
import { failure, type Result, success } from '../text/problem.js';
import { readDelimited } from './delimited.js';
import { findDayOrder, readForeignDay } from './foreign-day.js';
import { findDecimalSign, readForeignNumber } from './foreign-number.js';

/** A reading of a file, for the goal its line names; null where lines name none. */
export interface GivenReading extends Reading {
  readonly goal: string | null;
  readonly line: number;
}

/** Reads `date, value` or `goal, date, value`, a line each, with or without a line of names above. */
export function readReadings(text: string): Result<readonly GivenReading[]> {
  const rows = readDelimited(text);
  const [first] = rows;
  if (!first) return fail(1, 'there are no readings in the file');
  const isHead = first.cells.every((cell) => !/\d/.test(cell));
  const order = findDayOrder(rows.map(({ cells }) => cells.at(-2) ?? ''));
  const sign = findDecimalSign(rows.map(({ cells }) => cells.at(-1) ?? ''));
  const given: GivenReading[] = [];
  for (const { line, cells } of isHead ? rows.slice(1) : rows) {
    if (cells.length !== 2 && cells.length !== 3) {
      return fail(line, 'expected date, value or goal, date, value');
    }
    const [date = '', written = ''] = cells.slice(-2);
    const on = readForeignDay(date, order);
    const value = Number(readForeignNumber(written, sign) ?? written);
    if (on === null) return fail(line, `"${date}" is not a date such as 2026-11-24`);
    if (written === '' || !Number.isFinite(value) || value < 0) {
      return fail(line, `"${written}" is not a reading: expected a number of 0 or more`);
    }
    given.push({ goal: cells.length === 3 ? (cells[0] ?? null) : null, on, value, line });
  }
  return given.length === 0 ? fail(1, 'there are no readings in the file') : success(given);
}

function fail(line: number, message: string): Result<never> {
  return failure({ kind: 'usage', line, message });
}
