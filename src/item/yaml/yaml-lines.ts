import { type Node, visit } from 'yaml';
import type { Span } from '../../text/span.js';
import type { Splice } from '../../text/splice.js';
import { rangeOf } from './yaml-tree.js';

export function lineStartOf(block: string, offset: number): number {
  return offset === 0 ? 0 : block.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line starts; `offset` itself when it already stands at a line's start. */
export function lineAfter(block: string, offset: number): number {
  if (offset > 0 && block[offset - 1] === '\n') return offset;
  const newline = block.indexOf('\n', offset);
  return newline === -1 ? block.length : newline + 1;
}

/** The blanks before the first character of the line. */
export function leadOf(block: string, offset: number): string {
  return /^ */.exec(block.slice(lineStartOf(block, offset), offset))?.[0] ?? '';
}

/**
 * Where lines that follow an entry or item are put: after its last line, and after the comments
 * below it that are indented deeper, since those speak of what is in it.
 */
export function endOfLines(block: string, end: number, column: number): number {
  let at = lineAfter(block, end);
  for (;;) {
    const indent = /^( *)#/.exec(block.slice(at, lineAfter(block, at + 1)))?.[1];
    if (indent === undefined || indent.length <= column) return at;
    at = lineAfter(block, at + 1);
  }
}

/** Takes whole lines, but leaves the comments among them that stand on lines of their own. */
export function deleteLines(block: string, [start, end]: Span, node: Node | null): Splice[] {
  const texts = scalarSpans(node);
  const splices: Splice[] = [];
  let from = lineStartOf(block, start);
  const stop = lineAfter(block, end);
  for (let at = from; at < stop; ) {
    const next = lineAfter(block, at + 1);
    const isComment = /^[ \t]*#/.test(block.slice(at, next));
    if (isComment && !texts.some(([first, last]) => first < at && at < last)) {
      if (from < at) splices.push({ span: [from, at], text: '' });
      from = next;
    }
    at = next;
  }
  if (from < stop) splices.push({ span: [from, stop], text: '' });
  return splices;
}

function scalarSpans(node: Node | null): Span[] {
  const spans: Span[] = [];
  visit(node, { Scalar: (_key, scalar) => void spans.push(rangeOf(scalar)) });
  return spans;
}
