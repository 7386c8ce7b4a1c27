import type { AxisSpec } from './axis.js';
import { drawChart, type Plot } from './frame.js';
import { drawPoint, drawRule, type Point } from './marks.js';
import type { Series } from './palette.js';
import { placeLabels } from './place-labels.js';
import { element, text } from './svg.js';
import { fitText } from './text-size.js';

export interface QuadrantPoint {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly group: number;
  /** Its numbers in words, for whoever rests a pointer on it. */
  readonly hint: string;
}

type NumberAxis = Extract<AxisSpec, { readonly kind: 'number' }>;

export interface QuadrantChart {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly x: NumberAxis;
  readonly y: NumberAxis;
  /** Where the quadrants meet. */
  readonly split: readonly [x: number, y: number];
  /** Names of the corners; points need not be in the group of theirs. */
  readonly corners: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
  };
  /** The groups points belong to, each a series; those without a point stay out of the legend. */
  readonly groups: readonly string[];
  readonly points: readonly QuadrantPoint[];
}

/** Up to so many points are called by their titles; more have room for their ids only. */
const mostTitles = 12;
const titleWidth = 150;

/** Points in four named fields. The first points get the room for labels first. */
export function drawQuadrants(chart: QuadrantChart): string {
  const used = new Set(chart.points.map(({ group }) => group));
  return drawChart({
    ...chart,
    height: 560,
    legend: chart.groups
      .map((name, group) => ({ name, series: group as Series, mark: 'point' as const }))
      .filter(({ series }) => used.has(series)),
    marks: (plot) => drawFields(chart, plot),
  });
}

function drawFields({ split, corners, points }: QuadrantChart, plot: Plot): readonly string[] {
  const middle: Point = [plot.x(split[0]), plot.y(split[1])];
  const places = spreadPoints(points, plot, middle);
  const isFew = points.length <= mostTitles;
  return [
    drawZone(middle, [plot.left, plot.top]),
    drawZone(middle, [plot.right, plot.bottom]),
    drawRule([middle[0], plot.top], [middle[0], plot.bottom]),
    drawRule([plot.left, middle[1]], [plot.right, middle[1]]),
    ...drawCorners(corners, plot),
    ...points.map(({ group, hint }, index) =>
      drawPoint(places[index] ?? middle, { series: group, hint }),
    ),
    ...placeLabels(
      points.map(({ id, title }, index) => ({
        at: places[index] ?? middle,
        ...(isFew ? { label: fitText(title, 11, titleWidth), short: id } : { label: id }),
      })),
      // Below the names of the upper corners, and above those of the lower.
      { ...plot, top: plot.top + cornerRoom, bottom: plot.bottom - cornerRoom },
    ),
  ];
}

const cornerRoom = 22;

/** Every other field is tinted, so that the four are seen without lines too. */
function drawZone(from: Point, to: Point): string {
  return element('rect', {
    class: 'zone',
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
  });
}

function drawCorners(corners: QuadrantChart['corners'], plot: Plot): readonly string[] {
  const left = { class: 'zone-title', x: plot.left + 8 };
  const right = { class: 'zone-title', x: plot.right - 8, 'text-anchor': 'end' };
  return [
    text(corners.topLeft, { ...left, y: plot.top + 16 }),
    text(corners.topRight, { ...right, y: plot.top + 16 }),
    text(corners.bottomLeft, { ...left, y: plot.bottom - 8 }),
    text(corners.bottomRight, { ...right, y: plot.bottom - 8 }),
  ];
}

const spread = 10;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Where points are drawn. Scores come from short scales, so many share one place: those stand
 * around it as seeds in a sunflower, near enough to be read as being there, and never across a
 * line between fields.
 */
function spreadPoints(
  points: readonly QuadrantPoint[],
  plot: Plot,
  middle: Point,
): readonly Point[] {
  const turns = new Map<string, number>();
  return points.map(({ x, y }): Point => {
    const key = `${x} ${y}`;
    const home: Point = [plot.x(x), plot.y(y)];
    for (let turn = turns.get(key) ?? 0; ; turn += 1) {
      const away = spread * Math.sqrt(turn);
      const angle = turn * goldenAngle;
      const place: Point = [home[0] + away * Math.cos(angle), home[1] + away * Math.sin(angle)];
      const isSeen = turn === 0 || (isOnSide(place, home, middle) && isIn(place, plot));
      // Far out, nothing is gained by looking on.
      if (!isSeen && turn < mostTurns) continue;
      turns.set(key, turn + 1);
      return place;
    }
  });
}

const mostTurns = 400;

/** On the same side of both lines, and clear of them where its home is. */
function isOnSide(place: Point, home: Point, middle: Point): boolean {
  return ([0, 1] as const).every((axis) => {
    const from = home[axis] - middle[axis];
    const now = place[axis] - middle[axis];
    return from > 0 ? now >= Math.min(from, spread / 2) : now <= Math.max(from, -spread / 2);
  });
}

function isIn([x, y]: Point, { left, right, top, bottom }: Plot): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
