import { isDay } from '../text/date.js';
import { foldText } from '../text/fold.js';

/** Which of the first two numbers of a date is the day: `conflict` where a file has both. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown' | 'conflict';

/**
 * The day in a foreign date, or null: ISO dates and times, `25/Nov/26 10:00 PM`, `Oct 1, 2026`,
 * `1 October 2026`, `Tue May 14 2024 08:53:33 GMT+0000 (GMT)`, `25.11.2026`, and `13/05/2025` where
 * the numbers or the file say which is the day.
 */
export function readForeignDay(text: string, order: DayOrder = 'unknown'): string | null {
  const date = text.trim();
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s,])/.exec(date);
  if (iso) return spell(iso[1], Number(iso[3]), iso[4]);
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[/ .-]+(?:de )?(\p{L}+)\.?,?[/ .-]+(?:de )?(\d{4}|\d{2})(?=$|[\s,])/u.exec(
      date,
    );
  if (named) return spell(named[3], monthOf(named[2]), named[1]);
  const monthFirst =
    /^(?:\p{L}+,? )?(\p{L}+)\.?[/ .-]+(\d{1,2})(?:st|nd|rd|th)?,?[/ .-]+(\d{4}|\d{2})(?=$|[\s,])/u.exec(
      date,
    );
  if (monthFirst) return spell(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const numbers = readNumbers(date);
  if (numbers === null) return null;
  const { first, second, year } = numbers;
  const own = orderOf(numbers);
  switch (own === 'unknown' ? order : own) {
    case 'day-first':
      return spell(year, second, String(first));
    case 'month-first':
      return spell(year, first, String(second));
    default:
      return first === second ? spell(year, first, String(second)) : null;
  }
}

interface Numbers {
  readonly first: number;
  readonly second: number;
  readonly year: string;
  readonly sign: string;
}

function readNumbers(date: string): Numbers | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\s,T])/.exec(date);
  if (!match) return null;
  const [, first, sign = '', second, year = ''] = match;
  return { first: Number(first), second: Number(second), year, sign };
}

/** With full stops the day is first everywhere; else a number above 12 is none of a month. */
function orderOf({ first, second, sign }: Numbers): DayOrder {
  if (first > 12) return 'day-first';
  if (second > 12) return 'month-first';
  return sign === '.' ? 'day-first' : 'unknown';
}

/** What the dates of one file say together. */
export function findDayOrder(texts: readonly string[]): DayOrder {
  const found = new Set(
    texts.flatMap((text) => {
      const numbers = readNumbers(text.trim());
      return numbers === null || numbers.sign === '.' ? [] : [orderOf(numbers)];
    }),
  );
  if (found.has('day-first') && found.has('month-first')) return 'conflict';
  if (found.has('day-first')) return 'day-first';
  return found.has('month-first') ? 'month-first' : 'unknown';
}

/** Whether only the rest of its file can say which number is the day. */
export function isAmbiguousDay(text: string): boolean {
  const numbers = readNumbers(text.trim());
  return numbers !== null && orderOf(numbers) === 'unknown' && numbers.first !== numbers.second;
}

function spell(year = '', month: number, day = ''): string | null {
  const full = year.length === 2 ? `${Number(year) > 69 ? '19' : '20'}${year}` : year;
  const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** Beginnings of the months' names in English, French, Spanish, Portuguese, German, Italian, Dutch. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev|fevr)/,
  /^(?:mar|mrt|maer|marz)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai|mag|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ago|aou)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
];

function monthOf(name = ''): number {
  const word = foldText(name);
  return months.findIndex((month) => month.test(word)) + 1;
}
