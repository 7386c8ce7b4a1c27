import { count } from '../text/amount.js';
import { addDays, type Day, daysBetween } from '../text/date.js';
import { drawChart } from './frame.js';
import { drawLabel, drawPoint, drawRule } from './marks.js';

export interface CycleTimePicture {
  readonly times: readonly {
    readonly id: string;
    readonly title: string;
    readonly done: Day;
    readonly days: number;
  }[];
  readonly cycle: {
    readonly percentiles: Readonly<Record<'50' | '70' | '85' | '95', number | null>>;
  };
}

/** When each item was done and how long it took, with the percentiles. */
export function drawCycleTimes({ times, cycle }: CycleTimePicture): string {
  const first = times[0]?.done ?? '1970-01-01';
  const last = times.at(-1)?.done ?? first;
  const most = Math.max(1, ...times.map(({ days }) => days));
  const lines = (['50', '85', '95'] as const).flatMap((share) => {
    const days = cycle.percentiles[share];
    return days === null ? [] : [{ share, days }];
  });
  const sure = cycle.percentiles['85'];
  return drawChart({
    title: 'Cycle time',
    subtitle:
      sure === null
        ? 'no item has both a start and a done date'
        : `85 % of ${times.length} items were done within ${count(sure, 'day')} of being started`,
    description:
      'A point for each done item: the day it was done and the days since it was started.',
    x: { kind: 'day', label: 'Done on', domain: [first, leaveRoom(first, last)] },
    y: { kind: 'number', label: 'Cycle time', unit: 'days', domain: [0, most * 1.08] },
    legend: [{ name: 'an item', series: 0, mark: 'point' }],
    grid: 'y',
    marks: (plot) => [
      ...gatherLines(lines).flatMap(({ days, shares }) => [
        drawRule([plot.left, plot.y(days)], [plot.right, plot.y(days)]),
        drawLabel([plot.right, plot.y(days) - 5], `${shares}: ${days} d`, 'end'),
      ]),
      ...times.map(({ id, title, done, days }) =>
        drawPoint([plot.x(done), plot.y(days)], {
          hint: `${id} ${title}: ${count(days, 'day')}, done on ${done}`,
        }),
      ),
    ],
  });
}

/** Later than the last point by an eighth, so that the words on the lines stand beside the points. */
function leaveRoom(first: Day, last: Day): Day {
  return addDays(last, Math.max(1, Math.floor(daysBetween(first, last) / 7)));
}

/** Percentiles of the same length share a line. */
function gatherLines(lines: readonly { readonly share: string; readonly days: number }[]) {
  const lengths = [...new Set(lines.map(({ days }) => days))];
  return lengths.map((days) => ({
    days,
    shares: lines
      .filter((line) => line.days === days)
      .map(({ share }) => `${share} %`)
      .join(', '),
  }));
}
