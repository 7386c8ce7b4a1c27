import { isTitled } from '../language/section-titles.js';
import { maskComments } from '../text/markdown-comments.js';
import { scanMarkdown } from '../text/markdown-lines.js';
import type { Span } from '../text/span.js';
import { applySplices } from '../text/splice.js';

/** One line of Markdown, without its line end. */
export interface BodyLine {
  readonly start: number;
  readonly end: number;
  /** The line with comments blanked out, at the same length; all blank inside one. */
  readonly text: string;
  /** Whether the line is code or one of its fences. */
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

/** The body's lines, with code and HTML comments told apart. */
export function listLines(body: string): readonly BodyLine[] {
  const masked = maskComments(body);
  return scanMarkdown(body).lines.map(({ start, end, kind }) => ({
    start,
    end,
    text: masked.slice(start, end),
    isCode: kind === 'fence' || kind === 'code' || kind === 'raw',
  }));
}

/** Headings with `#` or underlined; those in quotes and lists head no section. */
export function listHeadings(body: string): readonly Heading[] {
  const { lines, headings } = scanMarkdown(body);
  if (headings.length === 0) return [];
  const masked = maskComments(body);
  return headings.flatMap(({ level, first, last }): readonly Heading[] => {
    const top = lines[first];
    const end = lines[last]?.end;
    if (top === undefined || end === undefined || top.quotes + top.items > 0) return [];
    const title =
      first === last
        ? stripMarks(masked.slice(top.content, end))
        : masked.slice(top.content, lines[last - 1]?.end);
    return [{ level, text: cleanTitle(title.replace(/\s+/g, ' ')), span: [top.start, end] }];
  });
}

export function listSections(body: string): readonly Section[] {
  // From the end, where each level's next heading starts: linear, as a body may be all headings.
  const starts = new Array<number>(7).fill(body.length);
  const sections = [...listHeadings(body)].reverse().map((heading): Section => {
    const end = Math.min(...starts.slice(0, heading.level + 1));
    starts[heading.level] = heading.span[0];
    return { heading, span: [heading.span[0], end] };
  });
  return sections.reverse();
}

/** The first section with this title, in any case, and in any language where storymark has words for it. */
export function findSection(body: string, title: string): Section | null {
  return listSections(body).find(({ heading }) => isTitled(heading.text, title)) ?? null;
}

/** Without the `#` before it, and those behind it. */
function stripMarks(line: string): string {
  const title = line.replace(/^#+/, '').trimEnd();
  let end = title.length;
  while (title[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(title[end - 1] as string) ? title.slice(0, end) : title;
}

function cleanTitle(text: string): string {
  const bare = stripEmphasis(text.trim());
  return stripEmphasis(bare.endsWith(':') ? bare.slice(0, -1) : bare);
}

function stripEmphasis(text: string): string {
  return text.replace(/^[*_]+|(?<![*_])[*_]+$/g, '').trim();
}

/** What stands under a heading, without the heading and comments; null where there is none. */
export function readSection(body: string, title: string): string | null {
  const section = findSection(body, title);
  if (section === null) return null;
  const from = section.heading.span[1];
  const to = section.span[1];
  return listLines(body)
    .filter(({ start }) => start >= from && start < to)
    .map(({ text }) => text.trimEnd())
    .join('\n')
    .trim();
}

/** The body with this text under a heading, which is made at the end if there is none. */
export function replaceSection(body: string, title: string, text: string): string {
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.trim().split(/\r?\n/).join(eol);
  const section = findSection(body, title);
  if (section === null) {
    const before = body.replace(/\s*$/, '');
    const gap = before === '' ? '' : eol + eol;
    return `${before === '' ? eol : before}${gap}## ${title}${eol}${eol}${lines}${eol}`;
  }
  const start = section.heading.span[1];
  const end = section.span[1];
  const after = end < body.length ? eol : '';
  return applySplices(body, [{ span: [start, end], text: `${eol}${eol}${lines}${eol}${after}` }]);
}
