import { indefiniteArticle, startsWithVerb, takesNoArticle } from './languages/en-grammar.js';

/** The parts a story is written from; blanks around them and line ends in them do not matter. */
export interface StoryText {
  readonly role: string | null;
  readonly want: string | null;
  readonly benefit?: string | null;
}

const OPENING_ARTICLE = /^(?:as\s+)?(?:an?\s+)(?=\S)/i;
const OPENING_WANT = /^(?:i\s+(?:want|would like|need)\s+)?(?:to\s+)?/i;
const OPENING_BENEFIT =
  /^(?:so\s+that\s+|so\s+(?=(?:i|we|my|our|the|it|they)\b)|in order to\s+|because\s+)/i;
/** A want that refuses speaks for itself: "I don't want to see ads". */
const REFUSAL =
  /^(?:don['’]t|do not|never|no longer|should|shouldn['’]t|must|mustn['’]t|won['’]t|will not|would not|wouldn['’]t|shall)\s/i;

/**
 * Writes a story in its usual form, "As a R, I want to W, so that B.", with the article and the
 * "to" its words need. Parts may come with or without "a", "to" and "so that". What
 * `parseStory` reads from the result are the parts again.
 */
export function formatStory({ role, want, benefit = null }: StoryText): string {
  const clauses = [
    writeRole(tidy(role).replace(OPENING_ARTICLE, '')),
    writeWant(tidy(want)),
    writeBenefit(tidy(benefit)),
  ].filter((clause) => clause !== '');
  if (clauses.length === 0) return '';
  const sentence = clauses.join(', ');
  const written = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?…]["”’)]?$/.test(written) ? written : `${written}.`;
}

function writeRole(role: string): string {
  if (role === '') return '';
  return takesNoArticle(role) ? `As ${role}` : `As ${indefiniteArticle(role)} ${role}`;
}

function writeWant(want: string): string {
  if (want === '') return '';
  if (REFUSAL.test(want)) return `I ${want}`;
  const bare = want.replace(OPENING_WANT, '');
  const infinitive = /^(?:i\s+\w+(?:\s+like)?\s+)?to\s/i.test(want) || startsWithVerb(bare);
  return infinitive ? `I want to ${bare}` : `I want ${bare}`;
}

/** "so that I save time", but "in order to save time". */
function writeBenefit(benefit: string): string {
  const bare = benefit.replace(OPENING_BENEFIT, '');
  if (bare === '') return '';
  return startsWithVerb(bare) ? `in order to ${bare}` : `so that ${bare}`;
}

function tidy(part: string | null): string {
  return (part ?? '').replace(/\s+/g, ' ').replace(/^[\s,;]+|[\s,;.]+$/g, '');
}
