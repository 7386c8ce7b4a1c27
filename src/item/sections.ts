import type { Span } from '../text/span.js';

/** One line of Markdown, without its line end. */
export interface MarkdownLine {
  readonly start: number;
  readonly end: number;
  /** The line with comments blanked out, at the same length; all blank inside one. */
  readonly text: string;
  /** Whether the line is in fenced code, or a fence. */
  readonly isCode: boolean;
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without marks of emphasis, comments and a colon at the end. */
  readonly text: string;
  /** The heading's lines, without the last line end. */
  readonly span: Span;
}

/** A heading with all below it, up to the next heading of its level or a higher one. */
export interface Section {
  readonly heading: Heading;
  readonly span: Span;
}

/** The body's lines, with fenced code and HTML comments told apart (CommonMark 0.31, 4.5 and 4.6). */
export function listLines(body: string): readonly MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence: string | null = null;
  let isComment = false;
  const lastClosing = body.lastIndexOf('-->');
  const isPlain = !/```|~~~|<!--/.test(body);
  for (let start = 0; start < body.length; ) {
    const newline = body.indexOf('\n', start);
    const next = newline === -1 ? body.length : newline + 1;
    const end = newline === -1 ? next : newline - (body[newline - 1] === '\r' ? 1 : 0);
    const source = body.slice(start, Math.max(start, end));
    if (isPlain) {
      lines.push({ start, end, text: source, isCode: false });
    } else if (fence !== null) {
      lines.push({ start, end, text: source, isCode: true });
      if (closesFence(source, fence)) fence = null;
    } else {
      const masked = maskComments(source, isComment, start <= lastClosing);
      isComment = masked.isOpen;
      fence = openingFence(masked.text);
      lines.push({ start, end, text: masked.text, isCode: fence !== null });
    }
    start = next;
  }
  return lines;
}

/** `#` headings, and lines underlined with `=` or `-`. */
export function listHeadings(body: string): readonly Heading[] {
  return findHeadings(listLines(body));
}

/** @param lines those of `body`, where they are known already */
export function listSections(
  body: string,
  lines: readonly MarkdownLine[] = listLines(body),
): readonly Section[] {
  // From the end, where each level's next heading starts: linear, as a body may be all headings.
  const starts = new Array<number>(7).fill(body.length);
  const sections = [...findHeadings(lines)].reverse().map((heading): Section => {
    const end = Math.min(...starts.slice(0, heading.level + 1));
    starts[heading.level] = heading.span[0];
    return { heading, span: [heading.span[0], end] };
  });
  return sections.reverse();
}

/** The first section with this title, in any case. */
export function findSection(
  body: string,
  title: string,
  lines: readonly MarkdownLine[] = listLines(body),
): Section | null {
  const wanted = title.toLowerCase();
  return (
    listSections(body, lines).find(({ heading }) => heading.text.toLowerCase() === wanted) ?? null
  );
}

const MAY_BE_HEADING = /^ {0,3}[#=-]/;

function findHeadings(lines: readonly MarkdownLine[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as MarkdownLine;
    if (line.isCode || !MAY_BE_HEADING.test(line.text)) continue;
    const marked = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line.text);
    if (marked !== null) {
      const text = cleanTitle((marked[2] ?? '').replace(/(?:^|[ \t])#+[ \t]*$/, ''));
      const level = (marked[1] as string).length;
      headings.push({ level, text, span: [line.start, line.end] });
      continue;
    }
    const title = lines[index - 1];
    const before = lines[index - 2];
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(line.text)?.[1];
    if (underline === undefined || title === undefined || !isParagraph(title)) continue;
    if (before !== undefined && isParagraph(before)) continue;
    const level = underline.startsWith('=') ? 1 : 2;
    headings.push({ level, text: cleanTitle(title.text), span: [title.start, line.end] });
  }
  return headings;
}

function isParagraph({ text, isCode }: MarkdownLine): boolean {
  return (
    !isCode &&
    text.trim() !== '' &&
    !/^(?: {0,3}(?:#{1,6}(?:\s|$)|[-*+>|]|\d+[.)]\s|=+\s*$)|\t| {4})/.test(text)
  );
}

function cleanTitle(text: string): string {
  const bare = stripEmphasis(text.trim());
  return stripEmphasis(bare.endsWith(':') ? bare.slice(0, -1) : bare);
}

function stripEmphasis(text: string): string {
  return text.replace(/^[*_]+|(?<![*_])[*_]+$/g, '').trim();
}

function openingFence(text: string): string | null {
  if (!text.includes('```') && !text.includes('~~~')) return null;
  const [, marks, info] = /^\s*(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
  return marks === undefined || (marks.startsWith('`') && info?.includes('`')) ? null : marks;
}

function closesFence(source: string, fence: string): boolean {
  const marks = /^\s*(`{3,}|~{3,})\s*$/.exec(source)?.[1];
  return marks !== undefined && marks[0] === fence[0] && marks.length >= fence.length;
}

/** Blanks out the parts of a line in HTML comments; `<!--` in inline code begins none. */
function maskComments(
  source: string,
  isInside: boolean,
  hasClosing: boolean,
): { readonly text: string; readonly isOpen: boolean } {
  if (!isInside && !source.includes('<!--')) return { text: source, isOpen: false };
  // Each run of backticks is tried once, from its start: the line may be long and hostile.
  const uncoded = source.replace(/(?<!`)(`+)[^`]+\1(?!`)/g, (span) => ' '.repeat(span.length));
  let text = '';
  let isOpen = isInside;
  let at = 0;
  while (at < source.length) {
    const mark = isOpen ? source.indexOf('-->', at) : uncoded.indexOf('<!--', at);
    const end = mark === -1 ? source.length : isOpen ? mark + 3 : mark;
    text += isOpen ? ' '.repeat(end - at) : source.slice(at, end);
    if (mark === -1) break;
    // One that nothing closes is text, unless it begins its line.
    if (!isOpen && !hasClosing && source.slice(0, mark).trim() !== '') {
      return { text: source, isOpen: false };
    }
    isOpen = !isOpen;
    at = end;
  }
  return { text, isOpen };
}
