import { readBlobs } from './revision-files.js';

/**
 * Of these files, the paths of those that the last commit does not hold as they are now: git
 * cannot bring them back. All of them outside a repository.
 *
 * @param root absolute path that theirs are relative to
 */
export function listUncommitted(
  root: string,
  files: readonly { readonly path: string; readonly text: string }[],
): readonly string[] {
  const named = files.map(({ path }) => ({ path, hash: `HEAD:./${path}` }));
  const read = readBlobs(root, named);
  const committed = (path: string) => {
    const bytes = read.ok ? read.value.get(path) : undefined;
    return bytes === undefined ? null : withPlainEnds(Buffer.from(bytes).toString('utf8'));
  };
  return files.flatMap(({ path, text }) => (committed(path) === withPlainEnds(text) ? [] : [path]));
}

/** Git may write other line ends into the work tree than it keeps. */
function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
