import { makeClauseReader } from './clauses/clause-reader.js';
import { ENGLISH_READER } from './english-reader.js';
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
import type { StoryReader } from './reader.js';

/** The languages that are read, in the order in which they are tried. */
const READERS: readonly StoryReader[] = [
  ENGLISH_READER,
  ...[GERMAN, FRENCH, SPANISH, PORTUGUESE, DUTCH, ITALIAN, POLISH].map(makeClauseReader),
  ...[TURKISH, JAPANESE].map(makeFinalReader),
  makeLeadingReader(CHINESE),
];

/** Whether one of the tags is the language of `reader`. */
export function isNamed({ language }: StoryReader, tags: readonly string[] = []): boolean {
  return tags.some((tag) => tag.toLowerCase().split(/[-_]/, 1)[0] === language);
}

const orders = new Map<string, readonly StoryReader[]>();

/**
 * All readers, those of `languages` first and in that order: a backlog names its language, and
 * a story in another one is still read. Regions do not matter (`pt-BR` is `pt`), nor do
 * languages that are not known.
 */
export function readersFor(languages: readonly string[] = []): readonly StoryReader[] {
  const key = languages.join(' ');
  const known = orders.get(key);
  if (known !== undefined) return known;
  const first = languages.flatMap((tag) => READERS.filter((reader) => isNamed(reader, [tag])));
  const order = [...new Set([...first, ...READERS])];
  // Callers give a handful of settings, not one a story.
  if (orders.size < 64) orders.set(key, order);
  return order;
}
