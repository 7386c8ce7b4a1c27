import { type Lexicon, matchPhrase } from './lexicon.js';
import { scanWords, type Word } from './words.js';

/** Where a story opens, and with what. */
export interface Opening {
  readonly kind: 'role' | 'benefit' | 'condition' | 'want';
  readonly at: number;
  /** The line is a row of a table: its parts end at the bars. */
  readonly inTable: boolean;
}

// All sticky and bounded: each either takes what it matches for good or is tried once.
const JUNK =
  /(?:[\s"“”„«»'‘’>|•·–—\-+:;,.=☐☑→⇒●○■□：・、。，「」『』]|\p{Extended_Pictographic}|\ufe0f|\u200d)+/uy;
const TAG = /#[\p{L}\p{N}_.-]{1,24}#?(?=[\s:|,]|$)/uy;
const BRACKETED = /[[(【][^\][()\n]{1,60}[\])】](?:\([^()\s]{1,200}\))?/y;
const NUMBER = /(?:\d{1,5}(?:\.\d{1,4}){0,4}|[a-z])[.):]?(?=[\s:|,;"-])/iy;
const ID =
  /\p{L}[\p{L}\p{N}]{0,11}(?:[-_ #.]{0,2}\d{1,6})(?:[._-]\d{1,4}){0,3}(?=[\s:.)\]|,;"–—-])/uy;
const TITLE = /[^\n:|]{1,80}?(?::|\s[-–—]{1,2}\s|\||\n)[\s"“]{0,8}/y;
const CELL = /[^|\n]{0,160}\|/y;
/** More labels than this before a story are not labels. */
const MOST = 10;

/** What a language says of the place where a story may open. */
export interface LeadRules {
  /** Names for a story that may stand before it. */
  readonly labels: RegExp;
  /** Titles that make what follows a note or a commit. */
  readonly noteLabels: ReadonlySet<string>;
  /** What opens at `at`. */
  openingAt(masked: string, at: number): Opening['kind'] | null;
  /** What opens at `at`, right after a title, and after a label where `wasLabelled`. */
  titledAt(masked: string, at: number, wasLabelled: boolean): Opening['kind'] | null;
}

/** Where an English story opens; null when nothing does. */
export function findOpening(masked: string, lexicon: Lexicon, labels: RegExp): Opening | null {
  return skipLead(masked, {
    labels,
    noteLabels: lexicon.noteLabels,
    openingAt: (text, at) => openingAt(text, at, lexicon),
    titledAt: (text, at, wasLabelled) => titledAt(text, at, wasLabelled, lexicon),
  });
}

/**
 * Skips what people put before a story (bullets, ids, tags, "User story:", a title with a
 * colon, the first cells of a table row) and says what opens there; null when nothing does.
 */
export function skipLead(masked: string, rules: LeadRules): Opening | null {
  const inTable = /^[ \t]{0,8}\|/.test(masked);
  let at = take(JUNK, masked, 0);
  let wasLabelled = false;
  for (let round = 0; round < MOST; round++) {
    const kind = rules.openingAt(masked, at);
    if (kind !== null) return { kind, at, inTable };
    // "(As a user, I want …)"
    const inner = /[([{]/.test(masked[at] ?? '') ? rules.openingAt(masked, at + 1) : null;
    if (inner === 'role') return { kind: inner, at: at + 1, inTable };
    const next = takeLabel(masked, at, inTable, rules.labels);
    if (next === at) break;
    wasLabelled = true;
    at = take(JUNK, masked, next);
  }
  const titled = skipTitle(masked, at, wasLabelled, rules);
  return titled === null ? null : { ...titled, inTable };
}

/** The offset after bullets, ids, tags and labels, for languages where any word may open. */
export function skipLabels(masked: string, labels: RegExp): number {
  const inTable = /^[ \t]{0,8}\|/.test(masked);
  let at = take(JUNK, masked, 0);
  for (let round = 0; round < MOST; round++) {
    const next = takeLabel(masked, at, false, labels);
    if (next === at && !inTable) break;
    at = take(JUNK, masked, next);
    if (next === at) break;
  }
  return at;
}

/** A story in a cell of CSV or of tab-separated text, or in quotes, ends with them. */
export function findCellEnd(masked: string, at: number): number {
  const before = masked[at - 1];
  if (before === "'" && /'\s*$/.test(masked.slice(-8))) return masked.trimEnd().length - 1;
  const end = before === '"' || before === '\t' ? masked.indexOf(before, at) : -1;
  if (end === -1 || (before === '"' && !/[,;\t]/.test(masked[end + 1] ?? ''))) return masked.length;
  return end;
}

function openingAt(masked: string, at: number, lexicon: Lexicon): Opening['kind'] | null {
  const words = scanWords(masked, at, masked.length, 3);
  if (words[0]?.start !== at) return null;
  const first = words[0].text;
  if (lexicon.as.has(first)) return 'role';
  if (matchPhrase(lexicon.benefit.weak, words, 0) > 1) return 'benefit';
  if (matchPhrase(lexicon.benefit.strong, words, 0) > 0) return 'benefit';
  if (matchPhrase(lexicon.benefit.early, words, 0) > 0) return 'benefit';
  if (matchPhrase(lexicon.conditions, words, 0) > 0) return 'condition';
  const speaks = lexicon.subjects.has(first) || lexicon.contractions.has(first);
  return speaks && !isBullet(masked, words[0]) ? 'want' : null;
}

/** "i)" and "I." number a list. */
function isBullet(masked: string, word: Word): boolean {
  return /^[.)]\s/.test(masked.slice(word.end, word.end + 2));
}

function takeLabel(masked: string, at: number, inTable: boolean, labels: RegExp): number {
  for (const pattern of [TAG, labels, BRACKETED, NUMBER, ID]) {
    const end = take(pattern, masked, at);
    if (end > at) return end;
  }
  return inTable ? take(CELL, masked, at) : at;
}

/**
 * "US-12: Log in - As a user, …", "Log in: As a user, …". Without an id before it the title
 * must be parted from a capital "As", and must not be a note or a commit type ("TODO: as a …").
 */
function skipTitle(
  masked: string,
  at: number,
  wasLabelled: boolean,
  rules: LeadRules,
): Pick<Opening, 'kind' | 'at'> | null {
  const end = take(TITLE, masked, at);
  if (end === at) return null;
  const title = scanWords(masked, at, end, 1)[0]?.text ?? '';
  if (rules.noteLabels.has(title)) return null;
  const kind = rules.titledAt(masked, end, wasLabelled);
  return kind === null ? null : { kind, at: end };
}

function titledAt(
  masked: string,
  at: number,
  wasLabelled: boolean,
  lexicon: Lexicon,
): Opening['kind'] | null {
  const words = scanWords(masked, at, Math.min(masked.length, at + 40), 3);
  if (words[0]?.start !== at || !(wasLabelled || words[0].isCapital)) return null;
  if (matchPhrase(lexicon.benefit.weak, words, 0) > 1) return 'benefit';
  const article = words[1]?.text ?? '';
  const hasArticle = lexicon.indefinite.has(article) || lexicon.definite.has(article);
  return lexicon.as.has(words[0].text) && hasArticle ? 'role' : null;
}

function take(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Matches a name for a story and what may follow it: "User story 12:". */
export function labelPattern(labels: readonly string[]): RegExp {
  const names = [...labels].sort((a, b) => b.length - a.length).join('|');
  return new RegExp(
    String.raw`(?:${names})\s{0,3}(?:(?:nr|no)?[.#]?\s?\d{1,5}(?:\.\d{1,4}){0,3})?\s{0,4}(?:[:.)|\]–—-]|\n|(?=\s{2}))`,
    'iuy',
  );
}

/** How far into a line a label may push the story. */
const FURTHEST = 200;
const SENTENCE = /[.!?:]["”)]{0,2}\s{1,4}(?=\p{Lu})/gu;

/** Whether a word of the line may open a story. */
export function hasOpener(text: string, openers: ReadonlySet<string>): boolean {
  const isOpener = ({ text: word }: Word) => openers.has(word);
  const end = Math.min(text.length, FURTHEST);
  // Most lines that hold a story begin with it.
  return scanWords(text, 0, end, 1).some(isOpener) || scanWords(text, 0, end, 24).some(isOpener);
}

/** Whether the first word goes on with a story: "I", "so", "want". */
export function beginsClause(
  text: string,
  lexicon: Lexicon,
  openers: ReadonlySet<string>,
): boolean {
  const first = scanWords(text, 0, Math.min(text.length, FURTHEST), 1)[0];
  // Nothing but marks may stand before it, and no heading.
  if (first === undefined || /[\p{L}\p{N}#]/u.test(text.slice(0, first.start))) return false;
  return openers.has(first.text) || lexicon.bareWants.has(first.text);
}

/** Where a later sentence opens with "As a", its capital written. */
export function findSentenceOpenings(text: string, lexicon: Lexicon): readonly number[] {
  const found: number[] = [];
  SENTENCE.lastIndex = 0;
  for (let hit = SENTENCE.exec(text); hit !== null; hit = SENTENCE.exec(text)) {
    const at = hit.index + hit[0].length;
    const [as, article] = scanWords(text, at, Math.min(text.length, at + 20), 2);
    if (as === undefined || article === undefined || !lexicon.as.has(as.text)) continue;
    if (lexicon.indefinite.has(article.text) || lexicon.definite.has(article.text)) found.push(at);
  }
  return found;
}

/** The words that a story may open with. */
export function openersOf(lexicon: Lexicon): ReadonlySet<string> {
  return new Set([
    ...lexicon.as,
    ...lexicon.subjects,
    ...lexicon.contractions.keys(),
    ...lexicon.conditions.keys(),
    ...lexicon.benefit.so,
    ...lexicon.benefit.strong.keys(),
    ...lexicon.benefit.weak.keys(),
    ...lexicon.benefit.early.keys(),
  ]);
}
