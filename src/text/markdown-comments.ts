import { scanMarkdown } from './markdown-lines.js';
import { applySplices, type Splice } from './splice.js';

/** A line on which nothing is left: marks of quotes and lists, an empty box. */
const NOTHING = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\])?)?[ \t]*$/;
const BLANK_LINE = /[ \t]*(?:\r?\n|$)/y;

/** The same text at the same length with its HTML comments blanked out; line ends stay. */
export function maskComments(text: string): string {
  if (!text.includes('<!--')) return text;
  return applySplices(
    text,
    scanMarkdown(text).comments.map((span) => ({
      span,
      text: text.slice(...span).replace(/[^\r\n]/g, ' '),
    })),
  );
}

/**
 * The text as people are to see it: without HTML comments, which are not text, nor the lines that
 * hold nothing else. What looks like one in code is text.
 */
export function removeComments(text: string): string {
  if (!text.includes('<!--')) return text;
  const masked = maskComments(text);
  let done = 0;
  const splices = scanMarkdown(text).comments.flatMap(([start, end]): readonly Splice[] => {
    if (start < done) return [];
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const newline = text.indexOf('\n', end);
    const lineEnd = newline === -1 ? text.length : newline;
    const isAlone =
      NOTHING.test(masked.slice(lineStart, start)) && masked.slice(end, lineEnd).trim() === '';
    if (!isAlone) {
      const isBehindBlank = start === lineStart || /[ \t]/.test(text[start - 1] ?? '');
      const gap = isBehindBlank ? (/^[ \t]*/.exec(text.slice(end, lineEnd))?.[0].length ?? 0) : 0;
      return [{ span: [start, end + gap], text: '' }];
    }
    const next = Math.min(text.length, lineEnd + 1);
    BLANK_LINE.lastIndex = next;
    const isBeforeBlank = BLANK_LINE.test(text);
    const above = text.lastIndexOf('\n', lineStart - 2) + 1;
    const isAfterBlank = text.slice(above, lineStart).trim() === '';
    // Two paragraphs stay two, and two blank lines become one.
    done = isBeforeBlank && isAfterBlank ? BLANK_LINE.lastIndex : next;
    const joins = !isBeforeBlank && !isAfterBlank && !OPENS_ITEM.test(text.slice(next, next + 20));
    return [{ span: [lineStart, done], text: joins ? '\n' : '' }];
  });
  return applySplices(text, splices);
}

const OPENS_ITEM = /^[ \t]*(?:[-+*>#|]|\d{1,9}[.)])/;
