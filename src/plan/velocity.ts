/** An item with its points at the time; null when unestimated. */
export interface CountedItem {
  readonly id: string;
  readonly points: number | null;
}

/** What closing a sprint froze. Past velocity reads nothing else (DESIGN 1). */
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

interface SprintVelocity {
  readonly sprint: string;
  /** Points. */
  readonly committed: number;
  readonly done: number;
}

export interface Velocity {
  /** In the order given, oldest first. */
  readonly sprints: readonly SprintVelocity[];
  /** Mean points done over the last sprints; null without a closed sprint. */
  readonly mean: number | null;
}

/** "Yesterday's weather", smoothed: three sprints follow a team's pace without chasing each one. */
const SPRINTS_AVERAGED = 3;

/** Velocity of closed sprints, oldest first. The mean of the last three is a default capacity. */
export function measureVelocity(
  closed: readonly { readonly id: string; readonly record: SprintRecord }[],
): Velocity {
  const sprints = closed.map(({ id, record }) => ({
    sprint: id,
    committed: sumPoints(record.committed),
    done: sumPoints(record.done),
  }));
  const last = sprints.slice(-SPRINTS_AVERAGED);
  const total = last.reduce((sum, { done }) => sum + done, 0);
  return { sprints, mean: last.length === 0 ? null : total / last.length };
}

/** Unestimated items count nothing. */
export function sumPoints(items: readonly CountedItem[]): number {
  return items.reduce((sum, { points }) => sum + (points ?? 0), 0);
}
