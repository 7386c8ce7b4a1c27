import { type Day, isDay } from '../text/date.js';

/** An item's entry into a sprint or exit from it, one line of its `sprints` list (docs/design.md). */
export interface SprintEvent {
  readonly day: Day;
  /** `+` into the sprint, `-` out of it. */
  readonly sign: '+' | '-';
  readonly sprint: string;
  /** The item's points at that time; null when unestimated. */
  readonly points: number | null;
  /** One line; may be empty. */
  readonly reason: string;
}

/** `2026-11-26 +2026-S24 5 reason`; `?` stands for no estimate. */
export function formatSprintEvent(event: SprintEvent): string {
  const { day, sign, sprint, points, reason } = event;
  const line = `${day} ${sign}${sprint} ${points ?? '?'} ${reason.replace(/\s+/g, ' ')}`;
  return line.trim();
}

/** Reads what `formatSprintEvent` writes; null for any other text. */
export function parseSprintEvent(text: string): SprintEvent | null {
  const match = /^(\S{10}) ([+-])(\S+) (\?|\d+(?:\.\d+)?)(?: (.*))?$/.exec(text.trim());
  const [, day = '', sign, sprint = '', points = '', reason = ''] = match ?? [];
  if (!isDay(day) || (sign !== '+' && sign !== '-')) return null;
  return { day, sign, sprint, points: points === '?' ? null : Number(points), reason };
}
