import type { PlainKey } from '../language/catalogue.js';
import type { Words } from '../language/words.js';
import { addDays, type Day } from '../text/date.js';
import { drawChart, type Plot } from './frame.js';
import { drawBar, drawLabel, drawPoint } from './marks.js';
import { element } from './svg.js';
import { fitText } from './text-size.js';

export interface RoadmapPicture {
  readonly product: string | null;
  readonly today: Day;
  readonly samples: number;
  readonly period: 'sprint' | 'week';
  readonly enough: boolean;
  /** How many samples it takes to be enough. */
  readonly fewest: number;
  readonly entries: readonly {
    readonly id: string | null;
    readonly title: string;
    readonly horizon: keyof typeof horizons;
    readonly start: Day | null;
    readonly due: Day | null;
    readonly percentiles: Readonly<
      Record<'50' | '70' | '85' | '95', { readonly date: Day | null }>
    >;
  }[];
}

const horizons = {
  now: 'horizonNow',
  next: 'horizonNext',
  later: 'horizonLater',
} as const satisfies Readonly<Record<string, PlainKey>>;

const titleWidth = 260;
const rowHeight = 42;

/** Each epic from its likely start to when it is done: as likely as not, and 85 times in 100. */
export function drawRoadmap(roadmap: RoadmapPicture, words: Words): string {
  const { product, today } = roadmap;
  const entry = (title: string, text: string) => words.say('entry', { title, text });
  const hint = (name: string, what: string, day: Day) =>
    entry(name, `${what} ${words.shortDay(day)}`);
  const evenChance = words.say('likely', { share: words.percent(0.5) });
  const safeChance = words.say('likely', { share: words.percent(0.85) });
  const rows = roadmap.entries.map((row) => {
    const { id, title, start, due, percentiles } = row;
    const horizon = words.say(horizons[row.horizon]);
    const whole = id === null ? words.say('withoutEpic') : `${id} ${title}`;
    const name = fitText(whole, 12, titleWidth);
    const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
    return { name, horizon, start: start ?? today, due, even, safe: safe ?? even };
  });
  const days = rows.flatMap(({ safe, due }) => [safe, due]).filter((day) => day !== null);
  const last = [...days, addDays(today, 30)].sort().at(-1) ?? today;
  return drawChart({
    title: product === null ? words.say('headRoadmap') : entry(product, words.say('headRoadmap')),
    subtitle: sayBasis(roadmap, words),
    description: rows
      .map(({ horizon, even, safe }) =>
        even === null
          ? [horizon, words.say('noDateYet')]
          : [
              horizon,
              words.say('span', { from: words.shortDay(even), by: words.shortDay(safe ?? even) }),
            ],
      )
      .map((facts, row) => words.endSentence(entry(rows[row]?.name ?? '', words.joinFacts(facts))))
      .join(' '),
    width: 960,
    height: 190 + Math.max(1, rows.length) * rowHeight,
    x: { kind: 'day', label: words.say('day'), domain: [today, last], words },
    y: {
      kind: 'band',
      label: words.say('kindEpic'),
      names: rows.map(({ name }) => name).toReversed(),
    },
    legend: [
      { name: evenChance, series: 0, mark: 'bar' },
      { name: safeChance, series: 1, mark: 'bar' },
      { name: words.say('due'), series: 3, mark: 'point' },
    ],
    grid: 'none',
    marks: (plot) => [
      ...drawQuarters(plot, today, last, words),
      ...rows.flatMap(({ name, horizon, start, due, even, safe }) => {
        const middle = plot.y(name);
        const half = plot.yBand / 2.6;
        const bar = (from: Day, to: Day, series: number, height: number, said: string) =>
          drawBar([plot.x(from), middle - height], [plot.x(to), middle + height], {
            series,
            hint: said,
          });
        const label = even === null ? words.joinFacts([horizon, words.say('noDateYet')]) : horizon;
        const end = safe ?? today;
        const isTight = plot.x(end) > plot.right - 70;
        return [
          // The unsure part is thinner too: colour is never alone.
          ...(even === null || safe === null || safe === even
            ? []
            : [bar(even, safe, 1, half * 0.55, hint(name, safeChance, safe))]),
          ...(even === null ? [] : [bar(start, even, 0, half, hint(name, evenChance, even))]),
          drawLabel(
            isTight ? [plot.x(end) - 6, middle - half - 3] : [plot.x(end) + 6, middle + 4],
            label,
            isTight ? 'end' : 'start',
          ),
          ...(due === null || due < today
            ? []
            : [
                drawPoint([plot.x(due), middle], {
                  series: 3,
                  hint: hint(name, words.say('due'), due),
                }),
              ]),
        ];
      }),
    ],
  });
}

function sayBasis({ today, samples, period, enough, fewest }: RoadmapPicture, words: Words) {
  const isSprints = period === 'sprint';
  if (samples === 0) return words.say(isSprints ? 'noSprints' : 'noWeeks');
  return enough
    ? words.say(isSprints ? 'basisSprints' : 'basisWeeks', {
        day: words.day(today),
        count: samples,
      })
    : words.say(isSprints ? 'fewSprints' : 'fewWeeks', { count: fewest });
}

function drawQuarters(plot: Plot, today: Day, last: Day, words: Words): readonly string[] {
  return quarterStarts(today, last).flatMap(({ day, quarter, year }) => {
    const x = plot.x(day);
    const line = { class: 'axis', x1: x, y1: plot.top, x2: x, y2: plot.bottom };
    return [
      element('line', line),
      ...(x > plot.right - 50
        ? []
        : [drawLabel([x + 4, plot.top - 4], words.say('quarter', { quarter, year }))]),
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
        quarter: index + 1,
        year: String(year),
      })),
    )
    .filter(({ day }) => day > after && day <= until);
}
