import { createTwoFilesPatch } from 'diff';

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
