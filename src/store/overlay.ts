import { isUtf8 } from 'node:buffer';
import { basename, dirname, relative } from 'node:path';
import { type FileSystem, UnreadableError } from './file-system.js';

type Contents = ReadonlyMap<string, Uint8Array>;
type Listing = Map<string, { readonly name: string; readonly isFolder: boolean }>;

/**
 * Files as they would be with these in place of, or beside, those on disk: text that an editor
 * pipes in. Absolute paths.
 */
export function layOver(disk: FileSystem, contents: Contents): FileSystem {
  const folders = listFolders(contents);
  return {
    ...disk,
    exists: (path) => contents.has(path) || folders.has(path) || disk.exists(path),
    isFolder: (path) => folders.has(path) || disk.isFolder(path),
    read: (path) => decode(path, contents.get(path)) ?? disk.read(path),
    list(path) {
      const own = folders.get(path);
      if (own === undefined) return disk.list(path);
      return [...disk.list(path).filter(({ name }) => !own.has(name)), ...own.values()];
    },
  };
}

/** Files as they would be with only these below `top`: what git's index holds, or a commit. */
export function layInstead(disk: FileSystem, contents: Contents, top: string): FileSystem {
  const folders = listFolders(contents);
  const isBelow = (path: string) => path === top || !relative(top, path).startsWith('..');
  return {
    ...disk,
    exists: (path) => (isBelow(path) ? contents.has(path) || folders.has(path) : disk.exists(path)),
    isFolder: (path) => (isBelow(path) ? folders.has(path) : disk.isFolder(path)),
    isLink: (path) => !isBelow(path) && disk.isLink(path),
    changedAt: (path) => (isBelow(path) ? null : disk.changedAt(path)),
    read(path) {
      if (!isBelow(path)) return disk.read(path);
      const text = decode(path, contents.get(path));
      if (text !== null) return text;
      throw Object.assign(new Error(`${path} is not staged`), { code: 'ENOENT' });
    },
    list: (path) => (isBelow(path) ? [...(folders.get(path)?.values() ?? [])] : disk.list(path)),
  };
}

function decode(path: string, bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  if (!isUtf8(bytes)) throw new UnreadableError(path, 'the file is not UTF-8 text', 'encoding');
  return Buffer.from(bytes).toString('utf8');
}

/** Every folder above a file, with what is in it. */
function listFolders(contents: Contents): ReadonlyMap<string, Listing> {
  const folders = new Map<string, Listing>();
  for (const file of contents.keys()) {
    let isFolder = false;
    for (let path = file; dirname(path) !== path; path = dirname(path)) {
      const above = dirname(path);
      const listing: Listing = folders.get(above) ?? new Map();
      folders.set(above, listing);
      const isKnown = listing.has(basename(path));
      listing.set(basename(path), { name: basename(path), isFolder });
      if (isKnown) break;
      isFolder = true;
    }
  }
  return folders;
}
