import { matchPhrase } from '../lexicon.js';
import type { Word } from '../words.js';
import type { ClauseWords } from './clause-lexicon.js';

/** "I want", "I must", "I can", "I don't want", "I can't", "I want to say". */
type ClauseStrength = 'wish' | 'duty' | 'ability' | 'refusal' | 'fault' | 'talk';

export interface ClauseWish {
  readonly strength: ClauseStrength;
  readonly start: number;
  /** The text of the want comes after this offset. */
  readonly end: number;
  /** The index of the first word after the phrase. */
  readonly next: number;
}

const MOST_FILLERS = 3;

/**
 * The wish whose first word is `words[at]`: "möchte ich", "je veux", "quiero"; null for none.
 * With `hasSpoken` the subject stands before the role: "ich als Kunde möchte".
 */
export function readClauseWish(
  words: readonly Word[],
  at: number,
  lexicon: ClauseWords,
  hasSpoken = false,
): ClauseWish | null {
  const fixed = matchPhrase(lexicon.fixed, words, at);
  if (fixed > 0) return finish(words, at, at + fixed, 'wish', lexicon);
  let next = at;
  const hasSubject = lexicon.sets.subjects.has(words[at]?.text ?? '');
  if (hasSubject) next = skip(words, at + 1, lexicon.sets.fillers);
  else if (lexicon.order === 'before' && !hasSpoken) return null;
  const isNegated = lexicon.sets.negations.has(words[next]?.text ?? '');
  const negatedAt = next;
  if (isNegated) next += 1;
  const verb = readVerb(words, next, lexicon);
  if (verb === null) return null;
  next += verb.taken;
  if (!hasSubject && !hasSpoken && lexicon.order === 'either-side') {
    next = skip(words, next, lexicon.sets.fillers);
    const subject = words[next];
    if (subject === undefined || subject.afterBreak || !lexicon.sets.subjects.has(subject.text))
      return null;
    next += 1;
  }
  if (!isNegated) return finish(words, at, next, verb.strength, lexicon);
  const start = words[at]?.start ?? 0;
  if (verb.strength === 'ability')
    return { strength: 'fault', start, end: words[next - 1]?.end ?? start, next };
  // A refused want keeps its refusal.
  const end = words[negatedAt]?.start ?? start;
  return { strength: 'refusal', start, end, next: negatedAt };
}

function readVerb(
  words: readonly Word[],
  at: number,
  lexicon: ClauseWords,
): { readonly strength: 'wish' | 'duty' | 'ability'; readonly taken: number } | null {
  for (const [strength, table] of [
    ['wish', lexicon.wishes],
    ['duty', lexicon.duties],
    ['ability', lexicon.abilities],
  ] as const) {
    const taken = matchPhrase(table, words, at);
    if (taken === 0) continue;
    // "möchte und muss ich", "quiero y necesito"
    const and = words[at + taken];
    const joined = lexicon.sets.conjunctions.has(and?.text ?? '') ? at + taken + 1 : -1;
    const second = joined === -1 ? 0 : (readVerb(words, joined, lexicon)?.taken ?? 0);
    return { strength, taken: second === 0 ? taken : joined + second - at };
  }
  return null;
}

/** Takes in what belongs to the wish after its verb: "gerne", "de". */
function finish(
  words: readonly Word[],
  at: number,
  after: number,
  strength: ClauseStrength,
  { sets }: ClauseWords,
): ClauseWish {
  let next = skip(words, after, sets.polite);
  const particle = words[next];
  if (particle !== undefined && !particle.afterBreak && sets.particles.has(particle.text))
    next += 1;
  const start = words[at]?.start ?? 0;
  const isTalk = words
    .slice(next, next + 3)
    .some((word) => !word.afterBreak && sets.talk.has(word.text));
  return {
    strength: isTalk ? 'talk' : strength,
    start,
    end: words[next - 1]?.end ?? start,
    next,
  };
}

function skip(words: readonly Word[], from: number, set: ReadonlySet<string>): number {
  let next = from;
  while (next < from + MOST_FILLERS && set.has(words[next]?.text ?? '')) next += 1;
  return next;
}
