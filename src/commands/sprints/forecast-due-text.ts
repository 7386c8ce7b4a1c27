import type { DueOutlook } from '../../ops/sprints/forecast-due.js';
import type { Style } from '../../terminal/style.js';

/**
 * A table of items that have a `due`, below its heading; none without an item. Out of too little
 * history no chance is told, only a pace.
 */
export function describeDue(
  heading: string,
  due: readonly DueOutlook[],
  style: Style,
): readonly string[] {
  if (due.length === 0) return [];
  const enough = due.some(({ chance }) => chance !== null);
  const right = 'right' as const;
  const table = style.table({
    columns: [
      { title: 'ID' },
      { title: heading, shrinks: true },
      { title: 'DUE', align: right },
      { title: enough ? 'SAFE (85 %)' : 'AT THIS PACE', align: right },
      ...(enough ? [{ title: 'CHANCE', align: right }] : []),
      { title: '' },
    ],
    rows: due.map(({ id, title, due: day, chance, date, late }) => [
      id,
      title,
      style.day(day),
      date === null ? 'no date in sight' : style.day(date),
      ...(enough ? [chance === null ? '' : sayChance(chance)] : []),
      late ? style.yellow('late') : '',
    ]),
  });
  return ['', table];
}

/** Never certain and never impossible: trials are imagined. */
export function sayChance(chance: number): string {
  if (chance > 0.99) return '> 99 %';
  return chance < 0.01 ? '< 1 %' : `${Math.round(chance * 100)} %`;
}
