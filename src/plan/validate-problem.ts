import type { Problem } from '../text/problem.js';
import type { SelectionProblem } from './selection-problem.js';

/** What is wrong with a problem's numbers and ids, before anything is solved; empty when sound. */
export function validateProblem(problem: SelectionProblem): readonly Problem[] {
  return [...findBadNumbers(problem), ...findBadIds(problem)].map((message) => ({
    kind: 'usage',
    message,
  }));
}

function* findBadNumbers(problem: SelectionProblem): Generator<string> {
  const { capacity, items, groups = [], timeLimit } = problem;
  if (!isAmount(capacity)) yield `capacity must be a number of 0 or more, not ${capacity}`;
  if (timeLimit !== undefined && !(timeLimit > 0)) {
    yield `timeLimit must be seconds above 0, not ${timeLimit}`;
  }
  for (const { id, size, value } of items) {
    if (!isAmount(size)) yield `size of ${id} must be a number of 0 or more, not ${size}`;
    if (!Number.isFinite(value)) yield `value of ${id} must be a number, not ${value}`;
  }
  for (const { id, value } of groups) {
    if (!isAmount(value)) yield `value of group ${id} must be a number of 0 or more, not ${value}`;
  }
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function* findBadIds({
  items,
  groups = [],
  must = [],
  not = [],
}: SelectionProblem): Generator<string> {
  const known = new Set<string>();
  for (const { id } of items) {
    if (known.has(id)) yield `${id} is there twice`;
    known.add(id);
  }
  for (const { id, requires = [], excludes = [] } of items) {
    for (const other of requires)
      if (!known.has(other)) yield `${id} requires ${other}, which is unknown`;
    for (const other of excludes) {
      if (!known.has(other)) yield `${id} excludes ${other}, which is unknown`;
      if (other === id) yield `${id} excludes itself`;
    }
  }
  for (const { id, items: members } of groups) {
    for (const member of members) {
      if (!known.has(member)) yield `group ${id} has ${member}, which is unknown`;
    }
  }
  for (const id of must) if (!known.has(id)) yield `must names ${id}, which is unknown`;
  for (const id of not) if (!known.has(id)) yield `not names ${id}, which is unknown`;
}
