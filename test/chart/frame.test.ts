import { describe, expect, it } from 'vitest';
import { type Chart, drawChart } from '../../src/chart/frame.js';
import { drawArea, drawBar, drawLine, drawPoint, drawRule } from '../../src/chart/marks.js';
import { placeLabels } from '../../src/chart/place-labels.js';

const plain: Chart = {
  title: 'Left & right',
  description: 'Two points.',
  x: { kind: 'number', label: 'Effort', unit: 'points', domain: [0, 13] },
  y: { kind: 'number', label: 'Value', domain: [1, 9] },
  marks: (plot) => [drawPoint([plot.x(3), plot.y(8)], { hint: 'ST-1 <b>' })],
};

describe('a chart', () => {
  it('keeps text as text, escaped, with title, axes and units', () => {
    const svg = drawChart({ ...plain, title: 'a < "b"\u0007\ud800' });
    expect(svg).toContain('<title id="chart-title">a &lt; &quot;b&quot;\ufffd</title>');
    expect(svg).toContain('>Effort (points)</text>');
    expect(svg).toContain('<title>ST-1 &lt;b&gt;</title>');
    expect(svg).toContain('aria-labelledby="chart-title chart-description"');
  });

  it('has colours for light and for dark', () => {
    expect(drawChart(plain)).toContain('@media (prefers-color-scheme: dark)');
  });

  it('puts greater numbers to the right and higher up, inside the plot', () => {
    drawChart({
      ...plain,
      marks: (plot) => {
        expect(plot.x(13)).toBeGreaterThan(plot.x(0));
        expect(plot.y(9)).toBeLessThan(plot.y(1));
        expect(plot.x(0)).toBeGreaterThanOrEqual(plot.left);
        expect(plot.y(9)).toBeGreaterThanOrEqual(plot.top);
        return [];
      },
    });
  });

  it('lays days in UTC and never ticks one twice', () => {
    const svg = drawChart({
      ...plain,
      x: { kind: 'day', label: 'Day', domain: ['2026-11-23', '2026-11-25'] },
      marks: (plot) => [
        drawLine([
          [plot.x('2026-11-23'), plot.y(9)],
          [plot.x('2026-11-25'), plot.y(1)],
        ]),
        drawRule([plot.x('2026-11-24'), plot.top], [plot.x('2026-11-24'), plot.bottom]),
      ],
    });
    expect(svg.match(/>24 Nov</g)).toHaveLength(1);
  });

  it('names every second or third of many bands whole rather than cutting all', () => {
    const names = Array.from({ length: 26 }, (_, index) => `${index + 1} Nov 26`);
    const svg = drawChart({
      ...plain,
      x: { kind: 'band', label: 'Done by', names },
      marks: () => [],
    });
    expect(svg).not.toContain('…');
    const shown = svg.match(/>\d+ Nov 26</g) ?? [];
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.length).toBeLessThan(26);
  });

  it('lays bands, and gives each series a colour and a dash of its own', () => {
    const svg = drawChart({
      ...plain,
      x: { kind: 'band', label: 'Sprint', names: ['S1', 'S2'] },
      legend: [
        { name: 'done', series: 0, mark: 'area' },
        { name: 'planned', series: 1, mark: 'line' },
      ],
      marks: (plot) => [
        drawBar([plot.x('S1') - plot.xBand / 2, plot.y(5)], [plot.x('S1'), plot.bottom]),
        drawArea([
          [plot.x('S1'), plot.y(7), plot.y(5)],
          [plot.x('S2'), plot.y(8), plot.y(4)],
        ]),
      ],
    });
    expect(svg).toMatch(/class="line line1"[^>]*stroke-dasharray/);
    expect(svg).toContain('>planned</text>');
  });

  it('survives one value, equal ends and one day', () => {
    const svg = drawChart({
      ...plain,
      x: { kind: 'day', label: 'Day', domain: ['2026-11-23', '2026-11-23'] },
      y: { kind: 'number', label: 'Value', domain: [5, 5] },
      marks: (plot) => [drawPoint([plot.x('2026-11-23'), plot.y(5)])],
    });
    expect(svg).not.toContain('NaN');
  });

  it('refuses a place that is no number', () => {
    const marks = () => [drawBar([Number.NaN, 1], [2, 3])];
    expect(() => drawChart({ ...plain, marks })).toThrow(RangeError);
    expect(() => drawChart({ ...plain, marks: () => [drawPoint([1, 1 / 0])] })).toThrow(RangeError);
    expect(() => drawChart({ ...plain, marks: () => [drawLine([[0, Number.NaN]])] })).toThrow(
      RangeError,
    );
  });
});

describe('labels', () => {
  const box = { left: 0, right: 200, top: 0, bottom: 100 };

  it('do not cover each other', () => {
    const labels = placeLabels(
      [0, 1, 2, 3, 4].map((index) => ({ at: [100, 50] as const, label: `ST-${index}` })),
      box,
    );
    const places = labels.filter((mark) => mark.startsWith('<text'));
    expect(places.length).toBeGreaterThan(3);
    const at = places.map((mark) => /x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)"/.exec(mark));
    expect(new Set(at.map((match) => match?.slice(1).join(' '))).size).toBe(places.length);
  });

  it('stay inside, and are left out where there is no room', () => {
    const [label = ''] = placeLabels([{ at: [195, 50], label: 'ST-12345' }], box);
    expect(label).toContain('text-anchor="end"');
    expect(placeLabels([{ at: [100, 50], label: 'x'.repeat(200) }], box)).toEqual([]);
  });
});
