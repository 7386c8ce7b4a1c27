import type { DueOutlook } from '../ops/forecast-due.js';
import type { Style } from '../terminal/style.js';

/** The chance to meet each `due`; out of too little history, no chance but a pace. */
export function describeDue(
  due: readonly DueOutlook[],
  style: Style,
  enough: boolean,
): readonly string[] {
  return due.map((item) => {
    const { id, title, chance, date, late } = item;
    const day = date === null ? 'in no time to be foreseen' : `by ${style.day(date)}`;
    const outlook =
      chance !== null && enough
        ? `${Math.round(chance * 100)} % likely, 85 % ${day}`
        : `at this pace done ${day}`;
    const line = `  ${id} ${title}: due on ${style.day(item.due)}, ${outlook}`;
    return late ? style.yellow(`${line} (late)`) : line;
  });
}
