import { applySplices, type Splice } from '../text/splice.js';

/** Rounds after which a text that still changes is left as it is. */
const MOST_ROUNDS = 10;

/**
 * The text with the edits of its findings made. A finding whose edits overlap those of one before
 * it waits for the next round. Edits that would change nothing are left out.
 */
export function applyFixes(text: string, fixes: readonly (readonly Splice[])[]): string {
  const made: Splice[] = [];
  for (const fix of fixes) {
    const isFree = fix.every(({ span }) => !made.some((one) => overlaps(one.span, span)));
    if (isFree) made.push(...fix);
  }
  return applySplices(text, made);
}

function overlaps(a: Splice['span'], b: Splice['span']): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

/**
 * Fixes a text until nothing more is to be fixed: `find` checks a text and gives its edits. The
 * result is its own result.
 */
export async function fixText(
  text: string,
  find: (text: string) => Promise<readonly (readonly Splice[])[]>,
): Promise<string> {
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = applyFixes(fixed, await find(fixed));
    if (next === fixed) return fixed;
    fixed = next;
  }
  return fixed;
}
