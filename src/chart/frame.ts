import { type Axis, type AxisSpec, layAxis } from './axis.js';
import { drawArea, drawBar, drawLine, drawPoint, type Point } from './marks.js';
import { type Series, styleSheet } from './palette.js';
import { element, escapeText, text } from './svg.js';
import { estimateWidth, fitText } from './text-size.js';

export interface LegendEntry {
  readonly name: string;
  readonly series: Series;
  /** How the series is drawn. */
  readonly mark: 'point' | 'line' | 'area' | 'bar';
}

/** The part of a drawing that marks are put in, with the axes that say where. Pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where a value stands: a number, a day or a band's name, as the axis measures. */
  x(value: number | string): number;
  y(value: number | string): number;
  /** Pixels one band takes; 0 on an axis of numbers or days. */
  readonly xBand: number;
  readonly yBand: number;
}

export interface Chart {
  readonly title: string;
  /** One line: what the picture says, or what it was made from. */
  readonly subtitle?: string;
  /** What the picture shows, for people who hear it. */
  readonly description: string;
  /** Pixels; default 760 × 480. */
  readonly width?: number;
  readonly height?: number;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly legend?: readonly LegendEntry[];
  /** Whether lines run from the ticks through the plot; default both. */
  readonly grid?: 'both' | 'x' | 'y' | 'none';
  /** What is drawn in the plot, back to front. */
  marks(plot: Plot): readonly string[];
}

/**
 * Draws a chart as one SVG file: paper, title, axes with units, legend, and the marks.
 *
 * Charts are data in and text out. A chart module makes numbers into marks and leaves the rest to
 * this frame:
 *
 *     drawChart({
 *       title: 'Sprint 2026-S24',
 *       description: 'Points left on each day, beside the ideal line.',
 *       x: { kind: 'day', label: 'Day', domain: ['2026-11-23', '2026-12-04'] },
 *       y: { kind: 'number', label: 'Left', unit: 'points', domain: [0, 30] },
 *       legend: [{ name: 'left', series: 0, mark: 'line' }],
 *       marks: (plot) => [
 *         drawRule([plot.x('2026-11-26'), plot.top], [plot.x('2026-11-26'), plot.bottom]),
 *         drawLine(left.map(({ day, points }) => [plot.x(day), plot.y(points)]), { stepped: true }),
 *       ],
 *     });
 *
 * Axes are of numbers, days (`YYYY-MM-DD`) or named bands (`axis.ts`). Marks are points, lines,
 * areas, bars, rules and labels (`marks.ts`); each takes a `series` number, which gives it a
 * colour that colour-blind people can tell and a symbol or dash of its own. `placeLabels` finds
 * room for words beside points. Light or dark follows the reader's `prefers-color-scheme`.
 *
 * @throws RangeError for a place that is no finite number: a chart never shows NaN
 */
export function drawChart(chart: Chart): string {
  const { title, subtitle, description, width = 760, height = 480, legend = [] } = chart;
  const legendRows = arrangeLegend(legend, width - 2 * margin);
  const legendTop = subtitle === undefined ? 46 : 68;
  const plot = layPlot(chart, width, height, legendTop + legendRows.length * legendRow + 14);
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'chart-title chart-description',
    },
    [
      '',
      element('title', { id: 'chart-title' }, escapeText(title)),
      element('desc', { id: 'chart-description' }, escapeText(description)),
      element('style', {}, styleSheet),
      element('rect', { class: 'paper', width, height }),
      text(fitText(title, 17, width - 2 * margin), { class: 'title', x: margin, y: 32 }),
      ...(subtitle === undefined ? [] : [text(subtitle, { class: 'subtitle', x: margin, y: 53 })]),
      ...legendRows.flatMap((row, index) => drawLegendRow(row, legendTop + index * legendRow)),
      ...drawGrid(chart.grid ?? 'both', plot),
      ...chart.marks(plot),
      ...drawXAxis(plot, height),
      ...drawYAxis(plot),
      '',
    ],
  )}\n`;
}

const margin = 24;
const legendRow = 22;

interface LaidPlot extends Plot {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
}

function layPlot(chart: Chart, width: number, height: number, top: number): LaidPlot {
  const right = width - margin;
  // Room below for the ticks and the axis's title, and above the y axis for its own.
  const box = { right, top: top + 20, bottom: height - 58 };
  const yAxis = layAxis(chart.y, box.bottom, box.top);
  const widest = Math.max(...yAxis.ticks.map((tick) => estimateWidth(tick.text, 12)), 0);
  const left = margin + Math.min(widest, width / 3) + 10;
  const xAxis = layAxis(chart.x, left, right);
  return {
    ...box,
    left,
    x: xAxis.at,
    y: yAxis.at,
    xBand: xAxis.bandWidth,
    yBand: yAxis.bandWidth,
    xAxis,
    yAxis,
  };
}

function drawGrid(which: 'both' | 'x' | 'y' | 'none', plot: LaidPlot): readonly string[] {
  const { left, right, top, bottom, xAxis, yAxis } = plot;
  const vertical = xAxis.ticks.map(({ at }) => drawGridLine([at, top], [at, bottom]));
  const horizontal = yAxis.ticks.map(({ at }) => drawGridLine([left, at], [right, at]));
  return [
    ...(which === 'both' || which === 'x' ? vertical : []),
    ...(which === 'both' || which === 'y' ? horizontal : []),
  ];
}

function drawGridLine([x1, y1]: Point, [x2, y2]: Point): string {
  return element('line', { class: 'grid', x1, y1, x2, y2 });
}

function drawXAxis({ left, right, bottom, xAxis }: LaidPlot, height: number): readonly string[] {
  const step = xAxis.bandWidth === 0 ? 90 : xAxis.bandWidth * 1.2;
  const widest = Math.max(...xAxis.ticks.map((tick) => estimateWidth(tick.text, 12)), 0);
  // Of names too wide to stand side by side, every second or third one stands whole.
  const every = Math.min(xAxis.ticks.length, Math.ceil(widest / step)) || 1;
  return [
    element('line', { class: 'axis', x1: left, y1: bottom, x2: right, y2: bottom }),
    ...xAxis.ticks
      .filter((_, index) => index % every === 0)
      .map((tick) =>
        text(fitText(tick.text, 12, step * every), {
          class: 'tick',
          x: tick.at,
          y: bottom + 18,
          'text-anchor': 'middle',
        }),
      ),
    text(xAxis.title, { class: 'axis-title', x: right, y: height - 16, 'text-anchor': 'end' }),
  ];
}

/** Its title lies flat above it: words turned on their side are hard to read. */
function drawYAxis({ left, top, bottom, yAxis }: LaidPlot): readonly string[] {
  return [
    element('line', { class: 'axis', x1: left, y1: top, x2: left, y2: bottom }),
    ...yAxis.ticks.map((tick) =>
      text(fitText(tick.text, 12, left - margin - 6), {
        class: 'tick',
        x: left - 8,
        y: tick.at + 4,
        'text-anchor': 'end',
      }),
    ),
    text(yAxis.title, { class: 'axis-title', x: margin, y: top - 14 }),
  ];
}

interface LaidEntry extends LegendEntry {
  readonly x: number;
}

/** The legend in as many rows as its names need. */
function arrangeLegend(
  legend: readonly LegendEntry[],
  width: number,
): readonly (readonly LaidEntry[])[] {
  const rows: LaidEntry[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const entry of legend) {
    const needed = 30 + estimateWidth(entry.name, 12) + 18;
    if (x + needed > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...entry, x: margin + x });
    x += needed;
  }
  return rows;
}

function drawLegendRow(row: readonly LaidEntry[], top: number): readonly string[] {
  const middle = top + 10;
  return row.flatMap((entry) => [
    drawSwatch(entry, middle),
    text(entry.name, { x: entry.x + 30, y: middle + 4 }),
  ]);
}

function drawSwatch({ x, series, mark }: LaidEntry, y: number): string {
  switch (mark) {
    case 'point':
      return drawPoint([x + 12, y], { series });
    case 'line':
      return drawLine(
        [
          [x, y],
          [x + 24, y],
        ],
        { series },
      );
    case 'bar':
      return drawBar([x, y - 6], [x + 24, y + 6], { series });
    case 'area':
      return drawArea(
        [
          [x, y - 6, y + 6],
          [x + 24, y - 6, y + 6],
        ],
        { series },
      );
    default:
      return mark satisfies never;
  }
}
