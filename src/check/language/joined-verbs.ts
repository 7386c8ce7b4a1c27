import type { Span } from '../../text/span.js';
import { OBJECT_STARTS, PARTICLES, SINGLE_ACTIONS, VERB_TAILS } from './en-verbs.js';
import { secondVerb } from './second-verb.js';
import type { PlainText } from './story-text.js';
import { isAdverb, isPlainVerb, isVerb, isVerbByPlace } from './verb-forms.js';
import { isInClause } from './want-clauses.js';
import { JOINTS, readTokens, type Token } from './want-tokens.js';

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
