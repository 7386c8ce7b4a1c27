/** What doctor looks for, in the order it tells of it. */
export type Ailment =
  | 'interruption'
  | 'lock'
  | 'leftover'
  | 'unreadable'
  | 'duplicate-id'
  | 'broken-reference'
  | 'sprint-record'
  | 'rank'
  | 'misplaced-file';

export interface DoctorFinding {
  readonly kind: Ailment;
  /** Relative to the backlog. */
  readonly path: string;
  readonly message: string;
  /** What `--fix` does about it; null when that is for a person to say. */
  readonly fix: string | null;
}
