/** An item as planning sees it. */
export interface PlannableItem {
  readonly id: string;
  readonly title: string;
  readonly points: number | null;
  /** The ranking model's benefit: value not divided by size; null when unscored. */
  readonly value: number | null;
  /** Ids exactly as the items have them. */
  readonly depends: readonly string[];
  readonly ready: boolean;
  readonly done: boolean;
  readonly status: string | null;
  /** Planned by its parts: never chosen itself, and never left out. */
  readonly isEpic?: boolean;
  /** Another sprint has it; a `must` overrides that. */
  readonly elsewhere?: OtherSprint;
}

export interface OtherSprint {
  readonly sprint: string;
  /** It ends before the one planned begins: what depends on the item need not wait. */
  readonly isEarlier: boolean;
}
