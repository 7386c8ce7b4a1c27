import { CLAUSE_MODALS, CLAUSE_STARTS, FINITE } from './en-verbs.js';
import { isVerb } from './verb-forms.js';
import { MODALS, type Token } from './want-tokens.js';

/**
 * Whether the joint stands in a clause whose verb may go on with a base form: "files that I can
 * open and edit", "how users register and pay". After "a list that shows it" or "what I saved"
 * a base form goes on with the want.
 */
export function isInClause(
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
