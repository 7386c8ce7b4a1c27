import { graphemesOf } from '../../text/cut.js';
import type { Finding } from '../engine.js';
import { toOneLine } from './one-line.js';

/** A line of source and the marks below it. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

interface Room {
  /** Cells the line may take. */
  readonly columns: number;
  readonly width: (text: string) => number;
}

const ellipsis = '…';
/** Of a line too long to show, this part of the room is for what comes before the mark. */
const leadShare = 1 / 3;

/**
 * The line a finding is about with carets below it, cut to a window around them where the line
 * is too long. Null where there is nothing to see.
 */
export function readExcerpt(
  lines: readonly string[],
  { line, column, endLine, endColumn }: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>,
  { columns, width }: Room,
): Excerpt | null {
  // A byte order mark is no column.
  const source = (lines[line - 1] ?? '').replace(/\r$|^\uFEFF/g, '');
  if (source.trim() === '') return null;
  const start = Math.min(column - 1, source.length);
  const end =
    endLine === line ? Math.min(Math.max(endColumn - 1, start), source.length) : undefined;
  // No more than can be seen is measured: a line may be a megabyte.
  const most = columns * 4;
  const near = Math.max(0, start - most);
  const lead = toOneLine(source.slice(near, start)).trimStart();
  const marked = toOneLine(source.slice(start, end).slice(0, most));
  const rest = toOneLine(source.slice(end ?? source.length).slice(0, most)).trimEnd();
  const leadRoom = Math.max(Math.floor(columns * leadShare), columns - width(marked) - width(rest));
  const shownLead = near > 0 || width(lead) > leadRoom ? keepEnd(lead, leadRoom, width) : lead;
  const shownMarked = keepStart(marked, columns - width(shownLead), width);
  const left = columns - width(shownLead) - width(shownMarked);
  const shownRest = shownMarked === marked ? keepStart(rest, left, width) : '';
  const carets = '^'.repeat(Math.max(1, width(shownMarked)));
  return {
    line: shownLead + shownMarked + shownRest,
    marks: ' '.repeat(width(shownLead)) + carets,
  };
}

function keepStart(text: string, room: number, width: Room['width']): string {
  if (width(text) <= room) return text;
  const kept: string[] = [];
  let used = 1;
  for (const character of graphemesOf(text)) {
    used += width(character);
    if (used > room) break;
    kept.push(character);
  }
  return room < 1 ? '' : kept.join('') + ellipsis;
}

function keepEnd(text: string, room: number, width: Room['width']): string {
  const kept: string[] = [];
  let used = 1;
  for (const character of [...graphemesOf(text)].reverse()) {
    used += width(character);
    if (used > room) break;
    kept.push(character);
  }
  return ellipsis + kept.reverse().join('');
}
