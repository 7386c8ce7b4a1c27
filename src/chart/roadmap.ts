import { count } from '../text/amount.js';
import { addDays, type Day } from '../text/date.js';
import { drawChart, type Plot } from './frame.js';
import { drawBar, drawLabel, drawPoint } from './marks.js';
import { element } from './svg.js';
import { fitText } from './text-size.js';

export interface RoadmapPicture {
  readonly product: string | null;
  readonly today: Day;
  readonly samples: number;
  readonly period: string;
  readonly enough: boolean;
  readonly entries: readonly {
    readonly id: string | null;
    readonly title: string;
    readonly horizon: string;
    readonly start: Day | null;
    readonly due: Day | null;
    readonly percentiles: Readonly<
      Record<'50' | '70' | '85' | '95', { readonly date: Day | null }>
    >;
  }[];
}

const titleWidth = 260;
const rowHeight = 42;

/** Each epic from its likely start to when it is done: as likely as not, and 85 times in 100. */
export function drawRoadmap(roadmap: RoadmapPicture): string {
  const { product, today, samples, period, enough } = roadmap;
  const rows = roadmap.entries.map((entry) => {
    const { id, title, horizon, start, due, percentiles } = entry;
    const name = fitText(id === null ? title : `${id} ${title}`, 12, titleWidth);
    const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
    return { name, horizon, start: start ?? today, due, even, safe: safe ?? even };
  });
  const days = rows.flatMap(({ safe, due }) => [safe, due]).filter((day) => day !== null);
  const last = [...days, addDays(today, 30)].sort().at(-1) ?? today;
  const few = enough
    ? ''
    : samples === 0
      ? ': no dates yet'
      : ': too little history, dates are rough';
  return drawChart({
    title: product === null ? 'Roadmap' : `${product}: roadmap`,
    subtitle: `on ${today}, from ${count(samples, period === 'sprint' ? 'closed sprint' : period)}${few}`,
    description: rows
      .map(({ name, horizon, even, safe }) =>
        even === null
          ? `${name}: ${horizon}, no date.`
          : `${name}: ${horizon}, ${even} to ${safe}.`,
      )
      .join(' '),
    width: 960,
    height: 190 + Math.max(1, rows.length) * rowHeight,
    x: { kind: 'day', label: 'Day', unit: 'lines: quarters', domain: [today, last] },
    y: { kind: 'band', label: 'Epic', names: rows.map(({ name }) => name).toReversed() },
    legend: [
      { name: 'until as likely done as not', series: 0, mark: 'bar' },
      { name: 'until 85 % sure', series: 1, mark: 'bar' },
      { name: 'due', series: 3, mark: 'point' },
    ],
    grid: 'none',
    marks: (plot) => [
      ...drawQuarters(plot, today, last),
      ...rows.flatMap(({ name, horizon, start, due, even, safe }) => {
        const middle = plot.y(name);
        const half = plot.yBand / 2.6;
        const bar = (from: Day, to: Day, series: number, height: number, hint: string) =>
          drawBar([plot.x(from), middle - height], [plot.x(to), middle + height], { series, hint });
        const label = even === null ? `${horizon}, no date yet` : horizon;
        const end = safe ?? today;
        const isTight = plot.x(end) > plot.right - 70;
        return [
          // The unsure part is thinner too: colour is never alone.
          ...(even === null || safe === null || safe === even
            ? []
            : [bar(even, safe, 1, half * 0.55, `${name}: 85 % by ${safe}`)]),
          ...(even === null ? [] : [bar(start, even, 0, half, `${name}: 50 % by ${even}`)]),
          drawLabel(
            isTight ? [plot.x(end) - 6, middle - half - 3] : [plot.x(end) + 6, middle + 4],
            label,
            isTight ? 'end' : 'start',
          ),
          ...(due === null || due < today
            ? []
            : [drawPoint([plot.x(due), middle], { series: 3, hint: `${name} is due on ${due}` })]),
        ];
      }),
    ],
  });
}

function drawQuarters(plot: Plot, today: Day, last: Day): readonly string[] {
  return quarterStarts(today, last).flatMap(({ day, name }) => {
    const x = plot.x(day);
    const line = { class: 'axis', x1: x, y1: plot.top, x2: x, y2: plot.bottom };
    return [
      element('line', line),
      ...(x > plot.right - 50 ? [] : [drawLabel([x + 4, plot.top - 4], name)]),
    ];
  });
}

function quarterStarts(after: Day, until: Day) {
  const [from, to] = [Number(after.slice(0, 4)), Number(until.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return years
    .flatMap((year) =>
      ['01', '04', '07', '10'].map((month, index) => ({
        day: `${year}-${month}-01`,
        name: `Q${index + 1} ${year}`,
      })),
    )
    .filter(({ day }) => day > after && day <= until);
}
