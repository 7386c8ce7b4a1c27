/** An item as planning sees it. */
export interface PlannableItem {
  readonly id: string;
  readonly title: string;
  readonly points: number | null;
  /** In the plan's unit; the points where it is left out. Null when unestimated. */
  readonly size?: number | null;
  /** The ranking model's benefit: value not divided by size; null when unscored. */
  readonly value: number | null;
  /** Ids exactly as the items have them. */
  readonly depends: readonly string[];
  /** Ids it cannot go with. */
  readonly excludes?: readonly string[];
  readonly skills?: readonly string[];
  readonly assignee?: string | null;
  readonly ready: boolean;
  readonly done: boolean;
  readonly status: string | null;
  /** Planned by its parts: never chosen itself, and never left out. */
  readonly isEpic?: boolean;
  readonly isBug?: boolean;
  /** Another sprint has it; a `must` overrides that. */
  readonly elsewhere?: OtherSprint;
}

export interface OtherSprint {
  readonly sprint: string;
  /** It ends before the one planned begins: what depends on the item need not wait. */
  readonly isEarlier: boolean;
}

/** What an item takes of the capacity, in the plan's unit; null when unestimated. */
export function sizeOf({ size, points }: PlannableItem): number | null {
  return size === undefined ? points : size;
}
