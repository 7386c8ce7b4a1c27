/** One file before and after; null where it does not exist. Paths are relative to the backlog. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything one command writes, all or nothing. */
export type ChangeSet = readonly FileChange[];

/** The changes that change something. */
export function compactChanges(changes: ChangeSet): ChangeSet {
  return changes.filter((change) => change.before !== change.after);
}
