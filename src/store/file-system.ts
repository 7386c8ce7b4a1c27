import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

/**
 * The file operations the store needs, one small step each, so that a test can stop, count or
 * fail any of them. Synchronous: on thousands of small files promises cost more than the reads.
 */
export interface FileSystem {
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  read(path: string): string;
  /** Names in a folder with their kind; empty when the folder does not exist. */
  list(path: string): readonly { readonly name: string; readonly isFolder: boolean }[];
  makeFolder(path: string): void;
  /** Writes a file that must not exist yet and waits until it is on disk. */
  create(path: string, text: string): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name; fails with EEXIST when that name is taken. */
  link(from: string, to: string): void;
  remove(path: string): void;
  realPath(path: string): string;
}

/** Thrown for a file that is not UTF-8: an edit would lose the odd bytes. */
export class EncodingError extends Error {}

export const nodeFileSystem: FileSystem = {
  exists: existsSync,
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  read: readText,
  list: listFolder,
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  create: createFile,
  rename: renameSync,
  link: linkSync,
  remove: (path) => rmSync(path, { force: true }),
  realPath: realpathSync,
};

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw new EncodingError(`${path} is not UTF-8 text`);
  return bytes.toString('utf8');
}

function listFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function createFile(path: string, text: string): void {
  const handle = openSync(path, 'wx');
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** `ENOENT`, `EACCES`, …, or undefined for what is no system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
