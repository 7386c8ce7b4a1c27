import type { Day } from './date.js';

/** The day and the dice a use case is run with: given, so that it can be run again. */
export interface Clock {
  readonly today: Day;
  /** In [0, 1). */
  readonly random: () => number;
}
