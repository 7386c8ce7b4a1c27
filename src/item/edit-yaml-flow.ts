import type { Span } from '../text/span.js';
import type { Splice } from '../text/splice.js';
import { lineAfter, lineStartOf } from './yaml-lines.js';

interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes parts out of a flow collection, each with the comma after it and, when it has its lines to
 * itself, with these and their trailing comment. When the last part goes, so does the comma before
 * it, if it stands on the same line.
 */
export function removeFlowParts(
  block: string,
  parts: readonly Part[],
  commas: readonly number[],
  kept: readonly boolean[],
): Splice[] {
  const splices: Splice[] = [];
  parts.forEach((part, index) => {
    if (kept[index] === true) return;
    splices.push({
      span: widen(block, [part.start, commaAfter(parts, commas, index) ?? part.end]),
      text: '',
    });
  });
  const last = parts.length - 1;
  const lastKept = kept.lastIndexOf(true);
  const isBare = commaAfter(parts, commas, last) === undefined;
  if (isBare && lastKept !== -1 && lastKept < last) {
    const end = (parts[lastKept] as Part).end;
    const comma = commaAfter(parts, commas, lastKept) as number;
    const next = splices.find(({ span }) => span[0] >= comma)?.span[0] ?? comma;
    // On a line above, the comma may stay: that line is not this part's.
    if (/^[ \t]*$/.test(block.slice(end, next).replace(',', ''))) {
      splices.push({ span: [end, next], text: '' });
    }
  }
  return splices;
}

/** Where the comma that follows a part ends. */
function commaAfter(
  parts: readonly Part[],
  commas: readonly number[],
  index: number,
): number | undefined {
  const { end } = parts[index] as Part;
  const limit = parts[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const comma = commas.find((at) => at >= end && at < limit);
  return comma === undefined ? undefined : comma + 1;
}

/** Over the blanks that follow, or over the whole lines where nothing else stands on them. */
function widen(block: string, [start, end]: Span): Span {
  const lineStart = lineStartOf(block, start);
  const tail = /^[ \t]*(?:#.*)?\r?\n/.exec(block.slice(end, lineAfter(block, end)));
  if (block.slice(lineStart, start).trim() === '' && tail !== null) {
    return [lineStart, end + tail[0].length];
  }
  return [start, end + (/^[ \t]*(?![ \t#\r\n])/.exec(block.slice(end))?.[0].length ?? 0)];
}
