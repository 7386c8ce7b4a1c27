import { matchPhrase } from '../lexicon.js';
import { isTalk } from '../talk.js';
import type { Word } from '../words.js';
import type { ClauseWords } from './clause-lexicon.js';

/** "I want", "I must", "I can", "I don't want", "I can't", "I want to say". */
type ClauseStrength = 'want' | 'duty' | 'ability' | 'refusal' | 'fault' | 'talk';

export interface ClauseWant {
  readonly strength: ClauseStrength;
  readonly start: number;
  /** The text of the want comes after this offset. */
  readonly end: number;
  /** The index of the first word after the phrase. */
  readonly next: number;
}

const MOST_FILLERS = 3;
/** How far behind its first half a duty may be told. */
const FURTHEST_HALF = 20;

/**
 * The want whose first word is `words[at]`: "möchte ich", "je veux", "quiero"; null for none.
 * With `hasSpoken` the subject stands before the role: "ich als Kunde möchte".
 */
export function readClauseWant(
  words: readonly Word[],
  at: number,
  lexicon: ClauseWords,
  hasSpoken = false,
): ClauseWant | null {
  const fixed = matchPhrase(lexicon.fixed, words, at);
  if (fixed > 0) return finish(words, at, at + fixed, 'want', lexicon);
  let next = at;
  const hasSubject = lexicon.sets.subjects.has(words[at]?.text ?? '');
  if (hasSubject) next = skip(words, at + 1, lexicon.sets.fillers);
  else if (lexicon.order === 'before' && !hasSpoken) return null;
  else if (lexicon.order === 'dropped' && isNoun(words, at, lexicon)) return null;
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

/** "un *deseo* especial", "con *deseo* de viajar" */
function isNoun(words: readonly Word[], at: number, { sets, role }: ClauseWords): boolean {
  const before = words[at - 1]?.text ?? '';
  if (words[at]?.afterBreak) return false;
  return sets.indefinite.has(before) || sets.definite.has(before) || role.prepositions.has(before);
}

function readVerb(
  words: readonly Word[],
  at: number,
  lexicon: ClauseWords,
): { readonly strength: 'want' | 'duty' | 'ability'; readonly taken: number } | null {
  for (const [strength, table] of [
    ['want', lexicon.wants],
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
  return hasSecondHalf(words, at, lexicon) ? { strength: 'ability', taken: 1 } : null;
}

/** "*habe* ich einen Plan *abzugeben*", "*zou* ik een plan *moeten* indienen" */
function hasSecondHalf(words: readonly Word[], at: number, { sets, later }: ClauseWords): boolean {
  if (later === null || !sets.halves.has(words[at]?.text ?? '')) return false;
  for (const word of words.slice(at + 1, at + FURTHEST_HALF)) {
    if (word.afterBreak) return false;
    if (later.test(word.text)) return true;
  }
  return false;
}

/** Takes in what belongs to the want after its verb: "gerne", "de". */
function finish(
  words: readonly Word[],
  at: number,
  after: number,
  strength: ClauseStrength,
  { sets, talk }: ClauseWords,
): ClauseWant {
  let next = skip(words, after, sets.polite);
  const particle = words[next];
  if (particle !== undefined && !particle.afterBreak && sets.particles.has(particle.text))
    next += 1;
  const start = words[at]?.start ?? 0;
  const isDoubtful = strength === 'ability' || strength === 'duty';
  return {
    strength: isTalk(words, next, isDoubtful, talk) ? 'talk' : strength,
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
