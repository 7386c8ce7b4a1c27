import { join, relative, resolve, sep } from 'node:path';
import { errorCode, type FileSystem } from '../../store/file-system.js';
import { findBacklogIn, isIgnoredName, locateBacklog } from '../../store/locate.js';
import { compileGlobs, fixedPartOf } from '../../text/glob.js';
import { compareText } from '../../text/words.js';
import { unwrap } from '../shared/failure.js';

/** Folders no story is looked for in, whatever is asked. */
const neverEntered: ReadonlySet<string> = new Set(['.git']);

export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** Whether a part of a path, seen from `cwd`, is ignored; `..` and what lies above are not. */
export function isIgnoredPath(cwd: string, path: string): boolean {
  const parts = relative(cwd, path).split(sep);
  return parts.some((part) => part !== '..' && part !== '.' && isIgnoredName(part));
}

/** All files below a folder, depth first, in code unit order. */
export function* walkFiles(
  files: FileSystem,
  folder: string,
  enters: (name: string) => boolean,
): Generator<string> {
  for (const { name, isFolder } of sortedEntries(files, folder)) {
    if (neverEntered.has(name) || !enters(name)) continue;
    if (isFolder) yield* walkFiles(files, join(folder, name), enters);
    else yield join(folder, name);
  }
}

/** A folder that may not be read has nothing for us, as for a shell's glob. */
function sortedEntries(files: FileSystem, folder: string) {
  try {
    return [...files.list(folder)].sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    if (['EACCES', 'EPERM', 'ENOTDIR'].includes(errorCode(error) ?? '')) return [];
    throw error;
  }
}

/** The files a glob matches, seen from `cwd`; Markdown ones only, save where it names an ending. */
export async function expandGlob(
  files: FileSystem,
  cwd: string,
  glob: string,
  ignores: boolean,
): Promise<readonly string[]> {
  const pattern = glob
    .split(sep)
    .join('/')
    .replace(/^(?:\.\/)+/, '');
  const matches = unwrap(await compileGlobs([pattern], { dot: !ignores }));
  const namesEnding = /\.[\w{},]+$/.test(pattern);
  const base = resolve(cwd, fixedPartOf(pattern));
  const found: string[] = [];
  for (const path of walkFiles(files, base, (name) => !ignores || !isIgnoredName(name))) {
    const shown = pattern.startsWith('/') ? path : relative(cwd, path).split(sep).join('/');
    if (matches(shown) && (namesEnding || isMarkdown(path))) found.push(path);
  }
  return found;
}

/**
 * The backlogs in a folder: its own, or else those further below it (a repository with several
 * products). The folders that hold `backlog.yaml`.
 */
export function findBacklogs(files: FileSystem, folder: string): readonly string[] {
  const own = findBacklogIn(files, folder);
  if (own !== null) return [own];
  return sortedEntries(files, folder).flatMap(({ name, isFolder }) =>
    isFolder && !isIgnoredName(name) ? findBacklogs(files, join(folder, name)) : [],
  );
}

/** The backlog a file or folder lies in, or null: one that merely stands beside it is not meant. */
export function findEnclosingBacklog(files: FileSystem, path: string): string | null {
  const root = locateBacklog(files, path);
  if (root === null) return null;
  const below = relative(root, path);
  return below === '' || !(below === '..' || below.startsWith(`..${sep}`)) ? root : null;
}
