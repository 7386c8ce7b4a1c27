/** What `selectItems` is asked: which items to take so that their value is greatest. */
export interface SelectionProblem {
  /** In backlog order: among equally good sets, earlier items are preferred. */
  readonly items: readonly SelectableItem[];
  /** Greatest summed size; same unit as the sizes (points or hours). */
  readonly capacity: number;
  /** Ids to take whatever they are worth. */
  readonly must?: readonly string[];
  /** Ids not to take. */
  readonly not?: readonly string[];
  /** Whose value counts only when every one of their items is chosen. */
  readonly groups?: readonly SelectionGroup[];
  /** Seconds the solver may take for problems too large for the exact search. */
  readonly timeLimit?: number;
}

export interface SelectableItem {
  readonly id: string;
  /** 0 or more. */
  readonly size: number;
  readonly value: number;
  /** Ids that must be chosen with it. */
  readonly requires?: readonly string[];
  /** Ids that cannot be chosen with it; one side is enough. */
  readonly excludes?: readonly string[];
}

interface SelectionGroup {
  readonly id: string;
  /** 0 or more, added once when the group is complete. */
  readonly value: number;
  readonly items: readonly string[];
}

export interface Selection {
  /** In the order the items were given. */
  readonly chosen: readonly string[];
  /** Summed value of the chosen items and of the complete groups. */
  readonly value: number;
  readonly size: number;
  /** Whether no set is worth more. */
  readonly proven: boolean;
  /** No set is worth more than this; equals `value` when proven. */
  readonly bound: number;
  /** Share of `bound` that may be missing, 0 to 1. */
  readonly gap: number;
}
