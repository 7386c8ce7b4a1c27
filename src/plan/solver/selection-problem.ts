/** What `selectItems` is asked: which items to take so that their value is greatest. */
export interface SelectionProblem extends SelectionConstraints, SprintCapacity {}

/** What holds whether items are chosen for one sprint or for several. */
export interface SelectionConstraints {
  /** In backlog order: among equally good sets, earlier items are preferred. */
  readonly items: readonly SelectableItem[];
  /** Ids to take whatever they are worth. */
  readonly must?: readonly string[];
  /** Ids not to take. */
  readonly not?: readonly string[];
  /** Whose value counts only when every one of their items is chosen. */
  readonly groups?: readonly SelectionGroup[];
  readonly goal?: SelectionGoal;
  /** Seconds the solver may take for problems too large for the exact search. */
  readonly timeLimit?: number;
  /** Branch-and-bound nodes the solver may take: unlike a time limit, it keeps answers repeatable. */
  readonly nodeLimit?: number;
}

/** How much fits, in the unit of the items' sizes: points or hours. */
export interface SprintCapacity {
  /** Greatest summed size. */
  readonly capacity: number;
  /** Greatest summed size of the items that need a skill, by skill; others are not limited. */
  readonly skills?: Readonly<Record<string, number>>;
  /** Greatest summed sizes of other sets of items: a member's, all but bugs. */
  readonly limits?: readonly SelectionLimit[];
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
  /** Skills that each take its whole size, or how much of each skill it takes. */
  readonly skills?: readonly string[] | Readonly<Record<string, number>>;
}

export interface SelectionGroup {
  readonly id: string;
  /** 0 or more, added once when the group is complete. */
  readonly value: number;
  readonly items: readonly string[];
}

export interface SelectionLimit {
  /** Names it in messages. */
  readonly id: string;
  readonly capacity: number;
  readonly items: readonly string[];
}

/** At least this share of the summed size is of these items. They are then never idle. */
export interface SelectionGoal {
  readonly items: readonly string[];
  /** 0 to 1. */
  readonly share: number;
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
