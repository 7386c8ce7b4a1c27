import type { Lexicon } from './lexicon.js';
import type { RoleClause } from './role.js';
import { scanWords, type Word } from './words.js';

/**
 * Whether what follows "as" is prose rather than a role: "As you can see", "As the cluster
 * seems fine", "As a side note", "As mentioned in the chat". Without a tagger this goes by
 * closed lists; the article and the strength of the wish say how much to doubt.
 */
export function isProseRole(clause: RoleClause, lexicon: Lexicon): boolean {
  const { words, article } = clause;
  const first = words[0];
  if (first === undefined) return false;
  if (article === 'none' && isProseStart(words, lexicon)) return true;
  // "As quickly as possible"
  if (article === 'none' && words.slice(1, 4).some((word) => lexicon.as.has(word.text)))
    return true;
  if (namesNobody(headOf(words, lexicon), lexicon)) return true;
  const doubtful = clause.want?.strength === 'ability' || clause.want?.strength === 'refusal';
  if (article === 'indefinite')
    return doubtful && words.slice(1).some((word) => lexicon.prose.reports.has(word.text));
  return doubtful && looksFinite(clause, lexicon);
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

function namesNobody(head: string, { prose }: Lexicon): boolean {
  return prose.idioms.has(head) || (prose.abstractHead.test(head) && !prose.actingHeads.has(head));
}

/** "result" of "a result of the outage": the words up to the first preposition or comma. */
function headOf(words: readonly Word[], lexicon: Lexicon): string {
  const stop = words.findIndex(
    (word, i) => i > 0 && (word.afterBreak || lexicon.prose.prepositions.has(word.text)),
  );
  const head = words.slice(0, stop === -1 ? undefined : stop).map((word) => word.text);
  const whole = head.join(' ');
  if (lexicon.prose.idioms.has(whole)) return whole;
  // "a nice side effect": a qualifier before the idiom changes nothing.
  const two = head.slice(-2).join(' ');
  return lexicon.prose.idioms.has(two) ? two : (head.at(-1) ?? '');
}

/** "the server crashed", "Kubernetes evolves", "the docs state": the last word is a verb. */
function looksFinite({ words }: RoleClause, lexicon: Lexicon): boolean {
  const last = words.at(-1)?.text ?? '';
  const { prose } = lexicon;
  if (words.length < 2 || words.some((word) => prose.relatives.has(word.text))) return false;
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
