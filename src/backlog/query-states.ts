import { fieldNames } from '../item/field.js';
import type { Value } from '../item/value.js';
import { type Result, success, usage } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import { allItems, type Backlog } from './backlog.js';
import { ancestorsOf, openBlockers } from './graph.js';
import { goalIdsOf } from './membership.js';
import type { Predicate } from './query-keys.js';
import { isOpen, isReady } from './workflow.js';

const states = ['ready', 'blocked', 'open', 'closed', 'archived'] as const;
type State = (typeof states)[number];

/** Compiles `is:STATE`, `has:KEY` and `no:KEY`. */
export function readStates(
  key: 'is' | 'has' | 'no',
  values: readonly string[],
  backlog: Backlog,
): Result<readonly Predicate[]> {
  if (key !== 'is') {
    const unknown = values.find((value) => !isFieldSomewhere(value, backlog));
    if (unknown !== undefined) {
      const message = `${key}:${unknown}: no document has this field.${didYouMean(unknown, fieldNames)}`;
      return usage(message);
    }
    return success(values.map((value) => hasField(value, key === 'has', backlog)));
  }
  const unknown = values.find((value) => !isState(value.toLowerCase()));
  if (unknown !== undefined) {
    return usage(
      `is:${unknown}: unknown state.${didYouMean(unknown, states)} (${states.join(', ')})`,
    );
  }
  return success(
    values
      .map((value) => value.toLowerCase())
      .filter(isState)
      .map((state) => compileState(state, backlog)),
  );
}

function isState(value: string): value is State {
  return (states as readonly string[]).includes(value);
}

function compileState(state: State, backlog: Backlog): Predicate {
  const { settings } = backlog;
  switch (state) {
    case 'ready':
      return (item) => isReady(settings, item) && openBlockers(backlog, item).length === 0;
    case 'blocked':
      return (item) => isOpen(settings, item) && openBlockers(backlog, item).length > 0;
    case 'open':
      return (item) => isOpen(settings, item);
    case 'closed':
      return (item) => !isOpen(settings, item);
    case 'archived':
      return (item) => item.archived;
    default:
      return state satisfies never;
  }
}

function hasField(name: string, wanted: boolean, backlog: Backlog): Predicate {
  // As the key of that name finds them: through an epic, too.
  if (name === 'goal') return (item) => goalIdsOf(backlog, item).length > 0 === wanted;
  if (name === 'epic') return (item) => ancestorsOf(backlog, item).length > 0 === wanted;
  const key = fieldOf(name);
  return (item) => !isEmpty(item.document.field(key)) === wanted;
}

/** A field of the schema, of the settings, or one that some document has all the same. */
function isFieldSomewhere(name: string, backlog: Backlog): boolean {
  const key = fieldOf(name);
  return (
    name === 'epic' ||
    fieldNames.includes(key) ||
    Object.hasOwn(backlog.settings.fields, key) ||
    allItems(backlog).some(({ document }) => document.field(key) !== undefined)
  );
}

/** Query keys that are not called as their field. */
function fieldOf(name: string): string {
  return name === 'label'
    ? 'labels'
    : name === 'goals'
      ? 'goal'
      : name === 'epic'
        ? 'parent'
        : name;
}

function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
