import { ADJECTIVES, MOSTLY_VERBS, NOUN_VERBS, OBJECT_STARTS, VERB_TAILS } from './en-verbs.js';
import {
  isAdverb,
  isPeople,
  isPhrasalVerb,
  isPlainVerb,
  isPlural,
  isVerb,
  isVerbByPlace,
} from './verb-forms.js';
import { JOINTS, type Token } from './want-tokens.js';

/** The verb that a joint at `from` brings in, past its adverbs; null when none follows. */
export function secondVerb(
  tokens: readonly Token[],
  from: number,
  isJoint: boolean,
  first: number,
): number | null {
  let at = from;
  let marked = false;
  while (at < from + 5 && isAdverb(tokens[at]?.text)) {
    // "and to export", "and then export", "and I can export": only a verb can follow.
    if (/^(?:to|then|i|we|can|also|be|never)$/.test(tokens[at]?.text ?? '')) marked = true;
    at += 1;
    if (tokens[at]?.breaks === '.') return null;
  }
  const word = tokens[at]?.text;
  // "and be told when …": what is done to the one who wants it.
  const ownClause = isJoint ? verbOfOwnClause(tokens, from) : null;
  if (ownClause !== null) return ownClause;
  const isPassive =
    tokens[at - 1]?.text === 'be' && at > from && /(?:ed|en|told|sent|shown)$/.test(word ?? '');
  if (isPassive) return at;
  const next = tokens[at + 1];
  const following = next?.breaks ? undefined : next?.text;
  const beyond = tokens[at + 2]?.breaks ? undefined : tokens[at + 2]?.text;
  if (isJoint && isPhrasalVerb(word, following, beyond)) return at;
  if (!isVerb(word)) return isJoint && isVerbByPlace(word, following) ? at : null;
  // "simple and clear as …": only with an object is it the verb.
  if (!marked && ADJECTIVES.has(word ?? '')) {
    return following !== undefined && OBJECT_STARTS.has(following) ? at : null;
  }
  if (isPlainVerb(word)) {
    // After a comma alone, it may be a list's noun all the same: an object must follow.
    if (isJoint || marked) return isNounAfter(tokens, at) ? null : at;
    return looksLikeObject(following) ? at : null;
  }
  if (marked) return at;
  return isVerbHere(tokens, at, from, first, isJoint) ? at : null;
}

/** "…, and the gate should open as well": a second wish with a subject of its own. */
function verbOfOwnClause(tokens: readonly Token[], from: number): number | null {
  for (let at = from + 1; at < from + 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.breaks !== '' || JOINTS.has(token.text)) return null;
    if (!/^(?:should|must|shall)$/.test(token.text)) continue;
    const verb = isAdverb(tokens[at + 1]?.text) ? at + 2 : at + 1;
    return tokens[verb] === undefined ? at : verb;
  }
  return null;
}

/** "configure and manage" is a verb, "and display settings" is not always one. */
function isVerbHere(
  tokens: readonly Token[],
  at: number,
  from: number,
  first: number,
  isJoint: boolean,
): boolean {
  const next = tokens[at + 1];
  const following = next?.breaks === '' ? next.text : '';
  if (OBJECT_STARTS.has(following)) return true;
  if (!isJoint) return false;
  // "search and filter …", "view, sort and filter …": verb beside verb.
  const before = from - 2;
  const previous = tokens[before];
  if (before === first) return true;
  if (previous !== undefined && before > first && isVerbList(tokens, first, before)) return true;
  if (isPeople(following) || pointsBack(tokens, at + 2)) return true;
  // "a date and time to meet", "users and access rights": of the others, most are nouns here.
  if (!MOSTLY_VERBS.has(tokens[at]?.text ?? '')) return false;
  if (VERB_TAILS.has(following)) return true;
  // "and share photos": a plural can be an object; in "the view and download counts" it is not.
  return !NOUN_VERBS.has(previous?.text ?? '') && isPlural(following);
}

/** "and place sensors *on it*": what is spoken of is what was made before. */
function pointsBack(tokens: readonly Token[], at: number): boolean {
  const [preposition, pronoun] = [tokens[at], tokens[at + 1]];
  if (preposition?.breaks !== '' || pronoun?.breaks !== '') return false;
  return (
    /^(?:on|in|into|to|for|with|from|about|by)$/.test(preposition.text) &&
    /^(?:it|them|me|us|him|her)$/.test(pronoun.text)
  );
}

/** Only verbs, commas and joints stand between the two. */
function isVerbList(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first + 1; i <= last; i += 1) {
    const text = tokens[i]?.text;
    if (!isVerb(text) && !JOINTS.has(text ?? '')) return false;
    if (isVerb(text) && tokens[i]?.breaks !== ',' && !JOINTS.has(tokens[i - 1]?.text ?? ''))
      return false;
  }
  return true;
}

/** "and deliver dates": a plain verb stays one; "and design" before "of" is a noun. */
function isNounAfter(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === 'of';
}

function looksLikeObject(word: string | undefined): boolean {
  return word !== undefined && !JOINTS.has(word);
}
