import { sumPoints } from '../backlog/progress.js';
import type { CountedItem } from '../item/sprint-record.js';

export type { CountedItem };

/** What closing a sprint froze. Past velocity reads nothing else (docs/design.md). */
export interface SprintRecord {
  /** In the sprint when it started. */
  readonly committed: readonly CountedItem[];
  /** Came in after the start. */
  readonly added: readonly CountedItem[];
  /** Went out after the start. */
  readonly removed: readonly CountedItem[];
  readonly done: readonly CountedItem[];
  /** Neither done nor removed. */
  readonly carried: readonly CountedItem[];
}

/** In points or items, each. */
export interface SprintVelocity {
  readonly sprint: string;
  readonly committed: number;
  readonly added: number;
  readonly removed: number;
  readonly done: number;
  readonly carried: number;
}

export interface Velocity {
  /** In the order given, oldest first. */
  readonly sprints: readonly SprintVelocity[];
  /** Mean done over the last sprints; null without a closed sprint. */
  readonly mean: number | null;
  /** Over the same sprints; null without one. */
  readonly spread: VelocitySpread | null;
}

/** How far the sprints lie apart, in what was done. */
export interface VelocitySpread {
  /** How many sprints it is over. */
  readonly sprints: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** Of the sample (n − 1); null with one sprint. */
  readonly deviation: number | null;
  /** Of what was committed, the share that was done; null when nothing was committed. */
  readonly kept: number | null;
}

/** "Yesterday's weather", smoothed: three sprints follow a team's pace without chasing each one. */
const sprintsAveraged = 3;

/**
 * Velocity of closed sprints, oldest first. The mean of the last three is a default capacity.
 *
 * @param last how many sprints the mean and the spread are over
 */
export function measureVelocity(
  closed: readonly { readonly id: string; readonly record: SprintRecord }[],
  last: number = sprintsAveraged,
  sizeOf: (items: readonly CountedItem[]) => number = sumPoints,
): Velocity {
  const sprints = closed.map(({ id, record }) => ({
    sprint: id,
    committed: sizeOf(record.committed),
    added: sizeOf(record.added),
    removed: sizeOf(record.removed),
    done: sizeOf(record.done),
    carried: sizeOf(record.carried),
  }));
  const recent = sprints.slice(-last);
  const kept = closed.slice(-last).map(({ record }) => sizeOf(listKept(record)));
  if (recent.length === 0) return { sprints, mean: null, spread: null };
  const done = recent.map((sprint) => sprint.done);
  const committed = sum(recent.map((sprint) => sprint.committed));
  return {
    sprints,
    mean: sum(done) / done.length,
    spread: {
      ...measureSpread(done),
      kept: committed === 0 ? null : sum(kept) / committed,
    },
  };
}

/** What came in later does not make up for what was committed and is not done. */
function listKept({ committed, done }: SprintRecord): readonly CountedItem[] {
  const ids = new Set(committed.map(({ id }) => id));
  return done.filter(({ id }) => ids.has(id));
}

/** Least, median and most of some amounts; at least one. */
export function measureSpread(values: readonly number[]): Omit<VelocitySpread, 'kept'> {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  const at = (index: number) => sorted[index] ?? 0;
  const mean = sum(sorted) / count;
  const squares = sum(sorted.map((value) => (value - mean) ** 2));
  return {
    sprints: count,
    least: at(0),
    median: (at(Math.floor((count - 1) / 2)) + at(Math.ceil((count - 1) / 2))) / 2,
    most: at(count - 1),
    deviation: count === 1 ? null : Math.sqrt(squares / (count - 1)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
