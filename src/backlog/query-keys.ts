import { sameId } from '../item/id.js';
import { type Item, readText } from '../item/item.js';
import { categories } from '../item/kind.js';
import { isDay } from '../text/date.js';
import { didYouMean } from '../text/suggest.js';
import { type Backlog, getItem } from './backlog.js';
import { ancestorsOf } from './graph.js';
import { matchesReference } from './lookup.js';
import type { Operator, Predicate } from './query.js';
import { categoryOf } from './workflow.js';

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

/** The keys of DESIGN 5, save `is`, `has` and `no`, which take words rather than values. */
export const queryKeys: Readonly<Record<string, QueryKey>> = {
  id: reference((item) => [item.id]),
  type: word((item) => [item.type]),
  status: statusKey,
  title: (operator, value) =>
    isEquality(operator)
      ? (item) => item.title.toLowerCase().includes(value.toLowerCase())
      : onlyEquality,
  label: word((item) => item.labels),
  parent: reference((item) => (item.parent === null ? [] : [item.parent])),
  epic: reference((item, backlog) => ancestorsOf(backlog, item).map(({ id }) => id)),
  goal: reference((item) => item.goals),
  persona: personaKey,
  sprint: reference((item) => (item.sprint === null ? [] : [item.sprint])),
  stage: word((item) => wordsIn(item, 'stage')),
  from: reference((item) => wordsIn(item, 'from')),
  kind: word((item) => wordsIn(item, 'kind')),
  sentiment: word((item) => wordsIn(item, 'sentiment')),
  assignee: word((item) => (item.assignee === null ? [] : [item.assignee])),
  depends: reference((item) => item.depends),
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

const onlyEquality = 'this key takes : and = only';

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

/** A whole id means that item alone, though it begins others too: `ST-1` is not `ST-12`. */
function reference(read: (item: Item, backlog: Backlog) => readonly string[]): QueryKey {
  return (operator, value, backlog) => {
    if (!isEquality(operator)) return onlyEquality;
    const isMeant = getItem(backlog, value) ? sameId : matchesReference;
    return (item) => read(item, backlog).some((id) => isMeant(id, value));
  };
}

function wordsIn({ document: { fields } }: Item, key: string): readonly string[] {
  const text = readText(fields[key]);
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
  const isMeant = (id: string) => (meant ? sameId(id, meant.id) : matchesReference(id, value));
  return (item) => {
    if (item.persona !== null) return isMeant(item.persona);
    const persona = personaInText?.(item) ?? null;
    return persona !== null && isMeant(persona.id);
  };
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
  return (operator, value) => {
    const wanted = Number(value);
    if (value.trim() === '' || !Number.isFinite(wanted)) return 'a number is expected';
    return compare(operator, read, wanted);
  };
}

function day(read: (item: Item) => string | null): QueryKey {
  return (operator, value) =>
    isDay(value) ? compare(operator, read, value) : 'a day is expected, as in 2026-11-24';
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
