import { drawChart } from './frame.js';
import { drawBar, drawLabel } from './marks.js';
import { fitText } from './text-size.js';

export interface ScoreBar {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  /** As people read it. */
  readonly text: string;
}

const titleWidth = 300;

/** Scores as bars, best first, each with its number. */
export function drawScoreBars(chart: {
  readonly title: string;
  readonly subtitle: string;
  /** What the score is, and its unit if it has one. */
  readonly label: string;
  readonly unit?: string;
  readonly bars: readonly ScoreBar[];
}): string {
  const { bars, label, unit } = chart;
  const nameOf = ({ id, title }: ScoreBar) => fitText(`${id} ${title}`, 12, titleWidth);
  const most = Math.max(...bars.map(({ score }) => score), 0);
  const least = Math.min(...bars.map(({ score }) => score), 0);
  return drawChart({
    title: chart.title,
    subtitle: chart.subtitle,
    description: 'A bar for each item, as long as its score, the best at the top.',
    width: 900,
    height: 170 + Math.max(bars.length, 1) * 26,
    x: {
      kind: 'number',
      label,
      ...(unit === undefined ? {} : { unit }),
      // Room for the numbers behind the bars.
      domain: [least, most * 1.1 || 1],
    },
    y: { kind: 'band', label: 'Item', names: bars.map(nameOf).toReversed() },
    grid: 'x',
    marks: (plot) =>
      bars.flatMap((bar) => {
        const middle = plot.y(nameOf(bar));
        const half = plot.yBand / 2;
        const end = plot.x(bar.score);
        return [
          drawBar([plot.x(0), middle - half], [end, middle + half], {
            hint: `${bar.id} ${bar.title}: ${bar.text}`,
          }),
          drawLabel([Math.max(end, plot.x(0)) + 6, middle + 4], bar.text),
        ];
      }),
  });
}
