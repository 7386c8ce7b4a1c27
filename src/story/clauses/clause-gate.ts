import type { PhraseTable } from '../lexicon.js';
import type { ClauseWords } from './clause-lexicon.js';

/** Words that a story of a language may open, or go on, with: what lacks them is passed over. */
export interface ClauseGate {
  /** Words that a role may open with. */
  readonly roles: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** What a later clause begins with: a wish or a benefit. */
  readonly later: ReadonlySet<string>;
}

/** A word at the beginning of the text, of a line, or after a mark; with its apostrophe. */
const START = /(?:^\s{0,12}|[^\p{L}\s]\s{0,4}|\n\s{0,12})(\p{L}+['’‘ʼ´]?)/gu;
const WORD = /\p{L}+['’‘ʼ´]?/uy;
const FIRST = /^[^\p{L}\p{N}#]{0,20}(\p{L}+['’‘ʼ´]?)/u;

const gates = new WeakMap<ClauseWords, ClauseGate>();

export function gateOf(words: ClauseWords): ClauseGate {
  const known = gates.get(words) ?? makeGate(words);
  gates.set(words, known);
  return known;
}

/** Whether one of `words` begins a clause of `text`. */
export function hasStart(text: string, words: ReadonlySet<string>): boolean {
  return clauseStartsOf(text).some((word) => words.has(word));
}

/** Whether `text` begins with one of `words`. */
export function beginsWith(text: string, words: ReadonlySet<string>): boolean {
  const first = FIRST.exec(text)?.[1];
  return first !== undefined && bothForms(first).some((word) => words.has(word));
}

/** Whether the word at `at` is one of `words`; much cheaper than to scan it. */
export function isWordAt(text: string, at: number, words: ReadonlySet<string>): boolean {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  return word !== undefined && bothForms(word).some((form) => words.has(form));
}

/** The last text asked for: all languages ask for the same one in turn. */
let last: { readonly text: string; readonly starts: readonly string[] } = { text: '', starts: [] };

function clauseStartsOf(text: string): readonly string[] {
  if (last.text === text) return last.starts;
  const starts = new Set<string>();
  for (const [, word = ''] of text.matchAll(START))
    for (const form of bothForms(word)) starts.add(form);
  last = { text, starts: [...starts] };
  return last.starts;
}

/** "j'" and, where nothing is elided, "j". */
function bothForms(word: string): readonly string[] {
  const plain = word.toLowerCase().normalize('NFC');
  const bare = plain.replace(/['’‘ʼ´]$/, '');
  return bare === plain ? [plain] : [bare, `${bare}'`];
}

function makeGate(words: ClauseWords): ClauseGate {
  const { strong, comma, causes, fixed, wishes, duties, abilities, conditions, openers, sets } =
    words;
  const verbs = words.order === 'before' ? [] : [wishes, duties, abilities];
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
