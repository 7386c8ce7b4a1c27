import type { Day } from '../text/date.js';
import { drawChart, type LegendEntry } from './frame.js';
import { drawArea, drawLine } from './marks.js';

export interface FlowPicture {
  readonly flow: readonly {
    readonly day: Day;
    readonly todo: number;
    readonly doing: number;
    readonly done: number;
  }[];
}

/** Cumulative flow: items done, doing and waiting, one upon the other, day by day. */
export function drawCumulativeFlow({ flow }: FlowPicture): string {
  const first = flow[0]?.day ?? '1970-01-01';
  const last = flow.at(-1);
  const layers = flow.map(({ day, todo, doing, done }) => ({
    day,
    edges: [0, done, done + doing, done + doing + todo],
  }));
  const names = ['done', 'doing', 'to do'];
  const most = Math.max(1, ...layers.map(({ edges }) => edges[3] ?? 0));
  return drawChart({
    title: 'Cumulative flow',
    subtitle: `${last?.done ?? 0} done, ${last?.doing ?? 0} doing, ${last?.todo ?? 0} to do on the last day`,
    description:
      'Items done, doing and to do at the end of each day, one upon the other. ' +
      'A band that widens is work that piles up; its width along the days is how long items stay.',
    x: { kind: 'day', label: 'Day', domain: [first, last?.day ?? first] },
    y: { kind: 'number', label: 'Work', unit: 'items', domain: [0, most] },
    legend: names
      .map((name, index): LegendEntry => ({ name, series: order[index] ?? 0, mark: 'line' }))
      .toReversed(),
    marks: (plot) =>
      names.flatMap((name, index) => {
        const series = order[index] ?? 0;
        const band = layers.map(
          ({ day, edges }) =>
            [plot.x(day), plot.y(edges[index + 1] ?? 0), plot.y(edges[index] ?? 0)] as const,
        );
        return [
          drawArea(band, { series, hint: name }),
          drawLine(
            band.map(([x, upper]) => [x, upper]),
            { series, hint: name },
          ),
        ];
      }),
  });
}

/** Series of done, doing and to do: green, vermilion, grey. */
const order = [2, 1, 5] as const;
