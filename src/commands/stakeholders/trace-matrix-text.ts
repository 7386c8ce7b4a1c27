import { writeDelimited } from '../../exchange/delimited.js';
import type { MatrixItem, TraceMatrix } from '../../ops/stakeholders/trace-matrix.js';
import type { Style } from '../../terminal/style.js';

export type MatrixFormat = 'text' | 'csv' | 'markdown';

export function renderMatrix(matrix: TraceMatrix, format: MatrixFormat, style: Style): string {
  switch (format) {
    case 'csv':
      return tabulate(matrix).map(writeDelimited).join('\n');
    case 'markdown':
      return writeMarkdown(tabulate(matrix));
    case 'text':
      return style.isTerminal
        ? drawMatrix(matrix, style)
        : tabulate(matrix)
            .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
            .join('\n');
    default:
      return format satisfies never;
  }
}

/** A row for each feedback, a column for each item; a cell holds the item's status. */
function tabulate({ feedback, items }: TraceMatrix): readonly (readonly string[])[] {
  const head = ['feedback', 'title', 'from', 'status', ...items.map(({ id }) => id)];
  const rows = feedback.map((row) => [
    row.id,
    row.title,
    row.from ?? '',
    row.status ?? '',
    ...items.map((item) => (row.items.includes(item.id) ? (item.status ?? 'yes') : '')),
  ]);
  return [head, ...rows];
}

function writeMarkdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const marks: Readonly<Record<MatrixItem['category'], string>> = {
  done: '●',
  doing: '◐',
  todo: '○',
  dropped: '×',
};

/** Numbers for columns, so that many fit; which they are stands below. */
function drawMatrix({ feedback, items }: TraceMatrix, style: Style): string {
  if (feedback.length === 0) return 'There is no feedback yet: storymark add -t feedback';
  const width = String(items.length).length;
  const cell = (text: string) => text.padStart(width);
  const ids = Math.max(...feedback.map(({ id }) => id.length));
  const head = `${' '.repeat(ids)}  ${items.map((_, index) => cell(String(index + 1))).join(' ')}`;
  const rows = feedback.map((row) => {
    const cells = items.map((item) =>
      cell(row.items.includes(item.id) ? marks[item.category] : '·'),
    );
    const orphan = row.items.length === 0 ? '  ← nothing answers it' : '';
    return `${row.id.padEnd(ids)}  ${cells.join(' ')}  ${row.title}${orphan}`;
  });
  const legend = items.map(
    ({ id, title, status }, index) => `${cell(String(index + 1))}  ${id}  ${title} (${status})`,
  );
  return [
    style.bold(head.trimEnd()),
    ...rows,
    '',
    style.dim('● done   ◐ under way   ○ to do   × dropped'),
    ...legend,
  ].join('\n');
}
