export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Cut with … when the terminal is too narrow; at most one column should be. */
  readonly shrinks?: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface TableOptions {
  readonly columns: number;
  readonly bold: (text: string) => string;
}

/** One row a line, one tab between cells, no head: what cut, sort and awk expect. */
export function writeTabbed({ rows }: Table, _options?: TableOptions): string {
  return rows.map((row) => row.map(flatten).join('\t')).join('\n');
}

/** A cell is one line: a title in a file may run over several. */
export function flatten(cell: string): string {
  return cell.replace(/[\t\r\n]+/g, ' ');
}
