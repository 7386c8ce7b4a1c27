import { describe, expect, it } from 'vitest';
import { writeAligned } from '../../src/terminal/aligned-table.js';

const options = { columns: 40, bold: (text: string) => text };
const columns = [
  { title: 'ID' },
  { title: 'TITLE', shrinks: true },
  { title: 'POINTS', align: 'right' as const },
];

describe('an aligned table', () => {
  it('has one head and the same columns however many rows it has', () => {
    const rows = Array.from({ length: 173 }, (_, index) => [
      `ST-${index}`,
      `Row ${index} ${'x'.repeat(index % 40)}`,
      String(index),
    ]);
    const lines = writeAligned({ columns, rows }, options).split('\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toMatch(/^ID {2,}TITLE {2,}POINTS$/);
    const width = lines[0]?.length ?? 0;
    expect(lines.slice(1).map((line) => line.split(/ +/)[0])).toEqual(rows.map(([id]) => id));
    // Numbers end where their heading does, in the first piece and in the last.
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([width]));
    expect(width).toBeLessThanOrEqual(options.columns);
  });

  it('without rows is its head', () => {
    expect(writeAligned({ columns, rows: [] }, options)).toBe('ID  TITLE  POINTS');
  });
});
