import { createTwoFilesPatch, diffArrays } from 'diff';

/** A unified diff of files before and after; null stands for a file that is not there. */
export function describeChanges(
  changes: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
  }[],
): string {
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        before === null ? '/dev/null' : `a/${path}`,
        after === null ? '/dev/null' : `b/${path}`,
        before ?? '',
        after ?? '',
        undefined,
        undefined,
        { context: 3 },
      ).replace(/^=+\n/, ''),
    )
    .join('');
}

/**
 * The pairs of indexes of a longest common subsequence (Myers' shortest edit script), in order.
 * Null when more than `limit` elements would have to go or come: time grows with their square.
 */
export function alignSequences(
  before: readonly string[],
  after: readonly string[],
  limit: number,
): readonly (readonly [before: number, after: number])[] | null {
  const runs = diffArrays([...before], [...after], { maxEditLength: limit });
  if (runs === undefined) return null;
  const pairs: [number, number][] = [];
  let left = 0;
  let right = 0;
  for (const { count, added, removed } of runs) {
    if (added) right += count;
    else if (removed) left += count;
    else for (let step = 0; step < count; step += 1) pairs.push([left++, right++]);
  }
  return pairs;
}
