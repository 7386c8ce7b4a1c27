import { matchPhrase } from '../lexicon.js';
import type { Word } from '../words.js';
import type { ClauseWords } from './clause-lexicon.js';

/** What stands between the opener of a role and the next clause. */
export interface ClauseRole {
  readonly article: 'indefinite' | 'definite' | 'none';
  /** "en tant que", and not the everyday "comme". */
  readonly isStrong: boolean;
  /** Its words without the article. */
  readonly words: readonly Word[];
  /** From the article on, not yet trimmed. */
  readonly from: number;
  readonly to: number;
}

const PARTICIPLE =
  /(?:[aiu][dt][oa]s?|[aiu]t[ei]|vidente|esperto|esperta|técnico|tecnico|técnica)$/u;
/** Longer ones are sentences. */
const LONGEST = 40;

/** How many words open a role at `words[at]`; 0 for none: "als ich" tells of a time. */
export function matchRoleOpener(words: readonly Word[], at: number, lexicon: ClauseWords): number {
  const taken = matchPhrase(lexicon.openers, words, at);
  if (taken === 0) return 0;
  const next = words[at + taken];
  if (next === undefined) return taken;
  const isSpeaker =
    lexicon.sets.subjects.has(next.text) || lexicon.role.otherSubjects.has(next.text);
  return isSpeaker && isWeak(words, at, lexicon) ? 0 : taken;
}

export function isWeak(words: readonly Word[], at: number, lexicon: ClauseWords): boolean {
  return lexicon.sets.weakOpeners.has(words[at]?.text ?? '');
}

/** The index of the first word of the role, and which article stands before it. */
export function readClauseArticle(
  words: readonly Word[],
  at: number,
  { sets }: ClauseWords,
): { readonly article: ClauseRole['article']; readonly next: number } {
  const text = words[at]?.text ?? '';
  // "un/una", "een(e)"
  const second = words[at + 1]?.text ?? '';
  if (sets.indefinite.has(text))
    return { article: 'indefinite', next: sets.indefinite.has(second) ? at + 2 : at + 1 };
  if (sets.definite.has(text))
    return { article: 'definite', next: sets.definite.has(second) ? at + 2 : at + 1 };
  return { article: 'none', next: at };
}

/** Whether the words after an opener are prose: "Als Beispiel", "Como siempre", "Comme le site est lent". */
export function isProseClause(role: ClauseRole, lexicon: ClauseWords): boolean {
  const first = role.words[0];
  if (first === undefined) return false;
  if (role.words.length > LONGEST) return true;
  if (role.article === 'none' && lexicon.role.not.has(first.text)) return true;
  if (!role.isStrong && role.article === 'definite' && lexicon.head === 'first') {
    if (hasVerb(role.words, lexicon)) return true;
  }
  // "Comme le dit la doc", "Como dice la documentación"
  if (!role.isStrong && lexicon.head === 'first' && lexicon.role.verbs.has(first.text)) return true;
  return namesNoOne(role, lexicon) || hasVerb(role.words, lexicon);
}

/** A verb that makes prose of a role; not the "no" of "visitante no registrado". */
export function isVerb(words: readonly Word[], at: number, { role, sets }: ClauseWords): boolean {
  const text = words[at]?.text ?? '';
  if (!role.verbs.has(text)) return false;
  return !(sets.negations.has(text) && PARTICIPLE.test(words[at + 1]?.text ?? ''));
}

function hasVerb(words: readonly Word[], lexicon: ClauseWords): boolean {
  const { role } = lexicon;
  for (const [i, word] of words.entries()) {
    if (i > 0 && role.relatives.has(word.text)) return false;
    if (i > 0 && isVerb(words, i, lexicon)) return true;
  }
  return false;
}

/** Longest idiom with its prepositions: "punto de partida". */
const IDIOM_WORDS = 4;
/** Where nouns are compounds, an idiom this long or longer may end one: "Zwischenschritt". */
const COMPOUND_END = 5;

function namesNoOne(role: ClauseRole, lexicon: ClauseWords): boolean {
  const { words } = role;
  const stop = words.findIndex(
    (word, i) => i > 0 && (word.afterBreak || lexicon.role.prepositions.has(word.text)),
  );
  const group = words.slice(0, stop === -1 ? undefined : stop);
  const head = lexicon.head === 'first' ? group[0] : group.at(-1);
  if (head === undefined) return false;
  if (isIdiom(words, group, head.text, lexicon)) return true;
  // "Jako Alicja": a name.
  if (head.isCapital && lexicon.role.goesOn.size === 0) return false;
  return !role.isStrong && lexicon.role.abstract.test(head.text) && !acts(head.text, lexicon);
}

function isIdiom(
  words: readonly Word[],
  group: readonly Word[],
  head: string,
  { idioms, head: place }: ClauseWords,
): boolean {
  const joined = (some: readonly Word[]) => some.map(({ text }) => text).join(' ');
  if (idioms.has(joined(group)) || idioms.has(joined(group.slice(-2)))) return true;
  for (let length = 2; length <= IDIOM_WORDS; length++)
    if (idioms.has(joined(words.slice(0, length)))) return true;
  if (idioms.has(head)) return true;
  if (place === 'first') return group.length > 1 && idioms.has(group.at(-1)?.text ?? '');
  return endsWithOne(head, idioms);
}

/** Whether a head that is abstract by its form names a group all the same: "Abteilung". */
function acts(head: string, { role, head: place }: ClauseWords): boolean {
  return role.acting.has(head) || (place === 'last' && endsWithOne(head, role.acting));
}

function endsWithOne(word: string, ends: ReadonlySet<string>): boolean {
  for (const end of ends)
    if (end.length >= COMPOUND_END && word.length > end.length && word.endsWith(end)) return true;
  return false;
}

/**
 * Where a role ends that stands inside the want: at the next comma when it began after one
 * ("je veux, en tant que client, voir"), else before a determiner or an infinitive, or after
 * its noun where nouns have capitals ("ich möchte als Kunde Rechnungen sehen").
 */
export function findInlineRoleEnd(
  words: readonly Word[],
  opener: number,
  first: number,
  lexicon: ClauseWords,
): number {
  const { role, benefit } = lexicon;
  if (words[opener]?.afterBreak) {
    for (let i = first + 1; i < Math.min(words.length, first + 12); i++)
      if (words[i]?.afterBreak) return i;
  }
  if (role.goesOn.size > 0) return findCapitalNounEnd(words, first, lexicon);
  for (let i = first + 1; i < Math.min(words.length, first + 8); i++) {
    const word = words[i];
    if (word === undefined || word.afterBreak || role.stops.has(word.text)) return i;
    const isInfinitive =
      benefit.infinitive.at === 'next' && benefit.infinitive.form.test(word.text);
    if (isInfinitive && !benefit.notInfinitives.has(word.text)) return i;
  }
  return first + 1;
}

function findCapitalNounEnd(words: readonly Word[], first: number, { role }: ClauseWords): number {
  let i = first;
  for (;;) {
    while (i < first + 8 && words[i] !== undefined && !words[i]?.isCapital) {
      if (i > first && (words[i]?.afterBreak || role.stops.has(words[i]?.text ?? ''))) return i;
      i += 1;
    }
    i += 1;
    const next = words[i];
    if (next === undefined || next.afterBreak || i > first + 8) return Math.min(i, words.length);
    if (!role.goesOn.has(next.text)) return i;
    // "Kunde mit Abo", and not "Kunde mit der App …": the noun must follow at once.
    if (!words[i + 1]?.isCapital) return i;
    i += 1;
  }
}
