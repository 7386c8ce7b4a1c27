import {
  closesFence,
  HTML_ENDS,
  type HtmlType,
  markerLength,
  readOpening,
  underlineLevel,
} from './block-starts.js';
import { advance, advanceColumns, type Cursor, lookAhead } from './line-cursor.js';
import type { Span } from './span.js';

/**
 * What a line is. `underline` makes a heading of the text above it; `code` is fenced or indented;
 * `raw` is in `<pre>`, `<script>` and the like; `html` in another block of HTML, where what is
 * outside of tags and comments is text.
 */
export type LineKind =
  | 'blank'
  | 'text'
  | 'heading'
  | 'underline'
  | 'rule'
  | 'fence'
  | 'code'
  | 'raw'
  | 'html';

/** One line of Markdown; offsets count from the beginning of the text. */
export interface MarkdownLine {
  readonly start: number;
  /** Without its line end. */
  readonly end: number;
  readonly kind: LineKind;
  /** 1 to 6 of headings and their underlines, else 0. */
  readonly level: number;
  /** Where it begins behind quote marks, list markers and blanks. */
  readonly content: number;
  /** Where the marker of the list item begins that it opens, the innermost of several; or -1. */
  readonly marker: number;
  /** In how many quotes it is. */
  readonly quotes: number;
  /** In how many list items it is. */
  readonly items: number;
}

/** A fenced block of code, by the indexes of its lines. */
export interface Fence {
  readonly info: string;
  readonly first: number;
  /** The closing line; the one after the last where nothing closes it. */
  readonly last: number;
}

/** A heading by the indexes of its lines: with an underline, the last is that. */
export interface HeadingLines {
  readonly level: number;
  readonly first: number;
  readonly last: number;
}

export interface MarkdownScan {
  readonly lines: readonly MarkdownLine[];
  /** Those in quotes and lists too. */
  readonly headings: readonly HeadingLines[];
  readonly fences: readonly Fence[];
  /** HTML comments; those in code are none, and one in a block of its own may be unclosed. */
  readonly comments: readonly Span[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type Leaf =
  | { readonly kind: 'none' | 'text' | 'code' }
  | { readonly kind: 'fence'; readonly marks: string; readonly fence: Mutable<Fence> }
  | { readonly kind: 'html'; readonly type: HtmlType };

const NONE: Leaf = { kind: 'none' };
const TEXT: Leaf = { kind: 'text' };
const CODE: Leaf = { kind: 'code' };

const QUOTE = -1;
const COMMENT = 2;
const GREATER = 62;
/** Quotes and lists beyond this depth are text: only hostile ones are deeper. */
const DEEPEST = 100;

interface State extends Cursor {
  readonly lines: Mutable<MarkdownLine>[];
  readonly headings: HeadingLines[];
  readonly fences: Mutable<Fence>[];
  readonly comments: [number, number][];
  /** Open quotes (-1), and list items by the columns that their lines are indented. */
  readonly open: number[];
  leaf: Leaf;
  /** Index of the first line of the open paragraph. */
  paragraph: number;
  /** The last list item holds nothing yet: a blank line closes it. */
  isItemEmpty: boolean;
  /** Where the last comment ends, and where the last one that is closed can. */
  commentEnd: number;
  isUnclosed: boolean;
  readonly lastClosing: number;
}

let last: { readonly text: string; readonly scan: MarkdownScan } | null = null;

/**
 * The lines of a Markdown text, divided into blocks as by CommonMark 0.31; but a comment goes on
 * to its end, be there blank lines in it: what an author hides stays hidden. Linear. The last scan
 * is remembered, as several readers look at one text after the other.
 */
export function scanMarkdown(text: string): MarkdownScan {
  if (last?.text !== text) last = { text, scan: scan(text) };
  return last.scan;
}

function scan(text: string): MarkdownScan {
  const hasComments = text.includes('<!--');
  const state: State = {
    text,
    ...{ at: 0, end: 0, column: 0, spare: 0, next: 0, indent: 0 },
    ...{ lines: [], headings: [], fences: [], comments: [], open: [] },
    leaf: NONE,
    paragraph: 0,
    isItemEmpty: false,
    commentEnd: 0,
    isUnclosed: false,
    lastClosing: hasComments ? text.lastIndexOf('-->') : -1,
  };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline + 1;
    const isCrlf = newline > start && text.charCodeAt(newline - 1) === 13;
    const end = newline === -1 ? next : newline - (isCrlf ? 1 : 0);
    const isInComment = state.commentEnd > start;
    const line = isInComment ? goOnWithComment(state, start, end) : readLine(state, start, end);
    if (hasComments) findComments(state, line);
    start = next;
  }
  closeLeaf(state);
  return state;
}

/** Takes the next line, and whatever quotes, lists and other blocks it opens and closes. */
function readLine(state: State, start: number, end: number): MarkdownLine {
  const { text, open } = state;
  if (open.length === 0 && isLetter(text.charCodeAt(start)) && !holdsLines(state.leaf)) {
    state.next = start;
    state.end = end;
    if (state.leaf.kind !== 'text') openParagraph(state);
    return addLine(state, 'text', 0, start, -1);
  }
  Object.assign(state, { at: start, end, column: 0, spare: 0 });
  lookAhead(state);
  let matched = open.length === 0 ? 0 : matchOpen(state);
  state.isItemEmpty = false;
  const isInside = matched === open.length;
  const { leaf } = state;
  if (isInside && leaf.kind === 'fence') return goOnWithFence(state, leaf, start);
  if (isInside && leaf.kind === 'html') return goOnWithHtml(state, leaf.type, start);
  let isParagraph = leaf.kind === 'text';
  let marker = -1;
  const begin = (next: Leaf) => {
    closeLeaf(state);
    open.length = matched;
    state.leaf = next;
    isParagraph = false;
  };
  while (state.next < end) {
    if (state.indent >= 4) {
      if (isParagraph) break;
      begin(CODE);
      return addLine(state, 'code', 0, start, marker);
    }
    if (isLetter(text.charCodeAt(state.next))) break;
    if (text.charCodeAt(state.next) === GREATER && matched < DEEPEST) {
      begin(NONE);
      matched = enterQuote(state);
      continue;
    }
    const rest = text.slice(state.next, end);
    const level = isParagraph && isInside ? underlineLevel(rest) : 0;
    if (level > 0) {
      endHeading(state, level);
      return addLine(state, 'underline', level, start, marker);
    }
    const opening = readOpening(rest, isParagraph);
    if (opening !== null) {
      begin(NONE);
      return openBlock(state, opening, start, marker);
    }
    const length = matched < DEEPEST ? markerLength(rest, isParagraph && isInside) : 0;
    if (length === 0) break;
    begin(NONE);
    marker = state.next;
    matched = enterItem(state, length);
  }
  if (state.next >= end) {
    begin(NONE);
    const line = addLine(state, 'blank', 0, start, marker);
    state.isItemEmpty = marker !== -1;
    return line;
  }
  if (!isParagraph) {
    begin(NONE);
    openParagraph(state);
  }
  return addLine(state, 'text', 0, start, marker);
}

function openParagraph(state: State): void {
  state.leaf = TEXT;
  state.paragraph = state.lines.length;
}

/** What goes on until something closes it, whatever its lines begin with. */
function holdsLines({ kind }: Leaf): boolean {
  return kind === 'fence' || kind === 'html';
}

/** Nothing but text begins with a letter. */
function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code > 127;
}

/** How many of the open quotes and list items the line is in; the cursor goes behind their marks. */
function matchOpen(state: State): number {
  const { open, text, end } = state;
  for (let i = 0; i < open.length; i += 1) {
    const width = open[i] as number;
    if (width === QUOTE) {
      if (state.indent > 3 || state.next >= end || text.charCodeAt(state.next) !== GREATER)
        return i;
      advance(state, state.next + 1);
      advanceColumns(state, 1);
      lookAhead(state);
    } else if (state.next >= end) {
      if (state.isItemEmpty && i === open.length - 1) return i;
    } else if (state.indent >= width) {
      advanceColumns(state, width);
      lookAhead(state);
    } else return i;
  }
  return open.length;
}

function enterQuote(state: State): number {
  advance(state, state.next + 1);
  advanceColumns(state, 1);
  lookAhead(state);
  return state.open.push(QUOTE);
}

function enterItem(state: State, length: number): number {
  const { indent } = state;
  advance(state, state.next + length);
  lookAhead(state);
  // Four blanks more are code in the item.
  const isNarrow = state.indent > 4 || state.next >= state.end;
  const gap = isNarrow ? 1 : state.indent;
  advanceColumns(state, gap);
  lookAhead(state);
  return state.open.push(indent + length + gap);
}

function openBlock(
  state: State,
  opening: NonNullable<ReturnType<typeof readOpening>>,
  start: number,
  marker: number,
): MarkdownLine {
  switch (opening.kind) {
    case 'heading':
      state.headings.push({
        level: opening.level,
        first: state.lines.length,
        last: state.lines.length,
      });
      return addLine(state, 'heading', opening.level, start, marker);
    case 'rule':
      return addLine(state, 'rule', 0, start, marker);
    case 'fence': {
      const first = state.lines.length;
      const fence = { info: opening.info, first, last: first };
      state.fences.push(fence);
      state.leaf = { kind: 'fence', marks: opening.marks, fence };
      return addLine(state, 'fence', 0, start, marker);
    }
    case 'html':
      state.leaf = { kind: 'html', type: opening.type };
      return addHtml(state, opening.type, start, marker);
  }
}

function goOnWithFence(
  state: State,
  { marks }: Extract<Leaf, { kind: 'fence' }>,
  start: number,
): MarkdownLine {
  const { text, next, end, indent } = state;
  const mayClose = indent < 4 && text[next] === marks[0];
  if (!mayClose || !closesFence(text.slice(next, end), marks)) {
    return addLine(state, 'code', 0, start, -1);
  }
  closeLeaf(state);
  return addLine(state, 'fence', 0, start, -1);
}

function goOnWithHtml(state: State, type: HtmlType, start: number): MarkdownLine {
  if (HTML_ENDS[type] !== null || state.next < state.end) return addHtml(state, type, start, -1);
  state.leaf = NONE;
  return addLine(state, 'blank', 0, start, -1);
}

function addHtml(state: State, type: HtmlType, start: number, marker: number): MarkdownLine {
  const ends = HTML_ENDS[type];
  const isText = ends === null || type === 2;
  if (ends?.test(state.text.slice(state.next, state.end)) === true) closeLeaf(state);
  return addLine(state, isText ? 'html' : 'raw', 0, start, marker);
}

/** A line that begins in a comment. */
function goOnWithComment(state: State, start: number, end: number): MarkdownLine {
  const { commentEnd, leaf } = state;
  state.end = end;
  state.next = Math.min(commentEnd, end);
  const kind = commentEnd < end && leaf.kind === 'text' ? 'text' : 'html';
  if (commentEnd <= end && leaf.kind === 'html' && leaf.type === COMMENT) closeLeaf(state);
  return addLine(state, kind, 0, start, -1);
}

/** Notes the comments that begin in a line. */
function findComments(state: State, { start, kind, content, end }: MarkdownLine): void {
  const { text, comments, lastClosing, leaf } = state;
  if (kind === 'code' || kind === 'fence' || kind === 'blank') return;
  const from = Math.max(content, state.commentEnd);
  const source = text.slice(from, end);
  const uncoded = kind === 'html' || kind === 'raw' ? source : hideCode(source);
  let at = uncoded.indexOf('<!--');
  while (at !== -1 && from + at < lastClosing) {
    // `<!-->` is a whole one.
    const closing = text.indexOf('-->', from + at + 2) + 3;
    comments.push([from + at, closing]);
    state.commentEnd = closing;
    at = closing >= end ? -1 : uncoded.indexOf('<!--', closing - from);
  }
  if (leaf.kind !== 'html' || leaf.type !== COMMENT || state.commentEnd > start) return;
  // Nothing closes it: it goes on to the end of its block.
  if (state.isUnclosed) (comments.at(-1) as [number, number])[1] = end;
  else comments.push([content, end]);
  state.isUnclosed = true;
}

/** Each run of backticks is tried once, from its start: the line may be long and hostile. */
function hideCode(source: string): string {
  return source.replace(/(?<!`)(`+)[^`]+\1(?!`)/g, (span) => ' '.repeat(span.length));
}

/** The paragraph turns out to be a heading. */
function endHeading(state: State, level: number): void {
  const last = state.lines.length;
  state.headings.push({ level, first: state.paragraph, last });
  for (let i = state.paragraph; i < last; i += 1) {
    const line = state.lines[i] as Mutable<MarkdownLine>;
    line.kind = 'heading';
    line.level = level;
  }
  state.leaf = NONE;
}

function closeLeaf(state: State): void {
  const { leaf, lines } = state;
  if (leaf.kind === 'fence') leaf.fence.last = lines.length;
  state.leaf = NONE;
  state.isUnclosed = false;
}

function addLine(
  { lines, open, next, end }: State,
  kind: LineKind,
  level: number,
  start: number,
  marker: number,
): MarkdownLine {
  let quotes = 0;
  for (const width of open) if (width === QUOTE) quotes += 1;
  const items = open.length - quotes;
  const line = { start, end, kind, level, content: next, marker, quotes, items };
  lines.push(line);
  return line;
}
