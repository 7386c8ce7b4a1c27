import type { Span } from '../text/span.js';

const EDGE = /[\s,;:.!|–—…\\=，、；：。！．]/;
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['）', '（'],
  ['」', '「'],
  ['』', '『'],
]);
const EMPHASIS: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['`', '`'],
  ['*', '*'],
  ['_', '_'],
  ['<b>', '</b>'],
  ['<i>', '</i>'],
  ['<em>', '</em>'],
  ['<strong>', '</strong>'],
];
const MAY_BE_EMPHASIS = /[*_`<]/;
/** Emphasis that began before the part ends this near: "**so that I can** shop". */
const NEAR = 24;

/**
 * The words of a part without what surrounds them: blanks, commas, markup (already blank in
 * `masked`), quotes that enclose it whole. Emphasis that begins or ends inside the part is kept
 * whole. Null when nothing is left.
 */
export function trimSpan(raw: string, masked: string, from: number, to: number): Span | null {
  let [start, end] = trimEdges(masked, from, to);
  // Each round takes off one enclosing pair or one stray quote; nobody nests deeper.
  for (let round = 0; round < 3 && start < end; round++) {
    const [innerStart, innerEnd] = trimQuotes(masked, start, end);
    if (innerStart === start && innerEnd === end) break;
    [start, end] = trimEdges(masked, innerStart, innerEnd);
  }
  if (start >= end) return null;
  return keepEmphasis(raw, masked, start, end);
}

function trimEdges(masked: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (end > start && isTrailingEdge(masked, end - 1)) end -= 1;
  while (start < end && isLeadingEdge(masked, start)) start += 1;
  return [start, end];
}

/** A parenthesis that opens here belongs to what follows: "(so that I know)". */
function isTrailingEdge(masked: string, at: number): boolean {
  return (
    EDGE.test(masked[at] ?? '') || /[([{“„«（「『]/.test(masked[at] ?? '') || isDash(masked, at)
  );
}

/** ".NET developer", "-5 degrees" and "/login" keep their sign: it touches the word. */
function isLeadingEdge(masked: string, at: number): boolean {
  const char = masked[at] ?? '';
  if (char === '.' || char === '/') return !/[\p{L}\p{N}]/u.test(masked[at + 1] ?? ' ');
  return EDGE.test(char) || isDash(masked, at);
}

function isDash(masked: string, at: number): boolean {
  return masked[at] === '-' && /[\s-]/.test(masked[at + 1] ?? ' ');
}

function trimQuotes(masked: string, start: number, end: number): Span {
  const text = masked.slice(start, end);
  const first = text[0] ?? '';
  const last = text.at(-1) ?? '';
  const closing = QUOTES.get(first);
  if (closing !== undefined) {
    const close = text.indexOf(closing, 1);
    if (close === -1) return [start + 1, end];
    if (close === text.length - 1) return [start + 1, end - 1];
  }
  if (CLOSERS.has(first)) return [start + 1, end];
  const opening = CLOSERS.get(last);
  if (opening !== undefined && !text.includes(opening)) return [start, end - 1];
  if (/["”»]/.test(last) && !/["“„«]/.test(text.slice(0, -1))) return [start, end - 1];
  return [start, end];
}

function keepEmphasis(raw: string, masked: string, start: number, end: number): Span {
  if (!MAY_BE_EMPHASIS.test(raw.slice(start, end))) return [start, end];
  for (const [open, close] of EMPHASIS) {
    const part = raw.slice(start, end);
    if (isBalanced(part, open, close)) continue;
    if (raw.startsWith(open, start - open.length)) return [start - open.length, end];
    if (raw.startsWith(close, end)) return [start, end + close.length];
    const at = part.indexOf(close);
    const rest = trimEdges(masked, start + at + close.length, end);
    if (close === '**' && at !== -1 && at < NEAR && rest[0] < rest[1]) return rest;
  }
  return [start, end];
}

function isBalanced(part: string, open: string, close: string): boolean {
  if (open !== close) return part.split(open).length === part.split(close).length;
  // "**" is not two of "*".
  const plain = open.length === 1 ? part.replaceAll(open + open, '') : part;
  return plain.split(open).length % 2 === 1;
}
