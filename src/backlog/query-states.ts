import type { Value } from '../item/document.js';
import { failure, type Result, success } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import type { Backlog } from './backlog.js';
import { openBlockers } from './graph.js';
import type { Predicate } from './query.js';
import { isOpen, isReady } from './workflow.js';

const states = ['ready', 'blocked', 'open', 'closed', 'archived'] as const;
type State = (typeof states)[number];

/** Compiles `is:STATE`, `has:KEY` and `no:KEY`. */
export function readStates(
  key: 'is' | 'has' | 'no',
  values: readonly string[],
  backlog: Backlog,
): Result<readonly Predicate[]> {
  if (key === 'has') return success(values.map(hasField));
  if (key === 'no') {
    return success(
      values.map(hasField).map(
        (has): Predicate =>
          (item) =>
            !has(item),
      ),
    );
  }
  const unknown = values.find((value) => !isState(value));
  if (unknown !== undefined) {
    return failure({
      kind: 'usage',
      message: `is:${unknown}: unknown state.${didYouMean(unknown, states)} (${states.join(', ')})`,
    });
  }
  return success(values.filter(isState).map((state) => compileState(state, backlog)));
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

function hasField(name: string): Predicate {
  const key = Object.hasOwn(fieldNamed, name) ? (fieldNamed[name] ?? name) : name;
  return (item) => !isEmpty(item.document.fields[key]);
}

/** Query keys that are not called as their field. */
const fieldNamed: Readonly<Record<string, string>> = { label: 'labels', goals: 'goal' };

function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
