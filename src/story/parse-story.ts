import { makeClauseReader } from './clauses/clause-reader.js';
import { ENGLISH_READER } from './english/read-sentence.js';
import { NOT_A_STORY } from './failure.js';
import { GERMAN } from './languages/de.js';
import { SPANISH } from './languages/es.js';
import { FRENCH } from './languages/fr.js';
import { ITALIAN } from './languages/it.js';
import { JAPANESE } from './languages/ja.js';
import { DUTCH } from './languages/nl.js';
import { POLISH } from './languages/pl.js';
import { PORTUGUESE } from './languages/pt.js';
import { TURKISH } from './languages/tr.js';
import { CHINESE } from './languages/zh.js';
import { makeFinalReader } from './markers/final-reader.js';
import { makeLeadingReader } from './markers/leading-reader.js';
import { maskMarkup } from './mask.js';
import type { LocatedStory, StoryReader, StoryText } from './reader.js';
import { reject } from './reading.js';
import type { StoryReading } from './story.js';

/**
 * How much of a text is read, after leading blanks. The longest of the 543 real stories in the
 * tests has 294 characters; nobody writes a sentence that goes on after this limit, and it keeps
 * the cost of a hostile line flat.
 */
export const READ_LIMIT = 4_096;

/** How a text is to be read. */
export interface ReadOptions {
  /**
   * BCP 47 tags of the languages to try first, in this order; the others follow, English first.
   * It decides where two languages share their words, and which language a defect is told in.
   */
  readonly languages?: readonly string[] | undefined;
}

/**
 * Reads one user story as people write them: capitals, emphasis, list markers, labels, clauses
 * on lines of their own, "would like", "can", no benefit, no article, in any language of
 * `readersFor`. Never throws; linear in the length of `text`, and at most `READ_LIMIT`
 * characters are looked at.
 *
 * @returns the parts with their spans in `text`; `ok: false` with a reason and a `defect` for
 *   prose, bug reports, untouched placeholders, or a story without role or want.
 */
export function parseStory(text: string, options: ReadOptions = {}): StoryReading {
  return locateStory(text, options).reading;
}

/** The same as `parseStory`, with the place of the story. */
export function locateStory(text: string, { languages }: ReadOptions = {}): LocatedStory {
  const base = text.length - text.trimStart().length;
  const raw = text.slice(base, base + READ_LIMIT);
  const source = { raw, masked: maskMarkup(raw), base };
  let attempt: LocatedStory | null = null;
  const order = readersFor(languages);
  for (const reader of order) {
    const located = reader.locate(source, isNamed(reader, languages));
    if (located === null) continue;
    if (located.reading.ok) return settleRivals(located, reader, order, source);
    if (attempt === null || saysMore(located, attempt)) attempt = located;
  }
  if (attempt !== null) return attempt;
  const message = raw === '' ? 'empty: write "As a …, I want …"' : NOT_A_STORY;
  const span = [base, base + raw.length] as const;
  return { reading: reject({ kind: 'not-a-story', span, message }, 'en'), at: base };
}

/** "Como editores queremos …" is Spanish and Portuguese: the words around it tell which. */
function settleRivals(
  located: LocatedStory,
  reader: StoryReader,
  order: readonly StoryReader[],
  source: StoryText,
): LocatedStory {
  if (reader.marks === undefined) return located;
  let best = { located, count: countMarks(source, reader.marks) };
  for (const rival of order) {
    if (rival.marks === undefined || rival === reader) continue;
    const other = rival.locate(source, false);
    const count = countMarks(source, rival.marks);
    if (other?.reading.ok && count > best.count) best = { located: other, count };
  }
  return best.located;
}

function countMarks({ masked }: StoryText, marks: RegExp): number {
  return masked.match(marks)?.length ?? 0;
}

/** Of two that fail, one that is surely prose says most, then one that tries to be a story. */
function saysMore(located: LocatedStory, attempt: LocatedStory): boolean {
  if (attempt.isProse || located.isProse) return attempt.isProse !== true;
  const isVague = attempt.reading.defect?.kind === 'not-a-story';
  return isVague && located.reading.defect?.kind !== 'not-a-story';
}

/** Whether `text` has a word that a story may open with, in any language; cheap and not final. */
export function mayHoldStory(text: string): boolean {
  return readersFor().some((reader) => reader.mayHold(text));
}

/** Whether a paragraph begins like a later clause of a story: "I want", "so that". */
export function mayGoOn(text: string): boolean {
  return readersFor().some((reader) => reader.mayGoOn(text));
}

/** Where sentences inside `text` open a role: "It is slow. As a host, I want …". */
export function findInnerOpenings(text: string): readonly number[] {
  const found = readersFor().flatMap((reader) => reader.findInnerOpenings(text));
  return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a - b);
}

/** The languages that are read, in the order in which they are tried. */
const READERS: readonly StoryReader[] = [
  ENGLISH_READER,
  ...[GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH, ITALIAN, POLISH].map(makeClauseReader),
  ...[TURKISH, JAPANESE].map(makeFinalReader),
  makeLeadingReader(CHINESE),
];

/** Whether one of the tags is the language of `reader`. */
function isNamed({ language }: StoryReader, tags: readonly string[] = []): boolean {
  return tags.some((tag) => tag.toLowerCase().split(/[-_]/, 1)[0] === language);
}

/**
 * All readers, those of `languages` first and in that order: a backlog names its language, and
 * a story in another one is still read. Regions do not matter (`pt-BR` is `pt`), nor do
 * languages that are not known.
 */
function readersFor(languages: readonly string[] = []): readonly StoryReader[] {
  if (languages.length === 0) return READERS;
  const first = languages.flatMap((tag) => READERS.filter((reader) => isNamed(reader, [tag])));
  return [...new Set([...first, ...READERS])];
}
