import { type Day, isDay } from '../text/date.js';
import { compareText } from '../text/words.js';
import { type Item, listOf } from './item.js';

/** What a goal's measure was on a day, one line of its `readings` list. */
export interface Reading {
  readonly on: Day;
  readonly value: number;
}

/** `2026-11-01 42`. */
export function formatReading({ on, value }: Reading): string {
  return `${on} ${value}`;
}

/** Reads what `formatReading` writes; null for any other text. */
export function parseReading(text: string): Reading | null {
  const [, on = '', number = ''] = /^(\S{10})\s+(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  return isDay(on) ? { on, value: Number(number) } : null;
}

/** A goal's readings, oldest first; of two on one day, as a merge may leave, the later line. */
export function readingsOf(goal: Item): readonly Reading[] {
  return sortReadings(listOf(goal, 'readings').flatMap((text) => parseReading(text) ?? []));
}

/** One reading a day, oldest first; later ones in the list take the place of earlier ones. */
export function sortReadings(readings: readonly Reading[]): readonly Reading[] {
  const byDay = new Map(readings.map((one) => [one.on, one]));
  return [...byDay.values()].toSorted((a, b) => compareText(a.on, b.on));
}
