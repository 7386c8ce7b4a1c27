/** Lines of Markdown without a blank line between them. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Where each of its lines begins. */
  readonly lines: readonly number[];
  /** A heading, a fence or a rule stands between it and the block before, or it is a heading. */
  readonly afterBarrier: boolean;
}

const FENCE = /^(?:`{3,}|~{3,})/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
/** A thematic break, or the row of dashes below the head of a table. */
const RULE = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^[|:-][|: \t-]*$/;
/** Longer lines are text: the patterns above need not look at them. */
const LONGEST_MARK = 120;

/**
 * The paragraphs, lists, tables and headings of a Markdown body, each heading a block of its
 * own; code fences, comments and rules are left out.
 */
export function readBlocks(body: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: number[] = [];
  let end = 0;
  let barrier = false;
  let fence = '';
  let inComment = false;
  const flush = (isBarrier: boolean) => {
    const start = lines[0];
    if (start !== undefined) blocks.push({ start, end, lines, afterBarrier: barrier });
    barrier = isBarrier || (start === undefined && barrier);
    if (start !== undefined) lines = [];
  };
  for (let at = 0; at < body.length; ) {
    const newline = body.indexOf('\n', at);
    const next = newline === -1 ? body.length : newline + 1;
    const lineEnd = newline === -1 ? body.length : newline;
    if (lineEnd === at && !inComment && fence === '') {
      flush(false);
      at = next;
      continue;
    }
    const mark = body.slice(at, Math.min(lineEnd, at + LONGEST_MARK)).trim();
    const isIndented = /^(?: {4}|\t)/.test(body.slice(at, at + 4));
    const fenceMark = isIndented ? '' : (FENCE.exec(mark)?.[0] ?? '');
    if (inComment) {
      inComment = !body.slice(at, lineEnd).includes('-->');
    } else if (fence !== '') {
      if (fenceMark.startsWith(fence) && mark === fenceMark) fence = '';
    } else if (fenceMark !== '') {
      flush(true);
      fence = fenceMark;
    } else if (mark.startsWith('<!--')) {
      flush(false);
      inComment = !body.slice(at, lineEnd).includes('-->');
    } else if (!isIndented && HEADING.test(mark)) {
      flush(true);
      lines = [at];
      end = lineEnd;
      flush(true);
    } else if (lineEnd - at < LONGEST_MARK && RULE.test(mark)) {
      flush(true);
    } else if (mark === '' && body.slice(at, lineEnd).trim() === '') {
      flush(false);
    } else {
      lines.push(at);
      end = lineEnd;
    }
    at = next;
  }
  flush(false);
  return blocks;
}
