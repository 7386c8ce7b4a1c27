import { shownBodyOf } from '../item/document.js';
import type { Item } from '../item/item.js';
import { foldText } from '../text/fold.js';
import { collect, type Result, success, usage } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import { escapePattern } from '../text/words.js';
import type { Backlog } from './backlog.js';
import { type Operator, type Predicate, type QueryContext, queryKeys } from './query-keys.js';
import { readStates } from './query-states.js';

export interface Query {
  readonly matches: Predicate;
  /** True when the query itself says which statuses it wants, so that `list` hides none. */
  readonly namesStatus: boolean;
  /** True when it says which types it wants, so that others than work items are looked at. */
  readonly namesType: boolean;
}

interface Term {
  readonly negated: boolean;
  readonly key: string;
  readonly operator: Operator;
  /** Alternatives: `status:ready,draft`. */
  readonly values: readonly string[];
  /** As it was written, without the dash that negates it. */
  readonly text: string;
}

/**
 * Reads query words in the grammar of docs/design.md: `status:ready,draft points:5.. -label:later
 * "free text"`. Words combine with and; a comma means or; a dash before a word means not.
 */
export function parseQuery(
  words: readonly string[],
  backlog: Backlog,
  context: QueryContext = {},
): Result<Query> {
  const terms = words.flatMap(splitWords).map(parseTerm);
  const readText = createTextReader();
  const compiled = terms.map((term) =>
    term.key === ''
      ? success(combine(term, term.values.map(readText)))
      : compileTerm(term, backlog, context),
  );
  const all = collect(compiled);
  if (!all.ok) return all;
  const predicates = all.value;
  return success({
    matches: (item) => predicates.every((predicate) => predicate(item)),
    namesStatus: terms.some((term) => term.key === 'status' || term.key === 'is'),
    namesType: terms.some((term) => term.key === 'type' && !term.negated),
  });
}

/** Query words as those that ask for a field or a state (`status:ready`), and the free text. */
export function partQuery(words: readonly string[]) {
  const parts = words.flatMap(splitWords);
  const isTerm = (part: string) => parseTerm(part).key !== '';
  return {
    terms: parts.filter(isTerm),
    text: parts
      .filter((part) => !isTerm(part))
      .join(' ')
      .replaceAll('"', ''),
  };
}

/** Splits at blanks outside double quotes; quotes group and are dropped. */
function splitWords(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function parseTerm(word: string): Term {
  const negated = word.startsWith('-') && word.length > 1;
  const rest = negated ? word.slice(1) : word;
  const match = /^([a-z]+)(>=|<=|!=|[:=<>])(.*)$/is.exec(rest);
  const [, key, operator, value] = match ?? [];
  if (key === undefined || operator === undefined || value === undefined) {
    return { negated, key: '', operator: ':', values: [rest.replaceAll('"', '')], text: rest };
  }
  const values = splitAlternatives(value);
  const isNot = operator === '!=';
  return {
    negated: negated !== isNot,
    key: key.toLowerCase(),
    operator: isNot ? '=' : (operator as Operator),
    values,
    text: rest,
  };
}

function splitAlternatives(value: string): readonly string[] {
  const parts = value.match(/(?:"[^"]*"?|[^,"])+/g) ?? [''];
  return parts.map((part) => part.replaceAll('"', ''));
}

function compileTerm(term: Term, backlog: Backlog, context: QueryContext): Result<Predicate> {
  const alternatives = compileAlternatives(term, backlog, context);
  return alternatives.ok ? success(combine(term, alternatives.value)) : alternatives;
}

/** Any of the alternatives, or with a dash none. */
function combine({ negated }: Term, alternatives: readonly Predicate[]): Predicate {
  return (item) => alternatives.some((test) => test(item)) !== negated;
}

function compileAlternatives(
  term: Term,
  backlog: Backlog,
  context: QueryContext,
): Result<readonly Predicate[]> {
  if (term.key === 'is' || term.key === 'has' || term.key === 'no') {
    return readStates(term.key, term.values, backlog);
  }
  const key = Object.hasOwn(queryKeys, term.key) ? queryKeys[term.key] : undefined;
  if (!key) {
    const known = [...Object.keys(queryKeys), 'is', 'has', 'no'];
    return usage(
      `unknown key "${term.key}" in the query.${didYouMean(term.key, known)} ` +
        `(${known.join(', ')}; to search for text, add a second pair of quotes: '"${term.text}"')`,
    );
  }
  const predicates: Predicate[] = [];
  for (const value of term.values) {
    const test = key(term.operator, value, backlog, context);
    if (typeof test === 'string') {
      return usage(`${term.key}${term.operator}${value}: ${test}`);
    }
    predicates.push(test);
  }
  return success(predicates);
}

/**
 * Free text of a query: within the id, the title or the body, without case and accents.
 * Several words are a phrase, whatever blanks and line ends stand between them. All matchers that
 * one reader makes fold an item's body once, when they are asked about it in turn.
 */
function createTextReader(): (text: string) => (item: Item) => boolean {
  let last: Item | undefined;
  let body = '';
  const bodyOf = (item: Item) => {
    if (item !== last) body = foldText(shownBodyOf(item.document));
    last = item;
    return body;
  };
  return (text) => {
    const isIn = findsText(foldText(text));
    return (item) => isIn(foldText(item.id)) || isIn(foldText(item.title)) || isIn(bodyOf(item));
  };
}

function findsText(wanted: string): (folded: string) => boolean {
  if (!/\s/.test(wanted)) return (folded) => folded.includes(wanted);
  const words = wanted.split(/\s+/).map(escapePattern);
  const phrase = new RegExp(words.join('\\s+'));
  return (folded) => phrase.test(folded);
}
