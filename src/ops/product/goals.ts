import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { listServing } from '../../backlog/membership.js';
import { measureProgress, type Progress } from '../../backlog/progress.js';
import { isOpen } from '../../backlog/workflow.js';
import { sameId } from '../../item/id.js';
import { type Item, listOf, numberOf, textOf } from '../../item/item.js';
import { formatReading, type Reading, readingsOf, sortReadings } from '../../item/reading.js';
import { withArticle } from '../../text/article.js';
import { type Result, success, usage } from '../../text/problem.js';
import { changeItem, setField } from '../items/change-item.js';

/** A goal, how far the work for it is, and how far the world is. */
export interface GoalProgress extends Progress {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly measure: string | null;
  readonly target: number | null;
  /** The newest reading, else the field `current`. */
  readonly current: number | null;
  /** Oldest first. */
  readonly readings: readonly Reading[];
  /** The measure has come to its target; null where either is not known. */
  readonly reached: boolean | null;
  /** 1 unless said. */
  readonly weight: number;
  readonly horizon: string | null;
  /** Titles of those who care. */
  readonly stakeholders: readonly string[];
  /** Ids of open items that say they work against it. */
  readonly against: readonly string[];
}

/** The open goals by weight, the heaviest first; closed ones too with `all`. */
export function listGoalProgress(backlog: Backlog, all = false): readonly GoalProgress[] {
  return itemsOfType(backlog, 'goal')
    .filter((goal) => all || isOpen(backlog.settings, goal))
    .map((goal) => describeGoal(backlog, goal))
    .toSorted((a, b) => b.weight - a.weight);
}

/** The progress is that of the work that serves it, itself or through its epic. */
function describeGoal(backlog: Backlog, goal: Item): GoalProgress {
  const { settings, work } = backlog;
  const readings = readingsOf(goal);
  const current = readings.at(-1)?.value ?? numberOf(goal, 'current');
  const target = numberOf(goal, 'target');
  return {
    id: goal.id,
    title: goal.title,
    status: goal.status,
    measure: textOf(goal, 'measure'),
    target,
    current,
    readings,
    reached: isReached(readings[0]?.value ?? null, current, target),
    weight: numberOf(goal, 'weight') ?? 1,
    horizon: textOf(goal, 'horizon'),
    stakeholders: listOf(goal, 'stakeholders').map((id) => getItem(backlog, id)?.title ?? id),
    ...measureProgress(backlog, listServing(backlog, goal)),
    against: work
      .filter((item) => isOpen(settings, item) && isNamed(item.conflicts, goal))
      .map(({ id }) => id),
  };
}

function isNamed(ids: readonly string[], { id }: Item): boolean {
  return ids.some((one) => sameId(one, id));
}

/** Whether a measure that began at `first` has come as low, or as high, as it should. */
function isReached(
  first: number | null,
  current: number | null,
  target: number | null,
): boolean | null {
  if (current === null || target === null) return null;
  // Where it began says which way is better.
  if (first === null) return current === target ? true : null;
  return first > target ? current <= target : current >= target;
}

export function requireGoal(item: Item): Result<Item> {
  if (item.type === 'goal') return success(item);
  const message = `${item.id} is ${withArticle(item.type)}, not a goal`;
  return usage(message);
}

/** Adds readings to a goal; one on a day that has one already takes its place. */
export function addReadings(
  backlog: Backlog,
  goal: Item,
  given: readonly Reading[],
): Result<FileChange> {
  const readings = sortReadings([...readingsOf(goal), ...given]);
  return changeItem(backlog.settings, goal, [
    setField('current', readings.at(-1)?.value),
    setField('readings', readings.map(formatReading)),
  ]);
}
