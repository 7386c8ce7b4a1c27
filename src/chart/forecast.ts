import { count } from '../text/amount.js';
import { type Day, spellDay } from '../text/date.js';
import { drawChart } from './frame.js';
import { drawBar, drawLabel, drawRule } from './marks.js';

export interface ForecastPicture {
  readonly scope: string;
  readonly trials: number;
  readonly samples: number;
  readonly period: string;
  readonly remaining: number;
  readonly unit: string;
  readonly enough: boolean;
  /** How many trials were done with each sprint, by its last day. */
  readonly outcomes: readonly { readonly date: Day; readonly trials: number }[];
  readonly percentiles: Readonly<Record<string, { readonly date: Day | null }>>;
}

/** More bars than this are told apart no longer; the rest goes into the last. */
const mostBars = 26;

/** In how many trials the work was done with each sprint, and where the percentiles lie. */
export function drawForecastChart(picture: ForecastPicture): string {
  const { scope, trials, percentiles, samples, period, remaining, unit } = picture;
  const bars = gatherBars(picture.outcomes);
  const names = bars.map(({ name }) => name);
  const shares = bars.map((bar) => (100 * bar.trials) / trials);
  // Out of a handful of samples no percentile is worth a line.
  const told = picture.enough ? ['50', '70', '85', '95'] : [];
  const marks = told.flatMap((confidence) => {
    const bar = bars.find(({ dates }) => dates.includes(percentiles[confidence]?.date ?? ''));
    return bar ? [{ confidence, name: bar.name }] : [];
  });
  const few = picture.enough ? '' : ' (too little history: take it as rough)';
  return drawChart({
    title: `When ${scope} is done`,
    subtitle: `${remaining} ${unit} left, from ${count(samples, period)}, ${trials.toLocaleString('en')} trials${few}`,
    description: `Share of trials in which the work was done by each day. ${marks
      .map(({ confidence, name }) => `${confidence} % by ${name}.`)
      .join(' ')}`,
    x: { kind: 'band', label: 'Done by', names },
    y: {
      kind: 'number',
      label: 'Share',
      unit: '% of trials',
      domain: [0, Math.min(100, 1.06 * Math.max(...shares, 1))],
    },
    legend: [
      { name: `done with this ${period}`, series: 0, mark: 'bar' },
      ...(picture.enough
        ? [{ name: 'by then, 85 % of trials are done', series: 1, mark: 'bar' as const }]
        : []),
    ],
    grid: 'y',
    marks: (plot) => [
      ...bars.map((bar, index) => {
        const middle = plot.x(bar.name);
        const isPromise = marks.some((mark) => mark.confidence === '85' && mark.name === bar.name);
        return drawBar(
          [middle - plot.xBand / 2, plot.y(0)],
          [middle + plot.xBand / 2, plot.y(shares[index] ?? 0)],
          { series: isPromise ? 1 : 0, hint: `${bar.name}: ${(shares[index] ?? 0).toFixed(1)} %` },
        );
      }),
      ...groupByName(marks).flatMap(([name, said]) => {
        const x = plot.x(name) + plot.xBand / 2 + 1;
        return [
          drawRule([x, plot.top], [x, plot.bottom]),
          drawLabel(
            [x - 4, plot.top - 4],
            said.map((confidence) => `${confidence} %`).join(', '),
            'end',
          ),
        ];
      }),
    ],
  });
}

interface Bar {
  readonly name: string;
  readonly dates: readonly Day[];
  readonly trials: number;
}

function gatherBars(outcomes: ForecastPicture['outcomes']): readonly Bar[] {
  const first = Math.max(
    0,
    outcomes.findIndex(({ trials }) => trials > 0),
  );
  const shown = outcomes.slice(first, first + mostBars - 1);
  const rest = outcomes.slice(first + shown.length);
  const bars = shown.map(({ date, trials }) => ({
    name: spellDay(date, 'shortWithYear'),
    dates: [date],
    trials,
  }));
  const [next] = rest;
  if (!next) return bars;
  const later = rest.reduce((sum, { trials }) => sum + trials, 0);
  return [...bars, { name: 'later', dates: rest.map(({ date }) => date), trials: later }];
}

function groupByName(marks: readonly { readonly confidence: string; readonly name: string }[]) {
  const groups = new Map<string, string[]>();
  for (const { confidence, name } of marks) {
    groups.set(name, [...(groups.get(name) ?? []), confidence]);
  }
  return [...groups];
}
