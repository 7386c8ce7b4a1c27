/** One line of a table of text, its cells without the blanks around them. */
export interface DelimitedRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Reads a table of text: commas, semicolons, tabs or bars between cells, whichever the first line
 * has most of; cells may be quoted as RFC 4180 has it. Lines without text are passed over.
 */
export function readDelimited(text: string): readonly DelimitedRow[] {
  const clean = text.replace(/^\ufeff/, '');
  const delimiter = findDelimiter(clean);
  const rows: DelimitedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let [line, begun, isQuoted] = [1, 1, false];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  for (let index = 0; index < clean.length; index += 1) {
    const character = clean[index] ?? '';
    if (character === '\n') line += 1;
    if (character === '"' && isQuoted && clean[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
    } else if (isQuoted) {
      cell += character;
    } else if (character === delimiter) {
      endCell();
    } else if (character === '\n') {
      endRow();
    } else {
      cell += character;
    }
  }
  endRow();
  return rows;
}

function findDelimiter(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** A row with commas, cells quoted where they must be. */
export function writeDelimited(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
