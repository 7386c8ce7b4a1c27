import { type Day, timeOf } from '../text/date.js';
import type { Catalogue, SentenceKey, ValuesOf } from './catalogue.js';

/** How one language is written: its sentences, and dates and numbers as `Intl` has them. */
export interface Words {
  /** BCP 47 tag, with its region. */
  readonly tag: string;
  say<Key extends SentenceKey>(
    key: Key,
    ...values: keyof ValuesOf<Key> extends never ? [] : [ValuesOf<Key>]
  ): string;
  /** `24 November 2026`; what is no day as it is. */
  day(day: Day): string;
  /** `24 Nov 2026`, or as little of it as the ticks of an axis need. */
  shortDay(day: Day, spelling?: DaySpelling): string;
  /** The first of two days, without the year, and the month, that the other names as well. */
  dayBefore(from: Day, by: Day): string;
  /** To tenths: `1,234.5`. */
  number(value: number): string;
  /** `45%`, of a share from 0 to 1. */
  percent(share: number): string;
  /** Sentences one after the other; Japanese and Chinese put no blanks between them. */
  paragraph(sentences: readonly string[]): string;
  /** Between commas: `9 of 25 points done, not estimated`. */
  joinFacts(facts: readonly string[]): string;
  /** With a full stop where it has no end yet. */
  endSentence(text: string): string;
  /** `“A”, “B” and “C”`. */
  quoteAll(texts: readonly string[]): string;
}

/** With the year, as on a tick of days, or as on one of months. */
export type DaySpelling = 'year' | 'tick' | 'month';

const spellings = {
  year: { dateStyle: 'medium' },
  tick: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
} as const;

type Values = Readonly<Record<string, string | number>>;

export function createWords(tag: string, catalogue: Catalogue): Words {
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(tag, { style: 'percent' });
  const plurals = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });

  const shortDays = new Map<DaySpelling, Intl.DateTimeFormat>();

  const comma = tag.startsWith('ja') ? '、' : tag.startsWith('zh') ? '，' : ', ';
  const hasBlanks = !/^(?:ja|zh)\b/.test(tag);

  function fill(text: string, values: Values): string {
    const sentence = tag.startsWith('it') ? elideItalian(text, values) : text;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  }

  function partsOf(day: Day): readonly Intl.DateTimeFormatPart[] | null {
    const time = timeOf(day);
    return Number.isNaN(time) ? null : days.formatToParts(time);
  }

  function join(parts: readonly Intl.DateTimeFormatPart[]): string {
    const text = parts.map(({ value }) => value).join('');
    return tag.startsWith('fr') ? text.replace(/^1 /, '1er ') : text;
  }

  const day = (one: Day): string => {
    const parts = partsOf(one);
    return parts === null ? one : join(parts);
  };

  return {
    tag,
    say(key, ...[values = {}]: readonly Values[]) {
      const sentence = catalogue[key];
      if (typeof sentence === 'string') return fill(sentence, values);
      const { count } = values;
      return fill(sentence[plurals.select(Number(count))] ?? sentence.other, values);
    },
    day,
    shortDay(one, spelling = 'year') {
      const time = timeOf(one);
      if (Number.isNaN(time)) return one;
      const known = shortDays.get(spelling);
      const format =
        known ?? new Intl.DateTimeFormat(tag, { ...spellings[spelling], timeZone: 'UTC' });
      if (!known) shortDays.set(spelling, format);
      return format.format(time);
    },
    dayBefore(from, by) {
      const parts = partsOf(from);
      // Where the year comes first, nothing can be left out.
      if (parts?.[0]?.type !== 'day' || from.slice(0, 4) !== by.slice(0, 4)) return day(from);
      const isSameMonth = from.slice(0, 7) === by.slice(0, 7);
      const end = parts.findIndex(({ type }) => type === (isSameMonth ? 'month' : 'year'));
      const ordinal = isSameMonth && parts[1]?.value.startsWith('.') ? '.' : '';
      return `${join(parts.slice(0, end - 1))}${ordinal}`;
    },
    paragraph: (sentences) => sentences.join(hasBlanks ? ' ' : ''),
    joinFacts: (facts) => facts.filter((fact) => fact !== '').join(comma),
    endSentence(text) {
      const sentence = text.trim();
      if (/[.!?…。！？]$/.test(sentence)) return sentence;
      return `${sentence}${hasBlanks ? '.' : '。'}`;
    },
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
    quoteAll: (texts) => lists.format(texts.map((text) => fill(catalogue.quoted, { text }))),
  };
}

/** "il 8 giugno" is "l'8 giugno"; only before a value, since the rest is written already. */
function elideItalian(text: string, values: Values): string {
  return text.replace(/\b(il|dal|al|del) \{(\w+)\}/gi, (whole, word: string, name: string) => {
    if (!/^(?:8|11)(?: |$)/.test(String(values[name]))) return whole;
    const short = /^il$/i.test(word) ? word.slice(1) : `${word}l`;
    return `${word === 'Il' ? 'L' : short}'{${name}}`;
  });
}
