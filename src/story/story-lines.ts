/** One line of a `stories` file. */
export interface StoryLine {
  /** From 1. */
  readonly line: number;
  /** The line as it stands, its tag included, without the line end. */
  readonly text: string;
  /** Where it begins in the file, in UTF-16 units. */
  readonly offset: number;
}

/** A tag with nothing behind it holds no story: "#G08# ". */
const BLANK = /^(?:#[\p{L}\p{N}_.-]{1,24}#)?$/u;

/** The lines of a file with one story a line; blank lines, and tags without a story, are left out. */
export function splitStoryLines(text: string): readonly StoryLine[] {
  const lines: StoryLine[] = [];
  let line = 0;
  let offset = 0;
  while (offset < text.length) {
    line += 1;
    const newline = text.indexOf('\n', offset);
    const end = newline === -1 ? text.length : newline;
    const start = offset === 0 && text.startsWith('\ufeff') ? 1 : offset;
    const content = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    if (!BLANK.test(content.trim())) lines.push({ line, text: content, offset: start });
    offset = end + 1;
  }
  return lines;
}
