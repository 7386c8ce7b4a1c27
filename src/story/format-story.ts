import type { StoryText } from './formats/story-text.js';
import { writerOf } from './formats/writers.js';
import { indefiniteArticle, startsWithVerb, takesNoArticle } from './languages/en-grammar.js';

const OPENING_ARTICLE = /^(?:as\s+)?(?:an?\s+)(?=\S)/i;
const OPENING_WHEN = /^when\s+/i;
const OPENING_WANT = /^(?:i\s+(?:want|would like|need)\s+)?(?:to\s+)?/i;
const OPENING_BENEFIT =
  /^(?:so\s+that\s+|so\s+(?=(?:i|we|my|our|the|it|they)\b)|in order to\s+|because\s+)/i;
/** A want that refuses speaks for itself: "I don't want to see ads". */
const REFUSAL =
  /^(?:don['’]t|do not|never|no longer|should|shouldn['’]t|must|mustn['’]t|won['’]t|will not|would not|wouldn['’]t|shall)\s/i;

/**
 * Writes a story in the usual form of its language: "As a R, I want to W, so that B.", with the
 * article and the "to" that English needs; "Als R möchte ich W, damit B."; "Rとして、W。" Parts may
 * come with or without "a", "to" and "so that". Without a role, `condition` makes a job story:
 * "When C, I want to W, so I can B." What `parseStory` reads from the result are the parts again.
 *
 * @param language BCP 47 tag; one that is not known is written as English. `zh-Hant`, `zh-TW`
 *   and `zh-HK`, or traditional characters in the parts, give the traditional script.
 */
export function formatStory(text: StoryText, language = 'en'): string {
  const write = writerOf(language);
  return write === null ? formatEnglish(text) : write(text, language);
}

function formatEnglish({ role, condition = null, want, benefit = null }: StoryText): string {
  const who = tidy(role).replace(OPENING_ARTICLE, '');
  const situation = who === '' ? tidy(condition).replace(OPENING_WHEN, '') : '';
  const clauses = [
    situation === '' ? writeRole(who) : `When ${situation}`,
    writeWant(tidy(want)),
    writeBenefit(tidy(benefit), situation !== ''),
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

/** "so that I save time", but "in order to save time", or "so I can save time" in a job story. */
function writeBenefit(benefit: string, isJob: boolean): string {
  const bare = benefit.replace(OPENING_BENEFIT, '');
  if (bare === '') return '';
  const can = bare.replace(/^I can\s+/i, '');
  if (isJob && (can !== bare || startsWithVerb(bare))) return `so I can ${can}`;
  return startsWithVerb(bare) ? `in order to ${bare}` : `so that ${bare}`;
}

function tidy(part: string | null): string {
  return (part ?? '').replace(/\s+/g, ' ').replace(/^[\s,;]+|[\s,;.]+$/g, '');
}
