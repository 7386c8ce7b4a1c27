import type { Words } from '../language/words.js';
import { roundToTenths } from '../text/amount.js';
import { drawChart } from './frame.js';
import { drawBar, drawLabel, drawRule } from './marks.js';

export interface VelocityPicture {
  readonly sprints: readonly {
    readonly sprint: string;
    readonly committed: number;
    readonly done: number;
  }[];
  readonly mean: number | null;
  /** How many sprints the mean is over. */
  readonly last: number;
  readonly unit: 'points' | 'items';
}

/** Points committed and done, sprint by sprint, with the mean of the last ones. */
export function drawVelocity({ sprints, mean, last, unit }: VelocityPicture, words: Words): string {
  const most = Math.max(1, ...sprints.flatMap(({ committed, done }) => [committed, done]));
  // `26-S11` where the whole id would be cut.
  const nameOf = ({ sprint }: { readonly sprint: string }) =>
    sprints.length > 8 ? sprint.replace(/^\d\d(?=\d\d-)/, '') : sprint;
  const sizeOf = (size: number) => words.say(unit, { count: roundToTenths(size) });
  return drawChart({
    title: words.say('velocity'),
    subtitle:
      mean === null
        ? words.say('noVelocity')
        : words.say('paceSprints', { size: sizeOf(mean), count: last }),
    description: words.say('velocityShows'),
    x: { kind: 'band', label: words.say('kindSprint'), names: sprints.map(nameOf) },
    y: {
      kind: 'number',
      label: words.say(unit === 'points' ? 'pointsHead' : 'itemsHead'),
      format: words.number,
      domain: [0, most * 1.08],
    },
    legend: [
      { name: words.say('committedHead'), series: 5, mark: 'bar' },
      { name: words.say('headDone'), series: 0, mark: 'bar' },
    ],
    grid: 'y',
    marks: (plot) => [
      ...sprints.flatMap((one) => {
        const { sprint, committed, done } = one;
        const middle = plot.x(nameOf(one));
        const half = Math.min(plot.xBand / 2, 36);
        const bar = (from: number, to: number, points: number, series: number, what: string) => [
          drawBar([from, plot.y(0)], [to, plot.y(points)], {
            series,
            hint: words.say('entry', { title: `${sprint}, ${what}`, text: sizeOf(points) }),
          }),
          // Numbers only where they do not run into each other.
          ...(half < 16
            ? []
            : [drawLabel([(from + to) / 2, plot.y(points) - 5], words.number(points), 'middle')]),
        ];
        return [
          ...bar(middle - half, middle - 1, committed, 5, words.say('committedHead')),
          ...bar(middle + 1, middle + half, done, 0, words.say('headDone')),
        ];
      }),
      ...(mean === null ? [] : [drawRule([plot.left, plot.y(mean)], [plot.right, plot.y(mean)])]),
      ...(mean === null
        ? []
        : [drawLabel([plot.right, plot.top - 6], words.say('dashedMean', { mean }), 'end')]),
    ],
  });
}
