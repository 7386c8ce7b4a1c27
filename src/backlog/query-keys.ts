import { choicesOf } from '../item/field.js';
import { sameId } from '../item/id.js';
import { type Item, readText } from '../item/item.js';
import { type Category, categories } from '../item/kind.js';
import { withArticle } from '../text/article.js';
import { isDay } from '../text/date.js';
import { didYouMean } from '../text/suggest.js';
import { allItems, type Backlog, getItem, itemsOfType } from './backlog.js';
import { ancestorsOf } from './graph.js';
import { findStakeholder, matchesReference } from './lookup.js';
import { createMembership, goalIdsOf } from './membership.js';
import { categoryOf } from './workflow.js';

/** True for the items a query asks for. */
export type Predicate = (item: Item) => boolean;

/** The operators, longest first, since `>` begins `>=`. */
const operators = ['>=', '<=', '!=', ':', '=', '>', '<'] as const;

export type Operator = (typeof operators)[number];

/** What a query may ask that the files alone do not say. */
export interface QueryContext {
  /** The score of the backlog's ranking model, null when inputs are missing. */
  readonly scoreOf?: (item: Item) => number | null;
  /** The day of the last commit that changed the item's file, from git. */
  readonly updatedOf?: (item: Item) => string | null;
  /** The persona a role means, by its id, title or an alias. */
  readonly resolvePersona?: (role: string) => Item | null;
  /** The persona the role in the item's story means. */
  readonly personaInText?: (item: Item) => Item | null;
}

/** Compiles one `key operator value`; a string says why it cannot be. */
type QueryKey = (
  operator: Operator,
  value: string,
  backlog: Backlog,
  context: QueryContext,
) => Predicate | string;

/** The keys of a query (docs/design.md), save `is`, `has` and `no`, which take words rather than values. */
export const queryKeys: Readonly<Record<string, QueryKey>> = {
  id: reference((item) => [item.id], 'document'),
  type: oneOf(
    'type',
    (item) => item.type,
    ({ settings }) => settings.kinds.map(({ type }) => type),
  ),
  status: statusKey,
  title: (operator, value) =>
    isEquality(operator)
      ? (item) => item.title.toLowerCase().includes(value.toLowerCase())
      : onlyEquality,
  label: word((item) => item.labels),
  parent: reference((item) => (item.parent === null ? [] : [item.parent]), 'item'),
  epic: reference((item, backlog) => ancestorsOf(backlog, item).map(({ id }) => id), 'item'),
  goal: reference((item, backlog) => goalIdsOf(backlog, item), 'goal'),
  persona: personaKey,
  stakeholder: stakeholderKey,
  sprint: sprintKey,
  stage: choiceKey('stage'),
  from: reference((item) => wordsIn(item, 'from'), 'stakeholder'),
  kind: choiceKey('kind'),
  sentiment: choiceKey('sentiment'),
  assignee: word((item) => (item.assignee === null ? [] : [item.assignee])),
  depends: reference((item) => item.depends, 'item'),
  points: number((item) => item.points),
  score: (operator, value, backlog, context) =>
    number((item) => context.scoreOf?.(item) ?? null)(operator, value, backlog, context),
  created: day((item) => item.created),
  started: day((item) => item.started),
  done: day((item) => item.done),
  due: day((item) => item.due),
  updated: (operator, value, backlog, context) =>
    day((item) => context.updatedOf?.(item) ?? null)(operator, value, backlog, context),
};

const onlyEquality = 'this key takes only : and =';

function isEquality(operator: Operator): boolean {
  return operator === ':' || operator === '=';
}

function word(read: (item: Item) => readonly string[]): QueryKey {
  return (operator, value) => {
    if (!isEquality(operator)) return onlyEquality;
    const wanted = value.toLowerCase();
    return (item) => read(item).some((text) => text.toLowerCase() === wanted);
  };
}

/** A word out of those that there are. */
function oneOf(
  what: string,
  read: (item: Item) => string | null,
  listKnown: (backlog: Backlog) => readonly string[],
): QueryKey {
  return (operator, value, backlog) => {
    if (!isEquality(operator)) return onlyEquality;
    const wanted = value.toLowerCase();
    const known = listKnown(backlog);
    if (!known.some((one) => one.toLowerCase() === wanted)) {
      return `unknown ${what}.${didYouMean(value, known)} (${known.join(', ')})`;
    }
    return (item) => read(item)?.toLowerCase() === wanted;
  };
}

/** A field whose words the schema lists. */
function choiceKey(key: string): QueryKey {
  return oneOf(
    key,
    (item) => readText(item.document.field(key)),
    () => choicesOf(key),
  );
}

/**
 * A whole id means that item alone, though it begins others too: `ST-1` is not `ST-12`.
 *
 * @param what the type of the documents that are named; `item` and `document` for any
 */
function reference(
  read: (item: Item, backlog: Backlog) => readonly string[],
  what: string,
): QueryKey {
  return (operator, value, backlog) => {
    if (!isEquality(operator)) return onlyEquality;
    const isMeant = getItem(backlog, value) ? sameId : matchesReference;
    const isNamed = (id: string) => isMeant(id, value);
    const everything = allItems(backlog);
    const named = everything.filter(({ id }) => isNamed(id));
    const isOfType = ({ type }: Item) => what === 'item' || what === 'document' || type === what;
    // What a document names is asked for too when the document it means is missing.
    const isKnown =
      named.some(isOfType) || everything.some((item) => read(item, backlog).some(isNamed));
    if (isKnown) return (item) => read(item, backlog).some(isNamed);
    const [other] = named;
    return other ? `${other.id} is ${withArticle(other.type)}` : unknownName(what, value, backlog);
  };
}

function unknownName(what: string, value: string, backlog: Backlog): string {
  if (value.trim() === '') return `an id is missing (no:${what} finds items without one)`;
  const ids = allItems(backlog)
    .filter(({ type }) => what === 'item' || what === 'document' || type === what)
    .map(({ id }) => id);
  return `there is no ${what} "${value}".${didYouMean(value, ids)}`;
}

const inSprint = reference((item) => (item.sprint === null ? [] : [item.sprint]), 'sprint');

/** The sprint that runs, the one planned after it, the one closed before it. */
const relativeSprints: Readonly<Record<string, { category: Category; missing: string }>> = {
  current: { category: 'doing', missing: 'no sprint is running' },
  next: { category: 'todo', missing: 'no sprint is planned' },
  last: { category: 'done', missing: 'no sprint is closed yet' },
};

function sprintKey(...[operator, value, backlog, context]: Parameters<QueryKey>) {
  const relative = getItem(backlog, value) ? undefined : relativeSprints[value.toLowerCase()];
  if (!relative) return inSprint(operator, value, backlog, context);
  const found = itemsOfType(backlog, 'sprint')
    .filter((sprint) => categoryOf(backlog.settings, sprint) === relative.category)
    .map(({ id }) => id)
    .sort();
  const id = relative.category === 'done' ? found.at(-1) : found[0];
  return id === undefined ? relative.missing : inSprint(operator, id, backlog, context);
}

function wordsIn({ document }: Item, key: string): readonly string[] {
  const text = readText(document.field(key));
  return text === null ? [] : [text];
}

/** Named by id, title or alias; items belong to it by their field, or else by their story's role. */
function personaKey(
  operator: Operator,
  value: string,
  backlog: Backlog,
  { resolvePersona, personaInText }: QueryContext,
): Predicate | string {
  if (!isEquality(operator)) return onlyEquality;
  const meant = getItem(backlog, value) ?? resolvePersona?.(value) ?? null;
  if (
    !meant &&
    !allItems(backlog).some(({ persona }) => persona && matchesReference(persona, value))
  ) {
    return unknownName('persona', value, backlog);
  }
  const isMeant = (id: string) => (meant ? sameId(id, meant.id) : matchesReference(id, value));
  return (item) => {
    if (item.persona !== null) return isMeant(item.persona);
    const persona = personaInText?.(item) ?? null;
    return persona !== null && isMeant(persona.id);
  };
}

/** What feedback from them asked for, with the parts of its epics; named by id or title. */
function stakeholderKey(operator: Operator, value: string, backlog: Backlog): Predicate | string {
  if (!isEquality(operator)) return onlyEquality;
  const found = findStakeholder(backlog, value);
  if (!found.ok) return found.problems.map(({ message }) => message).join('; ');
  const members = new Set(createMembership(backlog, () => null)(found.value));
  return (item) => members.has(item);
}

/** A status name, or a category: `status:doing` finds review too when the team has no such name. */
function statusKey(operator: Operator, value: string, backlog: Backlog): Predicate | string {
  if (!isEquality(operator)) return onlyEquality;
  const wanted = value.toLowerCase();
  const names = backlog.settings.kinds.flatMap((kind) => Object.keys(kind.statuses ?? {}));
  const known = [...Object.keys(backlog.settings.statuses), ...names];
  if (known.some((name) => name.toLowerCase() === wanted)) {
    return (item) => item.status?.toLowerCase() === wanted;
  }
  const category = categories.find((name) => name === wanted);
  if (category) return (item) => categoryOf(backlog.settings, item) === category;
  return `unknown status.${didYouMean(value, known)} (${known.join(', ')})`;
}

function number(read: (item: Item) => number | null): QueryKey {
  return amount(read, readNumber, 'expected a number', '5.., ..5 or 3..8');
}

function readNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

function day(read: (item: Item) => string | null): QueryKey {
  const readDay = (text: string) => (isDay(text) ? text : null);
  return amount(
    read,
    readDay,
    'expected a date such as 2026-11-24',
    '2026-11-24.. or ..2026-11-30',
  );
}

/** `5.., ..5, 3..8` say what `>=5, <=5` do, and no shell takes them for a redirection. */
function amount<T extends number | string>(
  read: (item: Item) => T | null,
  readValue: (text: string) => T | null,
  expected: string,
  ranges: string,
): QueryKey {
  return (operator, value) => {
    if (!isEquality(operator) || !value.includes('..')) {
      const wanted = readValue(value);
      return wanted === null ? expected : compare(operator, read, wanted);
    }
    const [from = '', to = ''] = value.split('..');
    const least = readValue(from);
    const most = readValue(to);
    const isRead = (text: string, bound: T | null) => bound !== null || text === '';
    if (value === '..' || !isRead(from, least) || !isRead(to, most)) {
      return `expected a range such as ${ranges}`;
    }
    const tests = [
      ...(least === null ? [] : [compare('>=', read, least)]),
      ...(most === null ? [] : [compare('<=', read, most)]),
    ];
    return (item) => tests.every((test) => test(item));
  };
}

/** Items without a value never match, whatever the comparison: absence is not small. */
function compare<T extends number | string>(
  operator: Operator,
  read: (item: Item) => T | null,
  wanted: T,
): Predicate {
  const holds: Record<Operator, (value: T) => boolean> = {
    ':': (value) => value === wanted,
    '=': (value) => value === wanted,
    '!=': (value) => value !== wanted,
    '>': (value) => value > wanted,
    '<': (value) => value < wanted,
    '>=': (value) => value >= wanted,
    '<=': (value) => value <= wanted,
  };
  return (item) => {
    const value = read(item);
    return value !== null && holds[operator](value);
  };
}
