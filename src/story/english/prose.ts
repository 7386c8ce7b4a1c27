import type { Lexicon } from '../lexicon.js';
import { scanWords, type Word } from '../words.js';
import type { RoleClause } from './role.js';
import { headGroup, namesNoOne, namesPeople } from './role-head.js';

/**
 * Whether what follows "as" is prose rather than a role: "As you can see", "As the cluster
 * seems fine", "As a side note", "As mentioned in the chat". Without a tagger this goes by
 * grammar and closed lists; the article and the strength of the want say how much to doubt.
 */
export function isProseRole(clause: RoleClause, masked: string, lexicon: Lexicon): boolean {
  const { words, article, want } = clause;
  const first = words[0];
  if (first === undefined) return false;
  const isDoubtful = want?.strength === 'ability' || want?.strength === 'refusal';
  if (article === 'none' && isProseStart(words, lexicon)) return true;
  // "As quickly as possible"
  if (article === 'none' && words.slice(1, 4).some((word) => lexicon.as.has(word.text)))
    return true;
  // "As @name suggested": somebody who was talked to, not a role.
  if (masked[first.start - 1] === '@' && want?.strength !== 'want') return true;
  const group = headGroup(words, lexicon);
  if (namesNoOne(group, lexicon)) return true;
  if (!isDoubtful) return false;
  if (article !== 'definite' && isAbstract(group, lexicon)) return true;
  if (article !== 'indefinite') return looksFinite(clause, lexicon);
  return (
    tellsWhatWasSaid(words, lexicon) ||
    (isPlan(clause, masked, lexicon) && !namesPeople(group, lexicon))
  );
}

/** "As a formality, we will vote", not "As a charity, we must …". */
function isAbstract(group: readonly string[], lexicon: Lexicon): boolean {
  return lexicon.prose.abstractThing.test(group.at(-1) ?? '') && !namesPeople(group, lexicon);
}

/** "As a colleague mentioned yesterday", not "As a user who reported an issue". */
function tellsWhatWasSaid(words: readonly Word[], { prose }: Lexicon): boolean {
  const at = words.findIndex((word, i) => i > 0 && prose.reports.has(word.text));
  return at !== -1 && !words.slice(0, at).some((word) => prose.relatives.has(word.text));
}

/**
 * "As a stepping stone, we will …": one thing does not agree with "we"; a person or a group may,
 * and "be able to" says that a want is meant.
 */
function isPlan({ want }: RoleClause, masked: string, { plural, prose }: Lexicon): boolean {
  const [subject, ...rest] = scanWords(masked, want?.start ?? 0, masked.length, 6);
  if (subject === undefined || !plural.has(subject.text)) return false;
  return !rest.some((word) => prose.able.has(word.text));
}

function isProseStart(words: readonly Word[], lexicon: Lexicon): boolean {
  const { prose } = lexicon;
  const [first, second] = words;
  if (first === undefined) return false;
  // "As IT, I want logs", yet not "AS IT STANDS"
  const isInitials = first.isUpper && first.text.length === 2 && !second?.isUpper;
  if (prose.notRoles.has(first.text) && !isInitials) return true;
  // "As Alfred, I want" names somebody; "As logged-in user" has an adjective.
  if (first.isCapital || first.text.includes('-') || !prose.pastForm.test(first.text)) return false;
  return second === undefined || prose.afterParticiple.has(second.text);
}

/** "the server crashed", "Kubernetes evolves", "the load ramps up": the last word is a verb. */
function looksFinite({ words }: RoleClause, { prose }: Lexicon): boolean {
  let at = words.length - 1;
  while (at > 0 && prose.particles.has(words[at]?.text ?? '')) at -= 1;
  const last = words[at]?.text ?? '';
  if (at < 1 || words.some((word) => prose.relatives.has(word.text))) return false;
  // "the head of sales"
  if (prose.prepositions.has(words[at - 1]?.text ?? '')) return false;
  if (prose.pastForm.test(last) || prose.finalVerbs.has(last)) return true;
  return prose.verbOrPlural.test(last) && !prose.peoplePlural.test(last);
}

/** "… but I get a 500 error": a bug report in the clothes of a story. */
export function tellsOfFailure(
  masked: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): boolean {
  const words = scanWords(masked, from, to, 120);
  const contrast = words.findIndex((word) => lexicon.prose.contrast.has(word.text));
  if (contrast === -1) return false;
  const next = words[contrast + 1]?.text ?? '';
  const hasSubject =
    lexicon.benefit.clauseStarts.has(next) ||
    lexicon.otherSubjects.has(next) ||
    lexicon.contractions.has(next) ||
    lexicon.prose.failures.has(next);
  return (
    hasSubject &&
    words.slice(contrast + 1, contrast + 9).some((word) => lexicon.prose.failures.has(word.text))
  );
}
