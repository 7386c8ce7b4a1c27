import { countedIn, type Progress } from '../../backlog/progress.js';
import type { WayOfWorking } from '../../backlog/way-of-working.js';
import type { Words } from '../../language/words.js';
import type { TeamPace } from '../sprints/pace.js';

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

/** `22.3 points a sprint over the last 3 sprints, between 9 and 25`; empty without a past. */
export function spellPace({ mean, spread, unit, period }: TeamPace, words: Words): string {
  if (mean === null || spread === null) return '';
  const { least, most, sprints: count } = spread;
  const size = spellSize(Math.round(mean * 10) / 10, unit, words);
  const pace = words.say(period === 'sprint' ? 'paceSprints' : 'paceWeeks', { size, count });
  return least === most ? pace : words.say('paceRange', { pace, least, most });
}

/** Where what is left stands against a straight line from the commitment to nothing. */
export function spellEvenPace(left: number, ideal: number, words: Words): string {
  const behind = Math.round((left - ideal) * 10) / 10;
  if (behind === 0) return words.say('evenPace');
  return words.say(behind > 0 ? 'behindPace' : 'aheadPace', { size: Math.abs(behind) });
}
