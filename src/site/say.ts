import { cutText } from '../text/cut.js';
import { type Day, isDay, timeOf } from '../text/date.js';

export { count, sayNumber, saySize } from '../text/amount.js';
export { ordinal } from '../text/ordinal.js';
export { capitalize } from '../text/words.js';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

const said = new Map<Day, string>();

/** `24 Nov 2026`; what is no day stays as it is. */
export function sayDay(day: Day): string {
  const known = said.get(day);
  if (known !== undefined) return known;
  const text = isDay(day) ? format.format(timeOf(day)) : cutText(day, 40);
  said.set(day, text);
  return text;
}
