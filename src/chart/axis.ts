import { type ScaleLinear, type ScaleTime, scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import type { Words } from '../language/words.js';
import { addDays, type Day, dayIn, daysBetween, spellDay, timeOf } from '../text/date.js';

/** What one side of a chart measures. */
export type AxisSpec = {
  /** What it is, without its unit: `Effort`. */
  readonly label: string;
  /** Shown behind the label: `points`, `% of trials`. */
  readonly unit?: string;
} & (
  | {
      readonly kind: 'number';
      /** Widened to round numbers unless `exact`; equal ends are taken apart. */
      readonly domain: readonly [from: number, to: number];
      readonly exact?: boolean;
      /** About so many ticks; default 6. */
      readonly ticks?: number;
      readonly format?: (value: number) => string;
    }
  | {
      readonly kind: 'day';
      readonly domain: readonly [from: Day, to: Day];
      /** What writes the ticks; default English. */
      readonly words?: Words;
    }
  | { readonly kind: 'band'; readonly names: readonly string[] }
);

/** An axis laid along a stretch of the drawing, in pixels. */
export interface Axis {
  /** Where a value stands: a number, a day, or a band's name (its middle). */
  at(value: number | string): number;
  /** Pixels one band takes; 0 on other axes. */
  readonly bandWidth: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly title: string;
}

/** Lays an axis from one pixel to another: `from` is where its least value stands. */
export function layAxis(spec: AxisSpec, from: number, to: number): Axis {
  const title = spec.unit === undefined ? spec.label : `${spec.label} (${spec.unit})`;
  switch (spec.kind) {
    case 'number':
      return { ...layNumbers(spec, from, to), title };
    case 'day':
      return { ...layDays(spec, from, to), title };
    case 'band':
      return { ...layBands(spec.names, from, to), title };
    default:
      return spec satisfies never;
  }
}

function layNumbers(
  spec: Extract<AxisSpec, { readonly kind: 'number' }>,
  from: number,
  to: number,
): Omit<Axis, 'title'> {
  const { exact = false, ticks = 6, format } = spec;
  const [low, high] = spec.domain;
  const domain = low === high ? [low - 1, high + 1] : [low, high];
  const bare: ScaleLinear<number, number> = scaleLinear().domain(domain).range([from, to]);
  const scale = exact ? bare : bare.nice(ticks);
  const write = format ?? scale.tickFormat(ticks);
  return {
    at: (value) => scale(Number(value)),
    bandWidth: 0,
    ticks: scale.ticks(ticks).map((value) => ({ at: scale(value), text: write(value) })),
  };
}

function layDays(
  { domain: [first, last], words }: Extract<AxisSpec, { readonly kind: 'day' }>,
  from: number,
  to: number,
): Omit<Axis, 'title'> {
  const scale: ScaleTime<number, number> = scaleUtc()
    .domain([timeOf(first), timeOf(last > first ? last : addDays(first, 1))])
    .range([from, to]);
  // About one tick every 80 pixels, and never two on one day.
  const days = daysBetween(first, last);
  const wanted = Math.max(1, Math.min(days, Math.floor(Math.abs(to - from) / 80)));
  const isLong = days > 300;
  const write = (day: Day) =>
    words?.shortDay(day, isLong ? 'month' : 'tick') ?? spellDay(day, isLong ? 'month' : 'short');
  return {
    at: (value) => scale(timeOf(String(value))),
    bandWidth: 0,
    ticks: scale
      .ticks(wanted)
      .map((date) => ({ at: scale(date), text: write(dayIn(date, 'UTC')) })),
  };
}

function layBands(names: readonly string[], from: number, to: number): Omit<Axis, 'title'> {
  const scale = scaleBand().domain(names).range([from, to]).padding(0.2);
  const half = scale.bandwidth() / 2;
  const at = (value: number | string) => (scale(String(value)) ?? from) + half;
  return {
    at,
    bandWidth: scale.bandwidth(),
    ticks: names.map((name) => ({ at: at(name), text: name })),
  };
}
