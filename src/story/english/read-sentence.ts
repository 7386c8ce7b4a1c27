import type { Span } from '../../text/span.js';
import { benefitAt, readTail } from '../benefit.js';
import { failIn, NO_ROLE, NOT_A_STORY, quote, type Source } from '../failure.js';
import { ENGLISH } from '../languages/en.js';
import {
  beginsClause,
  findCellEnd,
  findOpening,
  findSentenceOpenings,
  hasOpener,
  labelPattern,
  type Opening,
  openersOf,
} from '../lead.js';
import { type Lexicon, matchPhrase } from '../lexicon.js';
import { isPlaceholder } from '../placeholder.js';
import type { StoryReader } from '../reader.js';
import type { StoryReading } from '../story.js';
import { trimSpan } from '../trim-span.js';
import { scanWords, type Word } from '../words.js';
import { readRest, readRoleFirst } from './read-role-first.js';
import { readWantPhrase, type WantPhrase } from './want-phrase.js';

/** No role and no condition of a real story is longer. */
const HEAD_WORDS = 120;

/** Reads the story that opens at `opening`. */
function readSentence(source: Source, opening: Opening): StoryReading {
  const words = scanWords(source.masked, opening.at, source.masked.length, HEAD_WORDS);
  switch (opening.kind) {
    case 'role':
      return readRoleFirst(source, opening, words, 1, {}, 'connextra');
    case 'benefit':
      return readBenefitFirst(source, opening, words);
    case 'condition':
      return readConditionFirst(source, opening, words);
    case 'want':
      return readWantFirst(source, opening, words);
    default:
      return opening.kind satisfies never;
  }
}

/** "In order to B, as a R, I want W". */
function readBenefitFirst(source: Source, opening: Opening, words: readonly Word[]): StoryReading {
  const { raw, masked, lexicon } = source;
  const fail = failIn(source, 'feature-injection');
  const opened = benefitAt(words, 0, lexicon);
  const isEarly = opened === null;
  const from =
    opened?.end ?? words[matchPhrase(lexicon.benefit.early, words, 0) - 1]?.end ?? opening.at;
  const as = findRoleOpening(words, lexicon);
  if (as !== -1) {
    const benefit = trimSpan(raw, masked, from, words[as]?.start ?? from);
    if (benefit !== null && isPlaceholder(raw.slice(...benefit), lexicon)) {
      return fail(
        'placeholder',
        benefit,
        `the benefit is still a placeholder: ${quote(raw.slice(...benefit))}`,
      );
    }
    return readRoleFirst(source, opening, words, as + 1, { benefit }, 'feature-injection');
  }
  const want = findWant(words, 1, lexicon);
  if (want === null || isEarly)
    return fail('not-a-story', [opening.at, masked.length], NOT_A_STORY);
  return fail('no-role', [opening.at, want.start], NO_ROLE, {
    benefit: trimSpan(raw, masked, from, want.start),
  });
}

/** The "as" that opens the role: best after a comma or a line end, else the last with an article. */
function findRoleOpening(words: readonly Word[], lexicon: Lexicon): number {
  let found = -1;
  for (let i = 1; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const isWant = readWantPhrase(words, i, lexicon)?.strength === 'want';
    if (isWant && (found !== -1 || word.afterBreak)) break;
    if (!lexicon.as.has(word.text)) continue;
    if (word.afterBreak) return i;
    if (lexicon.indefinite.has(words[i + 1]?.text ?? '')) found = i;
  }
  return found;
}

/** "When C, I want to W, so I can B": only with a benefit; else any sentence with "when" is one. */
function readConditionFirst(
  source: Source,
  opening: Opening,
  words: readonly Word[],
): StoryReading {
  const { raw, masked, lexicon } = source;
  const fail = failIn(source, 'job-story');
  const start = matchPhrase(lexicon.conditions, words, 0);
  const want = findWant(words, start + 1, lexicon);
  const whole: Span = [opening.at, masked.length];
  if (want === null) return fail('not-a-story', whole, NOT_A_STORY);
  const condition = trimSpan(raw, masked, opening.at, want.start);
  const reading = readRest(source, opening, want, { condition }, 'job-story');
  if (!reading.ok || reading.benefit !== null) return reading;
  return fail('no-role', [opening.at, want.start], `${NO_ROLE}, or say what for: "so I can …"`, {
    condition,
  });
}

/** The first "I want" after a break; wants of the condition itself are passed over. */
function findWant(words: readonly Word[], from: number, lexicon: Lexicon): WantPhrase | null {
  let loose: WantPhrase | null = null;
  for (let i = from; i < words.length; i++) {
    const phrase = readWantPhrase(words, i, lexicon);
    if (phrase === null) {
      if (words[i]?.afterStop) break;
      continue;
    }
    if (phrase.strength !== 'want' && phrase.strength !== 'refusal') continue;
    if (words[i]?.afterBreak) return phrase;
    loose ??= i > from ? phrase : null;
  }
  return loose;
}

/** "I, as a R, want W", or a want without a role. */
function readWantFirst(source: Source, opening: Opening, words: readonly Word[]): StoryReading {
  const { raw, masked, lexicon } = source;
  if (lexicon.as.has(words[1]?.text ?? '')) {
    return readRoleFirst(source, opening, words, 2, {}, 'connextra');
  }
  const phrase = readWantPhrase(words, 0, lexicon);
  if (phrase?.strength !== 'want') {
    return failIn(source, null)('not-a-story', [opening.at, masked.length], NOT_A_STORY);
  }
  const tail = readTail(source, phrase.end, opening.inTable, lexicon);
  return failIn(source, 'connextra')('no-role', [opening.at, phrase.end], NO_ROLE, {
    want: trimSpan(raw, masked, ...tail.want),
    benefit: tail.benefit && trimSpan(raw, masked, ...tail.benefit),
  });
}

const OPENERS = openersOf(ENGLISH);
const LABELS = labelPattern(ENGLISH.labels);

/** English has a reader of its own, grown from thousands of real stories. */
export const ENGLISH_READER: StoryReader = {
  language: ENGLISH.language,
  mayHold: (text) => hasOpener(text, OPENERS),
  mayGoOn: (text) => beginsClause(text, ENGLISH, OPENERS),
  findInnerOpenings: (text) => findSentenceOpenings(text, ENGLISH),
  locate({ raw, masked, base }) {
    const opening = findOpening(masked, ENGLISH, LABELS);
    if (opening === null) return null;
    const end = findCellEnd(masked, opening.at);
    const source = { raw: raw.slice(0, end), masked: masked.slice(0, end), base, lexicon: ENGLISH };
    return { reading: readSentence(source, opening), at: base + opening.at };
  },
};
