import { spellSize } from '../../backlog/spell-progress.js';
import type { Words } from '../../language/words.js';
import type { TeamPace } from '../sprints/pace.js';

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
