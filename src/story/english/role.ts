import type { Span } from '../../text/span.js';
import { benefitAt } from '../benefit.js';
import { type Lexicon, matchPhrase } from '../lexicon.js';
import type { Word } from '../words.js';
import { type Article, isFiniteVerb } from './role-verb.js';
import { readBareWant, readWantPhrase, type WantPhrase } from './want-phrase.js';

/** How far behind a want without a subject the want of the speaker may stand. */
const FURTHEST_SPEAKER = 24;

/** What stands between "as" and the text of the want. */
export interface RoleClause {
  readonly article: Article;
  /** The words of the role. */
  readonly words: readonly Word[];
  /** The role with whatever surrounds it, from the article on, not yet trimmed. */
  readonly span: Span;
  readonly condition: Span | null;
  /** "As a R, in order to B, I want W". */
  readonly benefit: Span | null;
  readonly want: WantPhrase | null;
  /** Why no want was found: somebody acts ("I get"), a verb makes it prose, or the text ends. */
  readonly stopped: 'want' | 'speaker' | 'other-speaker' | 'verb' | 'end';
  /** The first word of what stopped it. */
  readonly at: number;
}

/** The mutable state of one walk over the words after "as"; `first` is a clause's first word. */
interface Walk {
  roleEnd: number;
  condition: { readonly from: number; readonly first: number } | null;
  benefit: { readonly from: number; readonly first: number } | null;
  inRelative: boolean;
  /** A want inside the condition, taken when no later one follows. */
  fallback: { readonly index: number; readonly want: WantPhrase } | null;
}

/**
 * Reads a role from the words after "as" (`words[first]`), a condition and the want phrase.
 * A role ends where somebody speaks ("I", "we"), where a condition or a benefit opens, or where
 * a sentence ends.
 */
export function readRoleClause(
  masked: string,
  words: readonly Word[],
  first: number,
  lexicon: Lexicon,
): RoleClause {
  const end = masked.length;
  const { article, next } = readArticle(words, first, lexicon);
  const from = words[next - 1]?.end ?? end;
  const walk: Walk = {
    roleEnd: -1,
    condition: null,
    benefit: null,
    inRelative: false,
    fallback: null,
  };
  const close = (stopped: RoleClause['stopped'], index: number, want: WantPhrase | null) =>
    closeClause({ words, next, from, end, article, walk }, stopped, index, want);

  for (let i = next; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (word.inParens && i > next) continue;
    const phrase = readWantPhrase(words, i, lexicon);
    if (phrase !== null && isSpeaker(masked, word)) {
      const verdict = judgeSpeaker(phrase, word, i, walk);
      if (verdict === 'take') return close('want', i, phrase);
      if (verdict === 'stop' && walk.fallback === null) return close('speaker', i, phrase);
      if (verdict === 'stop') break;
      continue;
    }
    if (word.afterStop && i > next && !opensClause(words, i, lexicon)) {
      if (walk.fallback === null) return close('end', i, null);
      break;
    }
    if (i > next && enterClause(words, i, walk, lexicon)) continue;
    if (walk.condition !== null || walk.benefit !== null) continue;
    const bare = i > next ? readBareWant(words, i, lexicon) : null;
    if (bare !== null && !isSaidLater(words, i, walk, lexicon)) return close('want', i, bare);
    if (lexicon.prose.relatives.has(word.text)) walk.inRelative = true;
    const prose = i > next ? findProse(words, i, article, walk, lexicon) : null;
    if (prose !== null) return close(prose, i, null);
  }
  const { fallback } = walk;
  if (fallback !== null) return close('want', fallback.index, fallback.want);
  return close('end', words.length, null);
}

/** "users who want to travel, *we need*", "tastes, wants and hopes, *I want*": the speaker's want. */
function isSaidLater(
  words: readonly Word[],
  at: number,
  { inRelative }: Walk,
  lexicon: Lexicon,
): boolean {
  for (let i = at + 1; i < Math.min(words.length, at + FURTHEST_SPEAKER); i++) {
    const word = words[i];
    if (word === undefined || word.afterStop) return false;
    if (!word.afterBreak && !inRelative) continue;
    const phrase = readWantPhrase(words, i, lexicon);
    if (phrase !== null && phrase.strength !== 'other' && phrase.strength !== 'fault') return true;
  }
  return false;
}

/** Notes a condition or a benefit that opens here; the role ends at the first of them. */
function enterClause(words: readonly Word[], at: number, walk: Walk, lexicon: Lexicon): boolean {
  if (walk.condition !== null) return false;
  const benefit = walk.benefit === null ? benefitAt(words, at, lexicon) : null;
  if (benefit !== null) {
    const first = words.findIndex((word) => word.start >= benefit.end);
    walk.benefit = { from: benefit.end, first: first === -1 ? words.length : first };
  } else if (opensCondition(words, at, lexicon)) {
    const taken = Math.max(1, matchPhrase(lexicon.conditions, words, at));
    walk.condition = { from: words[at]?.start ?? 0, first: at + taken };
  } else {
    return false;
  }
  if (walk.roleEnd === -1) walk.roleEnd = at;
  return true;
}

/** What makes prose of the words so far: somebody else acts, or a verb stands in the role. */
function findProse(
  words: readonly Word[],
  at: number,
  article: Article,
  walk: Walk,
  lexicon: Lexicon,
): 'other-speaker' | 'verb' | null {
  const word = words[at];
  if (word === undefined) return null;
  const isAddressed = word.afterBreak || (article === 'none' && !walk.inRelative);
  if (isAddressed && lexicon.otherSubjects.has(word.text)) return 'other-speaker';
  return !walk.inRelative && isFiniteVerb(words, at, article, lexicon) ? 'verb' : null;
}

/** Whether a speaker's words end the clause, stop the reading, or belong to what came before. */
function judgeSpeaker(
  phrase: WantPhrase,
  word: Word,
  index: number,
  walk: Walk,
): 'take' | 'stop' | 'pass' {
  const says = phrase.strength !== 'other' && phrase.strength !== 'fault';
  const inner = walk.condition?.first ?? walk.benefit?.first;
  if (inner === undefined) {
    if (says) return 'take';
    return walk.inRelative && !word.afterBreak ? 'pass' : 'stop';
  }
  // The clause's own subject: "when I can see the page, I want …".
  if (index <= inner) return 'pass';
  if (word.afterBreak) return says ? 'take' : 'stop';
  if (phrase.strength === 'want') return 'take';
  if (says) walk.fallback ??= { index, want: phrase };
  return 'pass';
}

/** Not the I of "I/O", "V.I.P." or "i.e.". */
function isSpeaker(masked: string, word: Word): boolean {
  return word.text !== 'i' || !/^[./&]\p{L}/u.test(masked.slice(word.end, word.end + 3));
}

function opensCondition(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (matchPhrase(lexicon.conditions, words, index) > 0) return true;
  return word.afterBreak && lexicon.commaConditions.has(word.text);
}

/** After a full stop a story may still go on: "As a user. I want to …". */
function opensClause(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  return (
    readBareWant(words, index, lexicon) !== null ||
    opensCondition(words, index, lexicon) ||
    benefitAt(words, index, lexicon) !== null
  );
}

function readArticle(
  words: readonly Word[],
  first: number,
  lexicon: Lexicon,
): { readonly article: Article; readonly next: number } {
  let next = first;
  let article: Article = 'none';
  // "a/an" and "a(n)" stand for either.
  while (next < first + 2) {
    const text = words[next]?.text ?? '';
    if (lexicon.indefinite.has(text) || (next > first && text === 'n')) article = 'indefinite';
    else if (next === first && lexicon.definite.has(text)) article = 'definite';
    else break;
    next += 1;
  }
  return { article, next };
}

interface Closing {
  readonly words: readonly Word[];
  readonly next: number;
  readonly from: number;
  readonly end: number;
  readonly article: Article;
  readonly walk: Walk;
}

function closeClause(
  { words, next, from, end, article, walk }: Closing,
  stopped: RoleClause['stopped'],
  index: number,
  want: WantPhrase | null,
): RoleClause {
  const at = words[index]?.start ?? end;
  const roleIndex = walk.roleEnd === -1 ? index : walk.roleEnd;
  const benefitEnd =
    walk.condition !== null && walk.condition.from > (walk.benefit?.from ?? at)
      ? walk.condition.from
      : at;
  return {
    article,
    words: words.slice(next, roleIndex),
    span: [from, Math.max(from, words[roleIndex]?.start ?? end)],
    condition: walk.condition === null ? null : [walk.condition.from, at],
    benefit: walk.benefit === null ? null : [walk.benefit.from, benefitEnd],
    want,
    stopped,
    at,
  };
}
