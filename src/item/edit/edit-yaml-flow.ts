import type { Span } from '../../text/span.js';
import type { Splice } from '../../text/splice.js';
import { lineAfter, lineStartOf } from '../yaml/yaml-lines.js';

interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes parts out of a flow collection, each with the comma after it and, when it has its lines to
 * itself, with these and their trailing comment. At the end of a line the blanks before it go, so
 * that none trail. When the last part goes, so does the comma before it, if it stands on the same
 * line.
 */
export function removeFlowParts(
  block: string,
  parts: readonly Part[],
  commas: readonly number[],
  kept: readonly boolean[],
): Splice[] {
  const splices: Splice[] = [];
  let commaEnd: number | undefined;
  parts.forEach((part, index) => {
    const end = commaAfter(parts, commas, index);
    if (kept[index] === true) {
      commaEnd = end;
      return;
    }
    // Side by side they go as one: what follows the last says what becomes of the blanks.
    const isNext = splices.at(-1)?.span[1] === part.start;
    const start = isNext ? (splices.pop() as Splice).span[0] : part.start;
    splices.push({ span: widen(block, [start, end ?? part.end], commaEnd), text: '' });
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

/**
 * Over the blanks that follow, or over the whole lines where nothing else stands on them.
 *
 * @param comma where the comma of a part before it ends, which stays
 */
function widen(block: string, [start, end]: Span, comma = start): Span {
  const lineStart = lineStartOf(block, start);
  const rest = block.slice(end, lineAfter(block, end));
  const tail = /^[ \t]*(?:#.*)?\r?\n/.exec(rest);
  if (tail !== null && block.slice(lineStart, start).trim() === '') {
    return [lineStart, end + tail[0].length];
  }
  if (tail !== null || /^[ \t]*[\]}]/.test(rest)) {
    return [/^[ \t]*$/.test(block.slice(comma, start)) ? comma : start, end];
  }
  return [start, end + (/^[ \t]*(?![ \t#\r\n])/.exec(block.slice(end))?.[0].length ?? 0)];
}
