/** A place in a line that counts columns, as a tab goes on to the next multiple of four. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** The line's end. */
  end: number;
  column: number;
  /** What is left of the width of a tab that was taken in part. */
  spare: number;
  /** The first character from here that is no blank. */
  next: number;
  /** The columns up to it. */
  indent: number;
}

const TAB = 9;
const SPACE = 32;

/** Finds `next` and `indent`. */
export function lookAhead(cursor: Cursor): void {
  const { text, end } = cursor;
  let { at, column } = cursor;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) column += 1;
    else if (code === TAB) column += 4 - (column % 4);
    else break;
  }
  cursor.next = at;
  cursor.indent = cursor.spare + column - cursor.column;
}

/** Goes on to an offset that only blanks and marks stand before. */
export function advance(cursor: Cursor, to: number): void {
  cursor.column += cursor.indent - cursor.spare + (to - cursor.next);
  cursor.at = to;
  cursor.spare = 0;
}

/** Goes on by so many columns of blanks, or fewer where there are no more. */
export function advanceColumns(cursor: Cursor, count: number): void {
  const { text, end } = cursor;
  let left = count - cursor.spare;
  cursor.spare = Math.max(0, -left);
  while (left > 0 && cursor.at < end) {
    const code = text.charCodeAt(cursor.at);
    if (code !== SPACE && code !== TAB) break;
    const width = code === SPACE ? 1 : 4 - (cursor.column % 4);
    cursor.at += 1;
    cursor.column += width;
    left -= width;
    cursor.spare = Math.max(0, -left);
  }
}
