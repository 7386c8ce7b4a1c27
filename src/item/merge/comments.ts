import { Lexer } from 'yaml';

/** How often each comment stands in a block of YAML. */
type Counts = ReadonlyMap<string, number>;

/** `value # why` in one line: what stands before the comment, the comment, and the line's end. */
export interface CommentedLine {
  readonly code: string;
  readonly comment: string;
  readonly end: string;
}

/**
 * Whether a merge kept the comments: what either side put in is there, and without a conflict what
 * either took out is gone.
 *
 * @param merged the block as merged; of a conflict, as it is with each side chosen
 */
export function keepsComments(
  blocks: { readonly base: string; readonly ours: string; readonly theirs: string },
  merged: readonly string[],
): boolean {
  const all = [blocks.base, blocks.ours, blocks.theirs, ...merged];
  if (!all.some((block) => block.includes('#'))) return true;
  const [base, ours, theirs, ...kept] = all.map(countComments) as [
    Counts,
    Counts,
    Counts,
    ...Counts[],
  ];
  const names = new Set([base, ours, theirs, ...kept].flatMap((counts) => [...counts.keys()]));
  return [...names].every((name) => {
    const [b, o, t, ...found] = [base, ours, theirs, ...kept].map(
      (counts) => counts.get(name) ?? 0,
    ) as [number, number, number, ...number[]];
    const most = Math.max(...found);
    const isAdded = o > b || t > b;
    if (o > b && t > b) return most >= Math.max(o, t);
    const wanted = o < b && t < b ? Math.min(o, t) : o + t - b;
    // With a side chosen, what that side took out may be what the other has changed.
    return merged.length > 1 ? !isAdded || most >= wanted : most === wanted;
  });
}

function countComments(block: string): Counts {
  const counts = new Map<string, number>();
  for (const comment of listComments(block)) {
    counts.set(comment, (counts.get(comment) ?? 0) + 1);
  }
  return counts;
}

/** The text of a scalar may begin with the sign of a comment: the lexer gives it after a mark. */
const scalarMark = '\u001f';

function listComments(block: string): readonly string[] {
  const comments: string[] = [];
  let isScalar = false;
  for (const lexeme of new Lexer().lex(block)) {
    if (!isScalar && lexeme.startsWith('#')) comments.push(lexeme.trim());
    isScalar = lexeme === scalarMark;
  }
  return comments;
}

/** A key's lines taken apart, where they are one; null where they are more. */
export function splitComment(lines: string): CommentedLine | null {
  const [, line = '', end = ''] = /^([^\n]*?)(\r?\n|$)$/.exec(lines) ?? [];
  if (line === '') return null;
  const [comment = ''] = line.includes('#') ? listComments(line) : [];
  const at = comment === '' ? line.length : line.lastIndexOf(comment);
  const code = line.slice(0, at).trimEnd();
  return { code, comment: line.slice(code.length), end };
}
