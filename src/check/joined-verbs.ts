import type { Span } from '../text/span.js';
import type { PlainText } from './story-text.js';
import {
  ADJECTIVES,
  BEFORE_VERB,
  CLAUSE_MODALS,
  CLAUSE_STARTS,
  DETERMINERS,
  FINITE,
  MOSTLY_VERBS,
  NO_VERBS,
  NOUN_VERBS,
  OBJECT_STARTS,
  PARTICLES,
  SINGLE_ACTIONS,
  VERB_TAILS,
  VERBS,
} from './words/en-verbs.js';

/** Two verbs of one want, with what joins them. */
export interface JoinedVerbs {
  /** As written, from the joint to the second verb: "and export". */
  readonly span: Span;
  readonly first: string;
  readonly joint: string;
  readonly second: string;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A comma, or a mark that ends more than a comma does, stands before it. */
  readonly breaks: '' | ',' | '.';
}

const TOKEN = /[&/]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’]|[-/](?=[\p{L}\p{N}]))*/gu;
/** The same for text in ASCII, in half the time. */
const ASCII_TOKEN = /[&/]|[A-Za-z0-9](?:[A-Za-z0-9']|[-/](?=[A-Za-z0-9]))*/g;
/** Without any of these nothing is joined. */
const MAY_JOIN = /[,;&/]|\b(?:and|or|then|plus|nor|as well as)\b/i;
const JOINTS: ReadonlySet<string> = new Set([
  'and',
  'or',
  '&',
  '/',
  'and/or',
  'then',
  'plus',
  'nor',
]);
const MODALS: ReadonlySet<string> = new Set([
  'can',
  'could',
  'will',
  'would',
  'may',
  'might',
  'must',
]);
/** A verb follows right after these: "help plan and book". */
const LEADS_ON: ReadonlySet<string> = new Set(['help', 'let', 'go', 'come', 'try', 'please']);
const MOST_TOKENS = 200;

/** Cheap and not final: whether anything in the want is joined. */
export function mayJoinVerbs({ text }: PlainText): boolean {
  return MAY_JOIN.test(text);
}

/**
 * The first place of an English want where a second action is joined to the first: "import the
 * list *and export* it". Verbs of clauses inside it ("users who come and go") are not its own.
 *
 * @param startsWithVerb the words "to" or "can" stand right before the want
 */
export function findJoinedVerbs(want: PlainText, startsWithVerb: boolean): JoinedVerbs | null {
  const tokens = readTokens(want.text);
  let verb = firstVerb(tokens, startsWithVerb);
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (verb === null) {
      verb = verbOfNoun(tokens, i);
      continue;
    }
    const joint = jointAt(tokens, i);
    if (joint === null && token.breaks !== ',') continue;
    const after = joint?.after ?? i;
    const second = secondVerb(tokens, after, joint !== null, verb);
    if (second === null || second <= verb) continue;
    const [one, two] = [tokens[verb], tokens[second]];
    if (one === undefined || two === undefined) continue;
    if (isSingleAction(tokens, joint === null ? null : i, second)) continue;
    if (isInClause(tokens, verb, i, second) || isModifier(tokens, verb, second)) continue;
    const from = want.start + token.start;
    const span = [from, want.start + two.end] as const;
    return { span, first: one.text, joint: joint?.text ?? ',', second: two.text };
  }
  return null;
}

/** "and", or the "as well as" that begins here; `after` is the next token. */
function jointAt(tokens: readonly Token[], at: number) {
  const text = tokens[at]?.text ?? '';
  if (JOINTS.has(text)) return { text, after: at + 1 };
  const isAsWellAs =
    text === 'as' && tokens[at + 1]?.text === 'well' && tokens[at + 2]?.text === 'as';
  return isAsWellAs ? { text: 'as well as', after: at + 3 } : null;
}

/** "a list to search and sort", "a page where I can edit it": a noun, and what is done with it. */
function verbOfNoun(tokens: readonly Token[], at: number): number | null {
  const [word, next] = [tokens[at]?.text, tokens[at + 1]?.text];
  if (word === 'to') {
    const after = tokens[at + 2]?.text;
    const isAction = isVerb(next) || isVerbByPlace(next, after) || PARTICLES.has(after ?? '');
    return isAction ? at + 1 : null;
  }
  const isSpoken = word === 'can' && /^(?:i|we)$/.test(tokens[at - 1]?.text ?? '');
  return isSpoken && tokens[at - 2]?.text === 'where' && isVerb(next) ? at + 1 : null;
}

/** "have read and write access": the words right after the verb are no verbs. */
function isModifier(tokens: readonly Token[], verb: number, second: number): boolean {
  const [first, word, , , following] = tokens.slice(verb, verb + 5);
  if (second !== verb + 3 || word?.breaks !== '' || !isVerb(word.text)) return false;
  const next = following?.text ?? '';
  return !LEADS_ON.has(first?.text ?? '') && !OBJECT_STARTS.has(next) && !VERB_TAILS.has(next);
}

function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let previous = 0;
  const pattern = /[^\0-\x7f]/.test(text) ? TOKEN : ASCII_TOKEN;
  pattern.lastIndex = 0;
  while (tokens.length < MOST_TOKENS) {
    const hit = pattern.exec(text);
    if (hit === null) break;
    const gap = text.slice(previous, hit.index);
    const breaks = /[.:!?]\s|\n\s*\n/.test(gap) ? '.' : /[,;]/.test(gap) ? ',' : '';
    const end = hit.index + hit[0].length;
    const word = hit[0].toLowerCase().replace(/’/g, "'");
    for (const part of partsOf(word, hit.index)) {
      tokens.push({ ...part, breaks: part.start === hit.index ? breaks : '' });
    }
    previous = end;
  }
  return tokens;
}

/** "import/export" are two verbs, "and/or" and "his/her" one word. */
function partsOf(word: string, start: number): readonly Omit<Token, 'breaks'>[] {
  const slash = word.indexOf('/');
  const [one, two] = [word.slice(0, slash), word.slice(slash + 1)];
  const end = start + word.length;
  if (slash === -1 || !isVerb(one) || !isVerb(two)) return [{ text: word, start, end }];
  const at = start + slash;
  return [
    { text: one, start, end: at },
    { text: '/', start: at, end: at + 1 },
    { text: two, start: at + 1, end },
  ];
}

function isVerb(word: string | undefined): boolean {
  if (word === undefined) return false;
  if (VERBS.has(word) || NOUN_VERBS.has(word)) return true;
  const bare = word.replace(/^(?:re|un|de|pre|auto|bulk|multi|co|mass|over|mis|cross|fast)-?/, '');
  return bare !== word && bare.length > 2 && VERBS.has(bare);
}

/** Not on the list, and a verb by what follows it or by its form: "and unearth the …", "-ize". */
function isVerbByPlace(word: string | undefined, following: string | undefined): boolean {
  if (word === undefined || !/^[a-z]{3,}$/.test(word) || NO_VERBS.has(word)) return false;
  if (/(?:ize|ify)$/.test(word) && word.length > 5) return true;
  if (
    /(?:ing|[^e]ed|ly|[^s]s|tion|ment|ness|ity|er|or|ance|ence|able|al|ous|ful|ive|ic)$/.test(word)
  )
    return false;
  return following !== undefined && DETERMINERS.has(following);
}

/** "look up the price", "comment on it": a verb by its particle and what follows that. */
function isPhrasalVerb(
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
function isPlainVerb(word: string | undefined): boolean {
  return isVerb(word) && !NOUN_VERBS.has(word ?? '');
}

function isAdverb(word: string | undefined): boolean {
  if (word === undefined) return false;
  return BEFORE_VERB.has(word) || (/^\p{L}{3,}ly$/u.test(word) && !isVerb(word));
}

/** The index of the want's own first verb; null when it opens with a noun. */
function firstVerb(tokens: readonly Token[], startsWithVerb: boolean): number | null {
  let at = 0;
  while (isAdverb(tokens[at]?.text)) at += 1;
  // "be able to", "be allowed to"
  if (tokens[at]?.text === 'be' && tokens[at + 2]?.text === 'to') {
    at += 3;
    while (isAdverb(tokens[at]?.text)) at += 1;
    return tokens[at] === undefined ? null : at;
  }
  const word = tokens[at]?.text;
  if (word === undefined) return null;
  // After "to" any word is a verb, be it on the list or not.
  if (startsWithVerb) return at;
  if (!isVerb(word)) return null;
  const next = tokens[at + 1]?.text ?? '';
  // Without "to": "see the list" is a slip, "search results" are results.
  return isPlainVerb(word) || OBJECT_STARTS.has(next) ? at : null;
}

/** The verb that a joint at `from` brings in, past its adverbs; null when none follows. */
function secondVerb(
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

function isPeople(word: string): boolean {
  return /^(?:people|children|everyone|everybody|someone|somebody|anyone)$/.test(word);
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word) && !isVerb(word) && !/^(?:is|was|has|does)$/.test(word);
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

/** "drag and drop", "show or hide": also where an object stands between them. */
function isSingleAction(tokens: readonly Token[], joint: number | null, second: number): boolean {
  if (joint === null) return false;
  const [before, word, after] = [tokens[joint - 1], tokens[joint], tokens[second]];
  return conjunctionsOf(word?.text).some((conjunction) =>
    SINGLE_ACTIONS.has(`${before?.text}-${conjunction}-${after?.text}`),
  );
}

function conjunctionsOf(joint: string | undefined): readonly string[] {
  if (joint === '/' || joint === 'and/or') return ['and', 'or'];
  return [joint === '&' ? 'and' : (joint ?? '')];
}

/**
 * Whether the joint stands in a clause whose verb may go on with a base form: "files that I can
 * open and edit", "how users register and pay". After "a list that shows it" or "what I saved"
 * a base form goes on with the want.
 */
function isInClause(
  tokens: readonly Token[],
  verb: number,
  joint: number,
  second: number,
): boolean {
  let start = -1;
  for (let i = joint - 1; i > verb; i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    // "questions a guest can ask and answer": a clause without "that".
    if (MODALS.has(token.text) && i > verb + 1 && tokens[joint]?.breaks !== ',') return true;
    if (CLAUSE_STARTS.has(token.text)) {
      start = i;
      break;
    }
    // A comma ends the clause: "see who came, and invite them".
    if (token.breaks !== '' && i > verb + 1) break;
  }
  if (start === -1 || tokens[joint]?.breaks === ',') return false;
  // "that it is there and can be read": a modal goes on with any verb of the clause.
  const between = tokens.slice(joint + 1, second).map(({ text }) => text);
  if (between.some((text) => MODALS.has(text)) && !between.includes('i')) return true;
  for (let i = start + 1; i < joint; i += 1) {
    const text = tokens[i]?.text ?? '';
    if (CLAUSE_MODALS.has(text)) return true;
    // "when a parcel arrives": in this form the verb is alone.
    if (i > start + 1 && FINITE.test(text) && !isPluralSubject(tokens, start, i)) return false;
    if (
      i === start + 1 &&
      FINITE.test(text) &&
      /^(?:that|which|who|what)$/.test(tokens[start]?.text ?? '')
    )
      return false;
  }
  return true;
}

/** The word right after "how", "when" is the subject, its -s a plural. */
function isPluralSubject(tokens: readonly Token[], start: number, at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (!/s$/.test(text) || /^(?:is|was|has|does)$/.test(text)) return false;
  // Subject words up to here: a determiner or adjectives and this noun.
  const next = tokens[at + 1]?.text;
  return at - start <= 3 && (isVerb(next) || next === 'are' || next === 'have');
}
