import { weekdayOf } from '../text/date.js';
import type { SprintDays } from './burndown.js';

const rows = 9;
/** Eighths of a cell from below. */
const blocks = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/**
 * A sprint for a terminal: a bar a day for what is left (or done), dots for the even pace, a line
 * for the scope in a burnup.
 *
 * @param columns cells of the terminal
 */
export function plotSprint(
  { days, committed, unit }: SprintDays,
  what: 'left' | 'done',
  columns: number,
): string {
  const most = Math.max(committed, 1, ...days.map(({ scope }) => scope ?? 0));
  const scale = String(Math.round(most)).length;
  const width = Math.max(1, Math.min(4, Math.floor((columns - scale - 4) / days.length)));
  const lines = Array.from({ length: rows }, (_, index) => {
    const row = rows - 1 - index;
    const cells = days.map((day) => {
      const value = day[what];
      const pace = what === 'left' ? day.ideal : committed - day.ideal;
      const scope = what === 'done' && day.scope !== null ? day.scope : null;
      const cell = drawCell({ row, most, value, pace, scope });
      // The pace stands in the gap between two bars, so that no bar hides it.
      const gap = rowOf(pace, most) === row ? '·' : ' ';
      return width === 1 ? cell : cell.repeat(width - 1) + gap;
    });
    const label = index === 0 ? String(Math.round(most)) : '';
    return `${label.padStart(scale)} ┤${cells.join('')}`.trimEnd();
  });
  const axis = `${'0'.padStart(scale)} ┼${'─'.repeat(days.length * width)}`;
  const indent = ' '.repeat(scale + 2);
  const legend =
    what === 'left' ? `█ ${unit} left  · even pace` : `█ ${unit} done   · even pace  ─ scope`;
  return [...lines, axis, ...labelDays(days, width, indent), `${indent}${legend}`].join('\n');
}

interface Cell {
  /** From below. */
  readonly row: number;
  readonly most: number;
  readonly value: number | null;
  readonly pace: number;
  readonly scope: number | null;
}

function drawCell({ row, most, value, pace, scope }: Cell): string {
  const eighths = Math.round(((value ?? 0) / most) * rows * 8) - row * 8;
  const block = blocks[Math.max(0, Math.min(8, eighths))] ?? ' ';
  if (block !== ' ') return block;
  if (scope !== null && rowOf(scope, most) === row) return '─';
  return rowOf(pace, most) === row ? '·' : ' ';
}

function rowOf(value: number, most: number): number {
  return Math.max(0, Math.min(rows - 1, Math.ceil((value / most) * rows) - 1));
}

function labelDays(days: SprintDays['days'], width: number, indent: string): readonly string[] {
  if (width < 3) {
    const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
    return [`${indent}${first} – ${last}`];
  }
  const row = (texts: readonly string[]) =>
    `${indent}${texts.map((text) => text.padEnd(width)).join('')}`.trimEnd();
  return [
    row(days.map(({ day }) => weekdays[weekdayOf(day)] ?? '')),
    row(days.map(({ day }) => day.slice(8))),
  ];
}
