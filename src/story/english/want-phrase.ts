import { type Lexicon, matchPhrase, type PhraseTable } from '../lexicon.js';
import { isTalk } from '../talk.js';
import type { Word } from '../words.js';

/** How surely the words say a want: "I want", "I can", "I don't want", "I can't", or none. */
type WantStrength = 'want' | 'ability' | 'refusal' | 'fault' | 'other';

export interface WantPhrase {
  readonly strength: WantStrength;
  /** Where the subject (or the verb, when nobody is named) begins. */
  readonly start: number;
  /** The text of the want comes after this offset. */
  readonly end: number;
}

/** No phrase with its adverbs and what tells talk from a want is longer. */
const LONGEST = 20;

/**
 * Reads subject, adverbs and verb from `words[at]`; null when no speaker stands there.
 * `other` is a speaker who does something else: "I get a 500 error".
 */
export function readWantPhrase(
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
): WantPhrase | null {
  const subject = words[at];
  if (subject === undefined) return null;
  if (matchPhrase(lexicon.asides, words, at) > 0)
    return { strength: 'other', start: subject.start, end: subject.end };
  const impersonal = matchPhrase(lexicon.impersonal, words, at);
  if (impersonal > 0) return endAt(words, at, at + impersonal - 1, 'ability', lexicon);
  const verb = lexicon.contractions.get(subject.text);
  if (verb === undefined && !lexicon.subjects.has(subject.text)) return null;
  // "I'd" is "I" and "would".
  const rest: Word[] = verb === undefined ? [] : [{ ...subject, text: verb }];
  rest.push(...words.slice(at + 1, at + 1 + LONGEST));
  return readVerb(rest, subject.start, lexicon);
}

/** The same without a subject: "As a user want to …", "As a user, need to …". */
export function readBareWant(
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
): WantPhrase | null {
  const word = words[at];
  if (word === undefined) return null;
  if (!word.afterBreak) {
    const taken = matchPhrase(lexicon.bareWants, words, at);
    return taken === 0 ? null : endAt(words, at, at + taken - 1, 'want', lexicon);
  }
  const phrase = readVerb(words.slice(at, at + LONGEST), word.start, lexicon);
  if (phrase.strength !== 'want' && phrase.strength !== 'ability') return null;
  // "As a user, can I …" asks.
  const next = words.find((following) => following.start >= phrase.end)?.text ?? '';
  return lexicon.subjects.has(next) || lexicon.otherSubjects.has(next) ? null : phrase;
}

/** What is looked for at each word, in this order, and what it makes of the want. */
const VERBS = [
  { phrases: 'asides', strength: 'other' },
  { phrases: 'refusals', strength: 'refusal' },
  { phrases: 'faults', strength: 'fault' },
  { phrases: 'wants', strength: 'want' },
  { phrases: 'abilities', strength: 'ability' },
] as const;

function readVerb(parts: readonly Word[], start: number, lexicon: Lexicon): WantPhrase {
  let at = 0;
  for (let skipped = 0; skipped < 5; skipped++) {
    // "would really like": the adverb may part the words of the phrase.
    for (const { phrases, strength } of VERBS) {
      const last = matchSpread(lexicon[phrases], parts, at, lexicon);
      if (last === -1) continue;
      if (strength === 'refusal') return { strength, start, end: parts[at]?.start ?? start };
      if (strength === 'other' || strength === 'fault') {
        return { strength, start, end: parts[last]?.end ?? start };
      }
      const end = joinWants(parts, last, strength, lexicon);
      return endAt(parts, 0, end, strength, lexicon, start);
    }
    if (!isAdverb(parts[at]?.text, lexicon)) break;
    at += 1;
  }
  return { strength: 'other', start, end: parts[0]?.start ?? start };
}

/** "want and need", "want/need": the want begins after the last of them. */
function joinWants(
  parts: readonly Word[],
  last: number,
  strength: WantStrength,
  lexicon: Lexicon,
): number {
  const isJoined = lexicon.conjunctions.has(parts[last + 1]?.text ?? '');
  // "I can request a refund": the request is what is wanted.
  if (!isJoined && strength === 'ability') return last;
  const joined = isJoined ? last + 2 : last + 1;
  const taken = matchPhrase(lexicon.wants, parts, joined);
  return taken === 0 ? last : joined + taken - 1;
}

function endAt(
  parts: readonly Word[],
  first: number,
  last: number,
  strength: WantStrength,
  lexicon: Lexicon,
  start = parts[first]?.start ?? 0,
): WantPhrase {
  const next = parts[last + 1];
  const infinitive = next !== undefined && lexicon.infinitive.has(next.text);
  const verb = infinitive ? last + 2 : last + 1;
  if (isTalk(parts, verb, strength === 'ability', lexicon.talk))
    return { strength: 'other', start, end: parts[last]?.end ?? start };
  return { strength, start, end: (infinitive ? next.end : parts[last]?.end) ?? start };
}

/** The index of the last word of a phrase whose words adverbs may part; -1 for none. */
function matchSpread(
  table: PhraseTable,
  parts: readonly Word[],
  at: number,
  lexicon: Lexicon,
): number {
  for (const phrase of table.get(parts[at]?.text ?? '') ?? []) {
    let next = at;
    const whole = phrase.every((word, i) => {
      while (i > 0 && parts[next]?.text !== word && isAdverb(parts[next]?.text, lexicon)) next += 1;
      next += 1;
      return parts[next - 1]?.text === word;
    });
    if (whole) return next - 1;
  }
  return -1;
}

function isAdverb(word: string | undefined, lexicon: Lexicon): boolean {
  return word !== undefined && (lexicon.adverbs.has(word) || lexicon.adverbEnding.test(word));
}
