import { readLog } from './log.js';
import { runGit } from './run-git.js';

/** The commit that wrote an id into a file, and which of some files were there then. */
export interface IdWriting {
  readonly commit: string;
  readonly there: readonly string[];
}

/**
 * The newest commit that brought an id into a file, as a whole word; merges bring nothing of their
 * own. Null where no commit did. Paths are below `folder`.
 *
 * @param candidates files that may have moved since: they are known by their names
 */
export function findIdWriting(
  folder: string,
  { path, id }: { readonly path: string; readonly id: string },
  candidates: readonly string[],
): IdWriting | null {
  const word = `(^|[^A-Za-z0-9_-])${id.replace(/[^\w-]/g, '\\$&')}($|[^A-Za-z0-9_-])`;
  const log = readLog(folder, { paths: [path], bringing: word });
  const commit = log.ok ? log.value[0]?.commit : undefined;
  if (commit === undefined) return null;
  const tree = runGit(folder, ['ls-tree', '-r', '-z', '--name-only', commit]);
  if (!tree.ok) return null;
  const names = new Set(tree.value.split('\0').map(nameOf));
  return { commit, there: candidates.filter((one) => names.has(nameOf(one))) };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
