import { lazy } from '../../text/facts.js';
import { findCellEnd, type Opening, skipLead } from '../lead.js';
import { matchPhrase, type PhraseTable } from '../lexicon.js';
import type { LocatedStory, StoryReader, StoryText } from '../reader.js';
import { clauseBenefitAt } from './clause-benefit.js';
import { type ClauseLexicon, type ClauseWords, makeWords } from './clause-lexicon.js';
import { matchRoleOpener } from './clause-role.js';
import { readClauseWant } from './clause-want.js';
import { scanClauseWords } from './clause-words.js';
import { readClauses } from './read-clauses.js';

/** How far into a text a label may push the story. */
const FURTHEST = 400;
const GLANCE_WORDS = 30;
/** No paragraph opens more sentences with a role. */
const MOST_SENTENCES = 24;
const SENTENCE = /[.!?:]["”»)]{0,2}\s{1,4}(?=\p{Lu})/gu;

/** Reads the stories of a language whose clauses open with words of their own. */
export function makeClauseReader(lexicon: ClauseLexicon): StoryReader {
  const words = lazy(() => makeWords(lexicon));
  const gate = lazy(() => makeGate(words()));
  const mayHold = (text: string) => hasStart(text.slice(0, FURTHEST), gate().openers);
  return {
    language: lexicon.language,
    ...(lexicon.marks === null ? {} : { marks: lexicon.marks }),
    mayHold,
    mayGoOn: (text) => beginsWith(text, gate().later),
    locate: (text, isExpected) => (mayHold(text.masked) ? locate(text, words(), isExpected) : null),
    findInnerOpenings: (text) =>
      hasStart(text, gate().openers) ? findInnerOpenings(text, words(), gate().roles) : [],
  };
}

function locate(text: StoryText, lexicon: ClauseWords, isExpected: boolean): LocatedStory | null {
  const opening = skipLead(text.masked, {
    labels: lexicon.labels,
    noteLabels: lexicon.noteLabels,
    openingAt: (_, at) => openingAt(text, at, lexicon),
    titledAt: (_, at, wasLabelled) => titledAt(text, at, wasLabelled, lexicon),
  });
  if (opening === null) return null;
  const end = findCellEnd(text.masked, opening.at);
  const source = { ...text, raw: text.raw.slice(0, end), masked: text.masked.slice(0, end) };
  const at = text.base + opening.at;
  const judged = readClauses(source, opening, lexicon, isExpected);
  // Dutch "als" opens a role and a condition.
  const words = scanClauseWords(source, opening.at, source.masked.length, 4, lexicon);
  const isPlain = opening.kind !== 'role' || matchPhrase(lexicon.conditions, words, 0) === 0;
  if (judged.reading.ok || isPlain) return { ...judged, at };
  const again = readClauses(source, { ...opening, kind: 'condition' }, lexicon, isExpected);
  return again.reading.ok ? { ...again, at } : { ...judged, at };
}

function openingAt(text: StoryText, at: number, lexicon: ClauseWords): Opening['kind'] | null {
  const words = scanClauseWords(text, at, text.masked.length, GLANCE_WORDS, lexicon);
  if (words[0]?.start !== at) return null;
  if (matchRoleOpener(words, 0, lexicon) > 0) return 'role';
  if (clauseBenefitAt(words, 0, lexicon) !== null) return 'benefit';
  if (matchPhrase(lexicon.conditions, words, 0) > 0) return 'condition';
  if (readClauseWant(words, 0, lexicon) !== null) return 'want';
  const speaks = lexicon.sets.subjects.has(words[0].text);
  return speaks && matchRoleOpener(words, 1, lexicon) > 0 ? 'want' : null;
}

/** After a title a role must open, its capital written, and a want must follow. */
function titledAt(
  text: StoryText,
  at: number,
  wasLabelled: boolean,
  lexicon: ClauseWords,
): Opening['kind'] | null {
  const words = scanClauseWords(text, at, text.masked.length, GLANCE_WORDS, lexicon);
  const first = words[0];
  if (first?.start !== at || !(wasLabelled || first.isCapital)) return null;
  return opensStory(words, lexicon) ? 'role' : null;
}

function opensStory(words: ReturnType<typeof scanClauseWords>, lexicon: ClauseWords): boolean {
  if (matchRoleOpener(words, 0, lexicon) === 0) return false;
  return words.some((_, i) => i > 1 && readClauseWant(words, i, lexicon) !== null);
}

function findInnerOpenings(
  text: string,
  lexicon: ClauseWords,
  roles: ReadonlySet<string>,
): readonly number[] {
  const found: number[] = [];
  let tried = 0;
  SENTENCE.lastIndex = 0;
  for (let hit = SENTENCE.exec(text); hit !== null; hit = SENTENCE.exec(text)) {
    const at = hit.index + hit[0].length;
    if (!isWordAt(text, at, roles)) continue;
    const to = Math.min(text.length, at + FURTHEST);
    const few = scanClauseWords({ raw: text, masked: text }, at, Math.min(to, at + 60), 5, lexicon);
    if (matchRoleOpener(few, 0, lexicon) === 0) continue;
    if (++tried > MOST_SENTENCES) break;
    const words = scanClauseWords({ raw: text, masked: text }, at, to, GLANCE_WORDS, lexicon);
    if (opensStory(words, lexicon)) found.push(at);
  }
  return found;
}

/** Words that a story of a language may open, or go on, with: what lacks them is passed over. */
interface ClauseGate {
  /** Words that a role may open with. */
  readonly roles: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** What a later clause begins with: a want or a benefit. */
  readonly later: ReadonlySet<string>;
}

/** A word at the beginning of the text, of a line, or after a mark; with its apostrophe. */
const START = /(?:^\s{0,12}|[^\p{L}\s]\s{0,4}|\n\s{0,12})(\p{L}+['’‘ʼ´]?)/gu;
const WORD = /\p{L}+['’‘ʼ´]?/uy;
const FIRST = /^[^\p{L}\p{N}#]{0,20}(\p{L}+['’‘ʼ´]?)/u;

/** Whether one of `words` begins a clause of `text`. */
function hasStart(text: string, words: ReadonlySet<string>): boolean {
  START.lastIndex = 0;
  for (let hit = START.exec(text); hit !== null; hit = START.exec(text)) {
    if (bothForms(hit[1] ?? '').some((form) => words.has(form))) return true;
  }
  return false;
}

/** Whether `text` begins with one of `words`. */
function beginsWith(text: string, words: ReadonlySet<string>): boolean {
  const first = FIRST.exec(text)?.[1];
  return first !== undefined && bothForms(first).some((word) => words.has(word));
}

/** Whether the word at `at` is one of `words`; much cheaper than to scan it. */
function isWordAt(text: string, at: number, words: ReadonlySet<string>): boolean {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  return word !== undefined && bothForms(word).some((form) => words.has(form));
}

/** "j'" and, where nothing is elided, "j". */
function bothForms(word: string): readonly string[] {
  const plain = word.toLowerCase().normalize('NFC');
  const bare = plain.replace(/['’‘ʼ´]$/, '');
  return bare === plain ? [plain] : [bare, `${bare}'`];
}

function makeGate(words: ClauseWords): ClauseGate {
  const { strong, comma, causes, fixed, wants, duties, abilities, conditions, openers, sets } =
    words;
  const verbs = words.order === 'before' ? [] : [wants, duties, abilities];
  const speaking = [...firstWords([fixed, ...verbs]), ...sets.subjects, ...sets.negations];
  const reasons = [...firstWords([strong, comma, causes]), ...words.benefit.purpose];
  const later = new Set([...speaking, ...reasons].flatMap(lead));
  const roles = new Set(firstWords([openers]).flatMap(lead));
  return {
    roles,
    openers: new Set([...later, ...roles, ...firstWords([conditions]).flatMap(lead)]),
    later,
  };
}

/** What the pattern sees of a word with a joint: "d" of "d'habitude", "un" of "un@". */
function lead(word: string): readonly string[] {
  const letters = /^\p{L}+/u.exec(word)?.[0] ?? word;
  return [word, letters];
}

function firstWords(tables: readonly PhraseTable[]): string[] {
  return tables.flatMap((table) => [...table.keys()]);
}
