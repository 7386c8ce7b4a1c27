import {
  area,
  curveStepAfter,
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import { type Series, seriesClass } from './palette.js';
import { element, escapeText, text, writeNumber } from './svg.js';

/** Places are in pixels: `plot.x(value)` and `plot.y(value)` make them. */
export type Point = readonly [x: number, y: number];

const symbols = [
  symbolCircle,
  symbolTriangle,
  symbolSquare,
  symbolDiamond,
  symbolCross,
  symbolStar,
] as const;
const dashes = [undefined, '7 4', '2 4', '9 3 2 3', '4 4', '12 4'] as const;

export interface MarkOptions {
  readonly series?: Series;
  /** Shown where a pointer rests, and read aloud. */
  readonly hint?: string;
}

/** A symbol whose shape and colour tell its series. */
export function drawPoint([x, y]: Point, { series = 0, hint }: MarkOptions = {}): string {
  const shape = symbol(symbols[series % symbols.length], 90)() ?? '';
  return element(
    'path',
    {
      class: `point ${seriesClass(series, 'fill')}`,
      d: roundPath(shape),
      transform: `translate(${writeNumber(x)} ${writeNumber(y)})`,
    },
    hintOf(hint),
  );
}

/** A line through points; `stepped` holds each height until the next point, as a burndown does. */
export function drawLine(
  points: readonly Point[],
  { series = 0, hint, stepped = false }: MarkOptions & { readonly stepped?: boolean } = {},
): string {
  const path = line<Point>(
    (point) => point[0],
    (point) => point[1],
  );
  const d = (stepped ? path.curve(curveStepAfter) : path)([...points]) ?? '';
  const dash = dashes[series % dashes.length];
  return element(
    'path',
    { class: `line ${seriesClass(series, 'line')}`, d: roundPath(d), 'stroke-dasharray': dash },
    hintOf(hint),
  );
}

/** The area between two heights at each place: `[x, upper, lower]`. */
export function drawArea(
  points: readonly (readonly [x: number, upper: number, lower: number])[],
  { series = 0, hint }: MarkOptions = {},
): string {
  const shape = area<(typeof points)[number]>(
    (point) => point[0],
    (point) => point[2],
    (point) => point[1],
  );
  const d = shape([...points]) ?? '';
  return element(
    'path',
    { class: `area ${seriesClass(series, 'fill')}`, d: roundPath(d) },
    hintOf(hint),
  );
}

/** A bar between two corners, in any order. */
export function drawBar(from: Point, to: Point, { series = 0, hint }: MarkOptions = {}): string {
  return element(
    'rect',
    {
      class: seriesClass(series, 'fill'),
      x: Math.min(from[0], to[0]),
      y: Math.min(from[1], to[1]),
      width: Math.abs(to[0] - from[0]),
      height: Math.abs(to[1] - from[1]),
    },
    hintOf(hint),
  );
}

/** A dashed straight line that marks something: today, a target, the middle. */
export function drawRule(from: Point, to: Point): string {
  return element('line', { class: 'rule', x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
}

export type Anchor = 'start' | 'middle' | 'end';

/** Words beside a mark. */
export function drawLabel([x, y]: Point, content: string, anchor: Anchor = 'start'): string {
  return text(content, { class: 'mark-label', x, y, 'text-anchor': anchor });
}

function hintOf(hint: string | undefined): string {
  return hint === undefined ? '' : element('title', {}, escapeText(hint));
}

function roundPath(path: string): string {
  if (/NaN|Infinity/.test(path)) throw new RangeError('a drawing has no place for such a number');
  return path.replace(/-?\d+\.\d{3,}/g, (number) => writeNumber(Number(number)));
}
