import { describe, expect, it } from 'vitest';
import { drawKano } from '../../src/chart/kano.js';
import { drawValueEffort } from '../../src/chart/value-effort.js';

/** Where the marks of a drawing stand, in its order. */
function pointsOf(svg: string) {
  const marks = svg.matchAll(
    /class="point fill(\d)"[^>]*transform="translate\(([-\d.]+) ([-\d.]+)\)"><title>(\S+)/g,
  );
  return [...marks].map(([, series, x, y, id]) => ({
    id,
    series: Number(series),
    x: Number(x),
    y: Number(y),
  }));
}

describe('the value-effort picture', () => {
  const draw = (points: readonly (readonly [string, number, number])[]) =>
    drawValueEffort({
      points: points.map(([id, value, effort]) => ({ id, title: `Item ${id}`, value, effort })),
      split: { value: 5, effort: 5 },
      unit: 'points',
    });

  it('puts what is worth more higher and what takes more to the right, by quadrant', () => {
    const [win, bet, fill, sink] = pointsOf(
      draw([
        ['ST-1', 8, 2],
        ['ST-2', 8, 13],
        ['ST-3', 2, 2],
        ['ST-4', 2, 13],
      ]),
    );
    expect([win, bet, fill, sink].map((point) => point?.series)).toEqual([0, 1, 2, 3]);
    expect(win?.y).toBeLessThan(fill?.y ?? 0);
    expect(win?.x).toBeLessThan(bet?.x ?? 0);
  });

  it('draws items of the same numbers side by side, each to be seen', () => {
    const points = pointsOf(draw(['a', 'b', 'c', 'd'].map((id) => [id, 5, 3] as const)));
    for (const one of points)
      for (const other of points)
        if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(6);
  });

  it('keeps every point on its own side of the lines, however many share a place', () => {
    const low = Array.from({ length: 40 }, (_, index) => [`ST-${index}`, 5, 5] as const);
    const svg = drawValueEffort({
      points: low.map(([id, value, effort]) => ({ id, title: id, value, effort })),
      split: { value: 5.5, effort: 5.5 },
      unit: 'points',
    });
    const [across, down] = [...svg.matchAll(/class="rule" x1="([\d.]+)" y1="([\d.]+)"/g)];
    for (const { x, y } of pointsOf(svg)) {
      expect(x).toBeLessThan(Number(across?.[1]));
      expect(y).toBeGreaterThan(Number(down?.[2]));
    }
  });

  it('calls few items by title and many by id', () => {
    expect(draw([['ST-1', 8, 2]])).toContain('>Item ST-1</text>');
    const many = Array.from({ length: 20 }, (_, index) => [`ST-${index}`, index, 20 - index]);
    expect(draw(many as [string, number, number][])).toContain('>ST-3</text>');
  });

  it('draws an empty backlog and zeros', () => {
    expect(draw([])).toContain('0 items');
    expect(draw([['ST-1', 0, 0]])).not.toContain('NaN');
  });
});

describe('the Kano picture', () => {
  it('puts must-be features where lacking them hurts', () => {
    const svg = drawKano([
      { id: 'ST-1', title: 'Edge grip', better: 0.4, worse: -0.83, category: 'M' },
      { id: 'ST-2', title: 'Service', better: 0.89, worse: -0.25, category: 'A' },
    ]);
    const [grip, service] = pointsOf(svg);
    expect(grip?.x).toBeGreaterThan(service?.x ?? 0);
    expect(grip?.y).toBeGreaterThan(service?.y ?? 0);
    expect(svg).toContain('>Edge grip</text>');
    expect(svg).toContain('Must-be, better 0.40, worse -0.83');
    expect(svg).not.toContain('>Reverse</text>');
  });
});
