import type { ENGLISH_PAGES } from './page-words/en.js';
import type { ENGLISH } from './words/en.js';

type Sentences = typeof ENGLISH;

export type SentenceKey = keyof Sentences;

/** Sentences that need no values. */
export type PlainKey = {
  [Key in SentenceKey]: keyof ValuesOf<Key> extends never ? Key : never;
}[SentenceKey];

/** A sentence with a form for each plural of its language, which `{count}` chooses. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** All that is written for stakeholders, in one language; `{name}` is where a value goes. */
export type Catalogue = {
  readonly [Key in SentenceKey]: Sentences[Key] extends string ? string : Plural;
};

/** The part of it that only the site's pages and charts say. */
export type PageCatalogue = Pick<Catalogue, keyof typeof ENGLISH_PAGES>;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type TextsOf<Sentence> = Sentence extends string ? Sentence : Sentence[keyof Sentence];

/** What a sentence needs: its `count` as a number, the rest as text or number. */
export type ValuesOf<Key extends SentenceKey> = {
  readonly [Name in NamesIn<TextsOf<Sentences[Key]>>]: Name extends 'count'
    ? number
    : string | number;
};
