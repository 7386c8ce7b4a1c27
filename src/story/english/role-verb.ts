import type { Lexicon } from '../lexicon.js';
import type { Word } from '../words.js';

export type Article = 'indefinite' | 'definite' | 'none';

/** A verb that cannot stand in a role; after "of" or "with" it is a noun. */
export function isFiniteVerb(
  words: readonly Word[],
  at: number,
  article: Article,
  lexicon: Lexicon,
): boolean {
  const { finiteVerbs, reports, prepositions } = lexicon.prose;
  const word = words[at]?.text ?? '';
  const before = words[at - 1]?.text ?? '';
  const isNoun = lexicon.indefinite.has(before) || lexicon.definite.has(before);
  if (isNoun || prepositions.has(before)) return false;
  if (finiteVerbs.has(word)) return !isWantedThing(words, at, article, lexicon);
  if (hasObject(words, at, article, lexicon)) return true;
  // "As a user mentioned in a comment, I want" is one who was; "as Anna mentioned" tells.
  if (!reports.has(word)) return false;
  return article !== 'indefinite' || !prepositions.has(words[at + 1]?.text ?? '');
}

/**
 * "the browser *sends* a cookie", "users *leave* the page": no article stands inside the name of
 * a role but behind a preposition, a participle or an "and".
 */
function hasObject(
  words: readonly Word[],
  at: number,
  article: Article,
  { prose, indefinite, definite, conjunctions, adverbs }: Lexicon,
): boolean {
  const word = words[at]?.text ?? '';
  const next = words[at + 1];
  if (next === undefined || next.afterBreak) return false;
  if (!indefinite.has(next.text) && !definite.has(next.text)) return false;
  if (article === 'indefinite' && !prose.verbOrPlural.test(word)) return false;
  return (
    ![
      prose.prepositions,
      prose.determiners,
      prose.relatives,
      prose.contrast,
      conjunctions,
      adverbs,
    ].some((set) => set.has(word)) && !prose.participle.test(word)
  );
}

/**
 * "a shopper with dietary *needs*", "special *needs* teacher", "wants and *needs*": a noun that a
 * verb is spelled like. As a verb it would have an object, and no preposition or adjective before it.
 */
function isWantedThing(
  words: readonly Word[],
  at: number,
  article: Article,
  { prose, conjunctions, subjects, contractions }: Lexicon,
): boolean {
  if (!prose.nounVerbs.has(words[at]?.text ?? '')) return false;
  const before = words[at - 1]?.text ?? '';
  const next = words[at + 1];
  if (prose.adjective.test(before) || conjunctions.has(before)) return true;
  if (article === 'indefinite' && (next === undefined || next.afterBreak)) return true;
  if (next !== undefined && (subjects.has(next.text) || contractions.has(next.text))) return true;
  return words.slice(0, at).some((word) => prose.prepositions.has(word.text));
}
