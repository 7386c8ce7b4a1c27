import type { Problem } from '../../text/problem.js';
import type { ReleaseProblem } from './release-problem.js';
import type {
  SelectionConstraints,
  SelectionLimit,
  SelectionProblem,
  SprintCapacity,
} from './selection-problem.js';

/** What is wrong with a problem's numbers and ids, before anything is solved; empty when sound. */
export function validateProblem(problem: SelectionProblem): readonly Problem[] {
  const { limits = [] } = problem;
  return toProblems([
    ...findBadCapacity(problem),
    ...findBadNumbers(problem),
    ...findBadIds(problem, limits),
  ]);
}

/** The same for a release. */
export function validateRelease(problem: ReleaseProblem): readonly Problem[] {
  const { sprints, discount = 0 } = problem;
  const known = new Set(problem.items.map(({ id }) => id));
  const unknown = sprints.flatMap(({ must = [] }) => must.filter((id) => !known.has(id)));
  return toProblems([
    ...(sprints.length === 0 ? ['a release needs at least one sprint'] : []),
    ...(discount >= 0 && discount <= 1
      ? []
      : [`discount must be a number from 0 to 1, not ${discount}`]),
    ...sprints.flatMap((sprintCapacity) => [...findBadCapacity(sprintCapacity)]),
    ...findBadNumbers(problem),
    ...findBadIds(
      problem,
      sprints.flatMap(({ limits = [] }) => limits),
    ),
    ...unknown.map((id) => `must names ${id}, which is unknown`),
  ]);
}

function toProblems(messages: readonly string[]): readonly Problem[] {
  return messages.map((message) => ({ kind: 'usage', message }));
}

function* findBadNumbers(problem: SelectionConstraints): Generator<string> {
  const { items, groups = [], timeLimit, nodeLimit, goal } = problem;
  if (timeLimit !== undefined && !(timeLimit > 0)) {
    yield `timeLimit must be seconds above 0, not ${timeLimit}`;
  }
  if (nodeLimit !== undefined && !(nodeLimit > 0)) {
    yield `nodeLimit must be a number above 0, not ${nodeLimit}`;
  }
  if (goal && !(goal.share >= 0 && goal.share <= 1)) {
    yield `goal's share must be a number from 0 to 1, not ${goal.share}`;
  }
  for (const { id, size, value, skills = [] } of items) {
    if (!isAmount(size)) yield `size of ${id} must be a number of 0 or more, not ${size}`;
    if (!Number.isFinite(value)) yield `value of ${id} must be a number, not ${value}`;
    for (const [skill, use] of Array.isArray(skills) ? [] : Object.entries(skills)) {
      if (!isAmount(use)) yield `${skill} of ${id} must be a number of 0 or more, not ${use}`;
    }
  }
  for (const { id, value } of groups) {
    if (!isAmount(value)) yield `value of group ${id} must be a number of 0 or more, not ${value}`;
  }
}

function* findBadCapacity({
  capacity,
  skills = {},
  limits = [],
}: SprintCapacity): Generator<string> {
  if (!isAmount(capacity)) yield `capacity must be a number of 0 or more, not ${capacity}`;
  for (const [skill, most] of Object.entries(skills)) {
    if (!isAmount(most)) yield `capacity of ${skill} must be a number of 0 or more, not ${most}`;
  }
  for (const { id, capacity: most } of limits) {
    if (!isAmount(most)) yield `capacity of ${id} must be a number of 0 or more, not ${most}`;
  }
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function* findBadIds(
  { items, groups = [], must = [], not = [], goal }: SelectionConstraints,
  limits: readonly SelectionLimit[],
): Generator<string> {
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
  for (const { id, items: members } of limits) {
    for (const member of members) {
      if (!known.has(member)) yield `limit ${id} has ${member}, which is unknown`;
    }
  }
  for (const id of goal?.items ?? []) {
    if (!known.has(id)) yield `goal has ${id}, which is unknown`;
  }
  for (const id of must) if (!known.has(id)) yield `must names ${id}, which is unknown`;
  for (const id of not) if (!known.has(id)) yield `not names ${id}, which is unknown`;
}
