import type { Span } from '../text/span.js';

const EDGE = /[\s,;:.!|–—…\\=]/;
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
]);
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
const EMPHASIS = ['**', '__', '`'];

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
  return keepEmphasis(raw, start, end);
}

function trimEdges(masked: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (end > start && (EDGE.test(masked[end - 1] ?? '') || isDash(masked, end - 1))) end -= 1;
  while (start < end && isLeadingEdge(masked, start)) start += 1;
  return [start, end];
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

function keepEmphasis(raw: string, start: number, end: number): Span {
  for (const mark of EMPHASIS) {
    if (raw.slice(start, end).split(mark).length % 2 === 1) continue;
    if (raw.startsWith(mark, start - mark.length)) return [start - mark.length, end];
    if (raw.startsWith(mark, end)) return [start, end + mark.length];
  }
  return [start, end];
}
