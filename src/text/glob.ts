import { failure, type Result, success } from './problem.js';

/** Whether a path, `/` between its parts, matches one of some globs. */
export type PathMatcher = (path: string) => boolean;

/**
 * Makes globs ready: `**`, `*`, `?`, `[…]`, `{a,b}` and `!(…)` as bash reads them. `dot` lets
 * them match names that begin with a dot. Loads picomatch, so that runs without globs need not.
 * Fails, naming the glob, where matching it could take for ever.
 */
export async function compileGlobs(
  globs: readonly string[],
  { dot }: { readonly dot: boolean },
): Promise<Result<PathMatcher>> {
  // Stars in a row say no more than two, and each costs as much as another.
  const plain = globs.map((glob) => glob.replace(/\*{3,}/g, '**'));
  const slow = plain.filter(canBeSlow);
  if (slow.length > 0) {
    return failure(...slow.map((glob) => ({ kind: 'usage' as const, message: explain(glob) })));
  }
  const { default: picomatch } = await import('picomatch');
  return success(picomatch(plain, { dot, maxLength: mostLetters }));
}

/** Ample for any path; beyond it, one name can be cut up in too many ways. */
const mostLetters = 1000;
const mostWildcards = { inName: 4, inPath: 8 };
const mostGroups = 4;

/** Whether the regular expression a glob becomes could try ever more ways on one path. */
function canBeSlow(glob: string): boolean {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  // After a class or a group, `+` repeats it.
  const wildcard = /\*+|(?<=[\])])\+/g;
  return (
    glob.length > mostLetters ||
    glob.split('/').some((name) => count(name, wildcard) > mostWildcards.inName) ||
    count(glob, wildcard) > mostWildcards.inPath ||
    count(glob, /\*\*/g) > mostWildcards.inName ||
    count(glob, /[{(]/g) > mostGroups ||
    // Repeated: a group with repetitions in it, or whose ways may overlap.
    /[*+]\([^)]*[(*+]/.test(glob) ||
    /\)[*+?{]/.test(glob)
  );
}

function explain(glob: string): string {
  const shown = glob.length > 60 ? `${glob.slice(0, 60)}…` : glob;
  return `the pattern ${shown} has too many wildcards or groups; name the folder and one or two stars: docs/**/*.md`;
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
