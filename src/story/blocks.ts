import { maskComments } from '../text/markdown-comments.js';
import { type MarkdownLine, scanMarkdown } from '../text/markdown-lines.js';
import { applySplices } from '../text/splice.js';

/** Lines of Markdown without a blank line between them. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Where each of its lines begins. */
  readonly lines: readonly number[];
  /** A heading, code or a rule stands between it and the block before, or it is a heading. */
  readonly afterBarrier: boolean;
  readonly isHeading: boolean;
}

/** The text of a body that may tell stories. */
export interface StoryBlocks {
  readonly blocks: readonly Block[];
  /** The body at its length, without its comments and the marks of quotes. */
  readonly text: string;
}

const NONE: ReadonlySet<number> = new Set();
/** The row of dashes below the head of a table. */
const TABLE_RULE = /^[|:-][|: \t-]*$/;

/**
 * The paragraphs, lists, tables and headings of a Markdown body, each heading a block of its own;
 * code, comments and rules are left out. A quote is read as what it quotes.
 *
 * @param taken indexes of lines to leave out
 */
export function readBlocks(body: string, taken: ReadonlySet<number> = NONE): StoryBlocks {
  const { lines } = scanMarkdown(body);
  const text = maskQuotes(maskComments(body), lines);
  const blocks: Block[] = [];
  let open: MarkdownLine[] = [];
  let isAfterBarrier = false;
  const flush = (isBarrier: boolean) => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined) {
      const starts = open.map(({ start }) => start);
      const isHeading = first.kind === 'heading';
      const afterBarrier = isAfterBarrier || isHeading;
      blocks.push({ start: first.start, end: last.end, lines: starts, afterBarrier, isHeading });
      open = [];
      isAfterBarrier = isBarrier || isHeading;
    } else isAfterBarrier ||= isBarrier;
  };
  for (const [index, line] of lines.entries()) {
    const { kind, content, end } = line;
    const last = open.at(-1);
    if (kind === 'blank' || (kind === 'html' && text.slice(content, end).trim() === ''))
      flush(false);
    else if (taken.has(index)) flush(true);
    else if (kind === 'heading') {
      // The lines above an underline are one heading, and each `#` is another.
      if (last?.kind !== 'heading' || text[content] === '#') flush(true);
      open.push(line);
    } else if (kind !== 'text' && kind !== 'html') flush(true);
    else if (isTableRule(text, line)) flush(true);
    else {
      if (last !== undefined && (last.kind === 'heading' || last.quotes !== line.quotes))
        flush(false);
      open.push(line);
    }
  }
  flush(false);
  return { blocks, text };
}

function isTableRule(text: string, { content, end }: MarkdownLine): boolean {
  const first = text.charCodeAt(content);
  return (
    (first === BAR || first === DASH || first === COLON) &&
    TABLE_RULE.test(text.slice(content, end).trimEnd())
  );
}

const BAR = 124;
const DASH = 45;
const COLON = 58;

function maskQuotes(text: string, lines: readonly MarkdownLine[]): string {
  if (!lines.some(({ quotes }) => quotes > 0)) return text;
  return applySplices(
    text,
    lines.map(({ start, content }) => ({
      span: [start, content],
      text: text.slice(start, content).replaceAll('>', ' '),
    })),
  );
}
