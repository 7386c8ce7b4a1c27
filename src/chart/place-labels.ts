import { type Anchor, drawLabel, type Point } from './marks.js';
import { element } from './svg.js';
import { estimateWidth } from './text-size.js';

export interface LabelledPoint {
  readonly at: Point;
  readonly label: string;
  /** What to say where the label has no room. */
  readonly short?: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const fontSize = 11;
const lineHeight = 14;
const pointRadius = 6;

/**
 * Words beside points, each where it covers no point and no other word, inside the box: right of
 * its point, else left, above, below, or further off with a thin line back. First come, first
 * placed, so the important ones come first; one that has no room is left out and can be read in
 * its point's hint.
 */
export function placeLabels(points: readonly LabelledPoint[], box: Box): readonly string[] {
  const taken: Box[] = points.map(({ at: [x, y] }) => ({
    left: x - pointRadius,
    right: x + pointRadius,
    top: y - pointRadius,
    bottom: y + pointRadius,
  }));
  return points.flatMap(({ at, label, short }) => {
    for (const content of short === undefined ? [label] : [label, short]) {
      const width = estimateWidth(content, fontSize);
      const free = spots.find((spot) => {
        const area = areaOf(spot, at, width);
        return isInside(area, box) && !taken.some((other) => overlaps(area, other));
      });
      if (!free) continue;
      taken.push(areaOf(free, at, width));
      return drawAt(free, at, content);
    }
    return [];
  });
}

/** Where a label may stand, from its point: the side it is tied to, and how far off. */
interface Spot {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: Anchor;
}

const near = pointRadius + 3;
const spots: readonly Spot[] = [
  { dx: near, dy: 4, anchor: 'start' },
  { dx: -near, dy: 4, anchor: 'end' },
  { dx: 0, dy: -near - 1, anchor: 'middle' },
  { dx: 0, dy: near + 9, anchor: 'middle' },
  ...[18, 32, 46].flatMap((away): readonly Spot[] => [
    { dx: away, dy: 4 - away * 0.8, anchor: 'start' },
    { dx: away, dy: 4 + away * 0.8, anchor: 'start' },
    { dx: -away, dy: 4 - away * 0.8, anchor: 'end' },
    { dx: -away, dy: 4 + away * 0.8, anchor: 'end' },
  ]),
];

function areaOf({ dx, dy, anchor }: Spot, [x, y]: Point, width: number): Box {
  const start = { start: 0, middle: -width / 2, end: -width }[anchor];
  const left = x + dx + start;
  const base = y + dy;
  return { left: left - 1, right: left + width + 1, top: base - lineHeight + 3, bottom: base + 3 };
}

function drawAt({ dx, dy, anchor }: Spot, [x, y]: Point, label: string): readonly string[] {
  const place: Point = [x + dx, y + dy];
  const isFar = Math.abs(dx) > near;
  const end = { class: 'leader', x1: x, y1: y, x2: x + dx * 0.9, y2: y + dy - 4 };
  return [...(isFar ? [element('line', end)] : []), drawLabel(place, label, anchor)];
}

function isInside(area: Box, box: Box): boolean {
  return (
    area.left >= box.left &&
    area.right <= box.right &&
    area.top >= box.top &&
    area.bottom <= box.bottom
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
