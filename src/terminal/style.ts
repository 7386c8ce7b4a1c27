import { type Day, spellDay } from '../text/date.js';
import { type Table, writeTabbed } from './table.js';

type Paint = (text: string) => string;

/** How text is made for one output: colours, tables and dates for a terminal, plain for a pipe. */
export interface Style {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  /** An aligned table on a terminal; tab-separated rows without a head in a pipe. */
  table(table: Table): string;
  /** `24 November 2026` on a terminal, `2026-11-24` in a pipe. */
  day(day: Day): string;
}

export interface StyleOptions {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly colorLevel: 0 | 1 | 2 | 3;
}

const plain: Paint = (text) => text;
const noColours = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  green: plain,
  cyan: plain,
};

/** Loads chalk and cli-table3 only where colour or an aligned table will be seen. */
export async function loadStyle(options: StyleOptions): Promise<Style> {
  const { isTerminal, columns, colorLevel } = options;
  const colours = colorLevel === 0 ? noColours : await loadColours(colorLevel);
  const table = isTerminal ? (await import('./aligned-table.js')).writeAligned : writeTabbed;
  return {
    ...colours,
    isTerminal,
    columns,
    table: (content) => table(content, { columns, bold: colours.bold }),
    day: isTerminal ? spellDay : plain,
  };
}

async function loadColours(level: 1 | 2 | 3) {
  const { Chalk } = await import('chalk');
  const { bold, dim, red, yellow, green, cyan } = new Chalk({ level });
  return { bold, dim, red, yellow, green, cyan };
}
