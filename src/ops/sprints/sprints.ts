import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import { findOfType } from '../../backlog/lookup.js';
import { categoryOf } from '../../backlog/workflow.js';
import { type Item, textOf } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { recordsOf } from '../../item/sprint-record.js';
import type { Value } from '../../item/value.js';
import type { SprintItem } from '../../plan/sprint-record.js';
import type { CountedItem, SprintRecord } from '../../plan/velocity.js';
import type { Day } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';

/** A sprint's file as typed values. */
export interface Sprint {
  readonly item: Item;
  readonly id: string;
  readonly title: string;
  /** todo: planned, doing: running, done: closed. */
  readonly category: Category;
  readonly start: Day | null;
  readonly end: Day | null;
  /** The day of its start; what came and went before is planning. Its first day unless told. */
  readonly started: Day | null;
  readonly capacity: number | null;
  /** What its start and its close froze; empty before. */
  readonly record: SprintRecord;
}

/** The sprints, by their first day, then id. */
export function listSprints(backlog: Backlog): readonly Sprint[] {
  const sprints = itemsOfType(backlog, 'sprint').map((item) => toSprint(backlog, item));
  const key = ({ start, id }: Sprint) => `${start ?? '9999'} ${id}`;
  return sprints.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function toSprint(backlog: Backlog, item: Item): Sprint {
  const capacity = item.document.field('capacity');
  return {
    item,
    id: item.id,
    title: item.title,
    category: categoryOf(backlog.settings, item),
    start: textOf(item, 'start'),
    started: textOf(item, 'started') ?? textOf(item, 'start'),
    end: textOf(item, 'end'),
    capacity: typeof capacity === 'number' ? capacity : null,
    record: {
      committed: recordsOf(item, 'committed'),
      added: recordsOf(item, 'added'),
      removed: recordsOf(item, 'removed'),
      done: recordsOf(item, 'done'),
      carried: recordsOf(item, 'carried'),
    },
  };
}

/**
 * The sprint a reference names; without one, the only sprint of the first category that has any, of
 * several planned ones the next.
 */
export function findSprint(
  backlog: Backlog,
  reference: string | undefined,
  categories: readonly Category[],
): Result<Sprint> {
  const sprints = listSprints(backlog);
  if (reference !== undefined) {
    const known = sprints.length === 0 ? '' : ` (${sprints.map(({ id }) => id).join(', ')})`;
    const found = findOfType(backlog, 'sprint', reference, known);
    if (!found.ok) return found;
    const sprint = sprints.find(({ item }) => item === found.value);
    if (sprint) return success(sprint);
  }
  for (const category of categories) {
    const fitting = sprints.filter((sprint) => sprint.category === category);
    const [only] = fitting;
    if (only && (fitting.length === 1 || category === 'todo')) return success(only);
    if (only) {
      const ids = fitting.map(({ id }) => id).join(', ');
      return usage(`which sprint? There are ${fitting.length} that are ${words[category]}: ${ids}`);
    }
  }
  const wanted = categories.map((category) => words[category]).join(' or ');
  const of = (category: Category) => sprints.find((sprint) => sprint.category === category);
  const [planned, running] = [of('todo'), of('doing')];
  if (planned) {
    return usage(`no sprint is ${wanted}; start ${planned.id} with: storymark sprint start`);
  }
  const state = running ? `, and ${running.id} is running` : '';
  return usage(`no sprint is ${wanted}${state}; create one with: storymark sprint create`);
}

const words: Readonly<Record<Category, string>> = {
  todo: 'planned',
  doing: 'running',
  done: 'closed',
  dropped: 'dropped',
};

/** The work items as sprint records count them. */
export function sprintItems(backlog: Backlog): readonly SprintItem[] {
  return backlog.work.map((item) => ({
    id: item.id,
    points: item.points,
    done: categoryOf(backlog.settings, item) === 'done',
    dropped: categoryOf(backlog.settings, item) === 'dropped',
    sprint: item.sprint === null ? null : (getItem(backlog, item.sprint)?.id ?? item.sprint),
    sprints: item.sprints,
  }));
}

/** The sprint and the items that are in it: what its start and its close write. */
export function sprintMembers(backlog: Backlog, { id, item }: Sprint): readonly Item[] {
  return [item, ...backlog.work.filter(({ sprint }) => sprint === id)];
}

/** Frozen entries as frontmatter: null points are left out. */
export function writeRecords(items: readonly CountedItem[]): Value {
  return items.map(({ id, points }) => (points === null ? { id } : { id, points }));
}
