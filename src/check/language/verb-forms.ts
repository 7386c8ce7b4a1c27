import { BEFORE_VERB, DETERMINERS, NO_VERBS, NOUN_VERBS, PARTICLES, VERBS } from './en-verbs.js';

export function isVerb(word: string | undefined): boolean {
  if (word === undefined) return false;
  if (VERBS.has(word) || NOUN_VERBS.has(word)) return true;
  const bare = word.replace(/^(?:re|un|de|pre|auto|bulk|multi|co|mass|over|mis|cross|fast)-?/, '');
  return bare !== word && bare.length > 2 && VERBS.has(bare);
}

/** Not on the list, and a verb by what follows it or by its form: "and unearth the …", "-ize". */
export function isVerbByPlace(word: string | undefined, following: string | undefined): boolean {
  if (word === undefined || !/^[a-z]{3,}$/.test(word) || NO_VERBS.has(word)) return false;
  if (/(?:ize|ify)$/.test(word) && word.length > 5) return true;
  if (
    /(?:ing|[^e]ed|ly|[^s]s|tion|ment|ness|ity|er|or|ance|ence|able|al|ous|ful|ive|ic)$/.test(word)
  )
    return false;
  return following !== undefined && DETERMINERS.has(following);
}

/** "look up the price", "comment on it": a verb by its particle and what follows that. */
export function isPhrasalVerb(
  word: string | undefined,
  particle: string | undefined,
  following: string | undefined,
): boolean {
  if (word === undefined || !/^[a-z]{2,}$/.test(word) || NO_VERBS.has(word)) return false;
  if (particle === undefined || following === undefined || /(?:ing|ed|ly|s)$/.test(word))
    return false;
  if (PARTICLES.has(particle)) return DETERMINERS.has(following) || following === 'to';
  return (
    /^(?:on|in|with|for|from|to|about)$/.test(particle) && /^(?:it|them|me|us|him)$/.test(following)
  );
}

/** A verb and hardly ever a noun. */
export function isPlainVerb(word: string | undefined): boolean {
  return isVerb(word) && !NOUN_VERBS.has(word ?? '');
}

export function isAdverb(word: string | undefined): boolean {
  if (word === undefined) return false;
  return BEFORE_VERB.has(word) || (/^\p{L}{3,}ly$/u.test(word) && !isVerb(word));
}

export function isPeople(word: string): boolean {
  return /^(?:people|children|everyone|everybody|someone|somebody|anyone)$/.test(word);
}

export function isPlural(word: string): boolean {
  return /[^s]s$/.test(word) && !isVerb(word) && !/^(?:is|was|has|does)$/.test(word);
}
