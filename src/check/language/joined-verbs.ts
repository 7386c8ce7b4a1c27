import type { Span } from '../../text/span.js';
import {
  CLAUSE_MODALS,
  CLAUSE_STARTS,
  FINITE,
  OBJECT_STARTS,
  PARTICLES,
  SINGLE_ACTIONS,
  VERB_TAILS,
} from './en-verbs.js';
import { secondVerb } from './second-verb.js';
import type { PlainText } from './story-text.js';
import { isAdverb, isPlainVerb, isVerb, isVerbByPlace } from './verb-forms.js';
import { JOINTS, MODALS, readTokens, type Token } from './want-tokens.js';

/** Two verbs of one want, with what joins them. */
export interface JoinedVerbs {
  /** As written, from the joint to the second verb: "and export". */
  readonly span: Span;
  readonly first: string;
  readonly joint: string;
  readonly second: string;
}

/** Without any of these nothing is joined. */
const MAY_JOIN = /[,;&/]|\b(?:and|or|then|plus|nor|as well as)\b/i;

/** A verb follows right after these: "help plan and book". */
const LEADS_ON: ReadonlySet<string> = new Set(['help', 'let', 'go', 'come', 'try', 'please']);

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
