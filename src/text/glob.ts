/** Whether a path, `/` between its parts, matches one of some globs. */
export type PathMatcher = (path: string) => boolean;

/**
 * Makes globs ready: `**`, `*`, `?`, `[…]`, `{a,b}` and `!(…)` as bash reads them. `dot` lets
 * them match names that begin with a dot. Loads picomatch, so that runs without globs need not.
 */
export async function compileGlobs(
  globs: readonly string[],
  { dot }: { readonly dot: boolean },
): Promise<PathMatcher> {
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs], { dot });
}

/** Whether a word is a pattern rather than a name. */
export function isGlob(word: string): boolean {
  return /[*?[\]{}]|[!@+]\(/.test(word);
}

/** The folder all matches of a glob lie in: its parts before the first with a pattern. */
export function fixedPartOf(glob: string): string {
  const parts = glob.split('/');
  const first = parts.findIndex(isGlob);
  const fixed = first === -1 ? parts.slice(0, -1) : parts.slice(0, first);
  return fixed.join('/') || (glob.startsWith('/') ? '/' : '.');
}
