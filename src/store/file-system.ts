import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  lstatSync,
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
import { open } from 'node:fs/promises';

/**
 * The file operations the store needs, one small step each, so that a test can stop, count or
 * fail any of them. Synchronous: on thousands of small files promises cost more than the reads.
 */
export interface FileSystem {
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /** The file itself is a symbolic link, wherever it leads. */
  isLink(path: string): boolean;
  /** When a file or folder last changed, in nanoseconds; null when it is not there. */
  changedAt(path: string): bigint | null;
  /** Text of at most `largest` bytes; throws a {@link TooLargeError} or {@link EncodingError}. */
  read(path: string, largest?: number): string;
  /** Names in a folder with their kind; empty when the folder does not exist. */
  list(path: string): readonly FolderEntry[];
  makeFolder(path: string): void;
  /** Writes a file that must not exist yet. A machine that dies may lose it: see `sync`. */
  create(path: string, text: string): void;
  /** Waits until these files and folders are on disk; many at once cost little more than one. */
  sync(paths: readonly string[]): Promise<void>;
  rename(from: string, to: string): void;
  /** Gives a file a second name; fails with EEXIST when that name is taken. */
  link(from: string, to: string): void;
  remove(path: string): void;
  realPath(path: string): string;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** A symbolic link, which is no folder even where it leads to one. */
  readonly isLink?: boolean;
}

/** A file that is not read although the system would: the message names it and says why. */
export class UnreadableError extends Error {}

/** Thrown for a file that is not UTF-8: an edit would lose the odd bytes. */
export class EncodingError extends UnreadableError {}

/** Thrown before reading a file that no person has written. */
export class TooLargeError extends UnreadableError {}

/** As `readDocument` has it; asked of the file before its bytes are in memory. */
const largestFile = 5 * 1024 * 1024;
/** How many files the system is asked to bring to disk at a time. */
const syncsAtOnce = 16;

export const nodeFileSystem: FileSystem = {
  exists: existsSync,
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  isLink,
  changedAt: (path) => statSync(path, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? null,
  read: readText,
  list: listFolder,
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  create: createFile,
  sync: syncAll,
  rename: renameSync,
  link: linkSync,
  remove: (path) => rmSync(path, { force: true }),
  realPath: realpathSync,
};

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch (error) {
    // Below a file there is no link either; and what may not be looked at is told on reading.
    if (['ENOTDIR', 'EACCES'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

function readText(path: string, largest = largestFile): string {
  const bytes = readBytes(path, largest);
  if (!isUtf8(bytes)) throw new EncodingError(`${path} is not UTF-8 text`);
  return bytes.toString('utf8');
}

function readBytes(path: string, largest: number): Buffer {
  const handle = openSync(path, 'r');
  try {
    if (fstatSync(handle).size > largest) throw new TooLargeError(`${path} is larger than 5 MB`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function listFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      const [isFolder, isLink] = [entry.isDirectory(), entry.isSymbolicLink()];
      // A pipe or a device would be waited for.
      return isFolder || isLink || entry.isFile() ? { name: entry.name, isFolder, isLink } : [];
    });
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
  } finally {
    closeSync(handle);
  }
}

async function syncAll(paths: readonly string[]): Promise<void> {
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await syncOne(path);
  };
  await Promise.all(Array.from({ length: Math.min(syncsAtOnce, paths.length) }, work));
}

async function syncOne(path: string): Promise<void> {
  const isFolder = statSync(path).isDirectory();
  // Windows opens no folders, and needs none to be synced.
  if (isFolder && process.platform === 'win32') return;
  const handle = await open(path, isFolder ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `ENOENT`, `EACCES`, …, or undefined for what is no system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** What cannot be removed is left to doctor: the failure that led here is the one to tell. */
export function removeQuietly(files: FileSystem, path: string): void {
  try {
    files.remove(path);
  } catch {
    // As said above.
  }
}
