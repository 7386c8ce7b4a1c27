import { maskMarkup } from '../../story/mask.js';
import type { FoundStory } from '../../story/reading.js';
import type { Span } from '../../text/span.js';
import type { Subject } from '../define-rule.js';

/** Text of a story with markup, code and links blanked out: every word at its old offset. */
export interface PlainText {
  readonly text: string;
  /** Offset of its first character in the file. */
  readonly start: number;
}

/** Longer sentences are not read to their end. */
const LONGEST = 8_192;
/** Stands for what is no prose, so that words on both sides are not neighbours. */
const OPAQUE = '\uFFFC';
const MAY_BE_NO_PROSE = /[`"“]|:\/\//;
const NO_PROSE = /`[^`\n]{1,200}`|\bhttps?:\/\/[^\s)>\]]{1,300}|"[^"\n]{1,200}"|“[^”\n]{1,200}”/g;

/** The whole story sentence. */
export function storyText(story: FoundStory, subject: Subject): PlainText {
  return subject.viewStory(story, readSentence);
}

function readSentence({ span }: FoundStory, subject: Subject): PlainText {
  return readPart(subject, span);
}

/** One of its parts; null when the story has none. */
export function partText(
  part: 'role' | 'want' | 'benefit',
  story: FoundStory,
  subject: Subject,
): PlainText | null {
  const span = story.reading.spans[part];
  if (span === undefined) return null;
  const whole = storyText(story, subject);
  const from = subject.bodyStart + span[0] - whole.start;
  const to = subject.bodyStart + span[1] - whole.start;
  if (from < 0) return readPart(subject, span);
  return { text: whole.text.slice(from, to), start: whole.start + from };
}

function readPart({ text, bodyStart }: Subject, [from, to]: Span): PlainText {
  const start = bodyStart + from;
  const raw = text.slice(start, Math.min(bodyStart + to, start + LONGEST));
  return { text: maskMarkup(hideQuotes(raw)), start };
}

/** The same length, with code, links and quoted words made opaque: they are not the writer's. */
export function hideQuotes(text: string): string {
  if (!MAY_BE_NO_PROSE.test(text)) return text;
  return text.replace(NO_PROSE, (match) => OPAQUE.repeat(match.length));
}

/** The language of a story without its region: `pt` of `pt-BR`. */
export function languageOf({ reading }: FoundStory): string {
  const { language } = reading;
  return language.includes('-') ? language.slice(0, language.indexOf('-')) : language;
}

export interface PlainWord {
  /** In lower case, the apostrophe plain. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’-](?=[\p{L}\p{N}]))*/gu;
const NOT_ASCII = /[^\0-\x7f]/;

/** The words of a text with their offsets in the file. */
export function wordsOf({ text, start }: PlainText): readonly PlainWord[] {
  return NOT_ASCII.test(text) ? matchWords(text, start) : scanWords(text, start);
}

function matchWords(text: string, start: number): readonly PlainWord[] {
  const words: PlainWord[] = [];
  WORD.lastIndex = 0;
  for (let hit = WORD.exec(text); hit !== null; hit = WORD.exec(text)) {
    const from = start + hit.index;
    const word = hit[0].toLowerCase().replace(/’/g, "'");
    words.push({ text: word, start: from, end: from + hit[0].length });
  }
  return words;
}

/** What `matchWords` gives for text in ASCII, in a third of the time; a property test says so. */
function scanWords(text: string, start: number): readonly PlainWord[] {
  const words: PlainWord[] = [];
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    if (!isWordCode(lower.charCodeAt(at))) continue;
    const from = at;
    do at += 1;
    while (
      isWordCode(lower.charCodeAt(at)) ||
      (isJoint(lower.charCodeAt(at)) && isWordCode(lower.charCodeAt(at + 1)))
    );
    words.push({ text: lower.slice(from, at), start: start + from, end: start + at });
  }
  return words;
}

/** A small letter or a digit. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** `'` or `-`. */
function isJoint(code: number): boolean {
  return code === 39 || code === 45;
}

type Part = 'role' | 'want' | 'benefit';

/** The words of a story, or of one of its parts. */
export function storyWords(story: FoundStory, subject: Subject, part?: Part): readonly PlainWord[] {
  return subject.viewStory(story, part === undefined ? readWords : partReaders[part]);
}

function readWords(story: FoundStory, subject: Subject): readonly PlainWord[] {
  return wordsOf(storyText(story, subject));
}

const partReaders = {
  role: readPartWords('role'),
  want: readPartWords('want'),
  benefit: readPartWords('benefit'),
};

function readPartWords(part: Part) {
  return (story: FoundStory, subject: Subject): readonly PlainWord[] => {
    const span = story.reading.spans[part];
    if (span === undefined) return [];
    return wordsInside(storyWords(story, subject), subject.bodyStart, span);
  };
}

function wordsInside(
  words: readonly PlainWord[],
  bodyStart: number,
  span: Span,
): readonly PlainWord[] {
  const [start, end] = [bodyStart + span[0], bodyStart + span[1]];
  return words.filter((word) => word.start >= start && word.end <= end);
}

export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases by their first word; "check-box" is found as one word and as two. */
export function phraseTable(phrases: ReadonlySet<string>): PhraseTable {
  const table = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    for (const words of new Set([phrase, phrase.split('-').join(' ')])) {
      const parts = words.split(' ');
      const first = parts[0] ?? '';
      table.set(first, [...(table.get(first) ?? []), parts]);
    }
  }
  return table;
}

/** The first place of any phrase of a table: words, or two and more joined by dashes. */
export function findPhrase(
  words: readonly PlainWord[],
  table: PhraseTable,
): { readonly phrase: string; readonly span: Span } | null {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    const candidates = word && table.get(word.text);
    if (word === undefined || candidates === undefined) continue;
    for (const parts of candidates) {
      const last = words[i + parts.length - 1];
      if (last === undefined || !parts.every((part, k) => words[i + k]?.text === part)) continue;
      return { phrase: parts.join(' '), span: [word.start, last.end] };
    }
  }
  return null;
}
