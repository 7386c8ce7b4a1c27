import type { Words } from '../language/words.js';
import { countedIn, type Progress } from './progress.js';
import type { WayOfWorking } from './way-of-working.js';

type CountedUnit = WayOfWorking['unit'];

/** `1 point`, `26 items`. */
export function spellSize(size: number, unit: CountedUnit, words: Words): string {
  return words.say(unit, { count: size });
}

/** `9 of 25 points done`. */
export function spellDone(done: number, all: number, unit: CountedUnit, words: Words): string {
  return words.say(unit === 'points' ? 'donePoints' : 'doneItems', { done, count: all });
}

/** The same of a goal or an epic, `9 of 25+` while some of it is not estimated; empty without work. */
export function spellProgress(progress: Progress, words: Words): string {
  const { unit, all, done } = countedIn(progress);
  if (all === 0) return '';
  return unit === 'points' && progress.unestimated > 0
    ? words.say('donePointsMore', { done, all })
    : spellDone(done, all, unit, words);
}
