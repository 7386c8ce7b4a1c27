import { isUtf8 } from 'node:buffer';
import {
  type BigIntStats,
  closeSync,
  constants,
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
import { ProblemError } from '../text/problem.js';

/**
 * The file operations the store needs, one small step each, so that a test can stop, count or
 * fail any of them. Synchronous: on thousands of small files promises cost more than the reads.
 */
export interface FileSystem {
  /** Whether there is anything by this name, be it a link that leads nowhere. */
  exists(path: string): boolean;
  /** A folder, or a link to one. */
  isFolder(path: string): boolean;
  /** The file itself is a symbolic link, wherever it leads. */
  isLink(path: string): boolean;
  /** When a file or folder last changed, in nanoseconds; null when it is not there. */
  changedAt(path: string): bigint | null;
  /** What a folder keeps when it is moved and no copy of it has; null when it is not there. */
  identify(path: string): Identity | null;
  /**
   * Text of at most `largest` bytes. Only regular files are opened: a link may lead anywhere, and
   * a pipe or a device would be waited for. Throws an {@link UnreadableError} otherwise.
   */
  read(path: string, largest?: number): string;
  /** The text of a file that a person named, be it a link or a pipe. */
  readNamed(path: string): string;
  /** Its bytes, which may be text in any encoding. */
  readNamedBytes(path: string): Uint8Array;
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

export interface Identity {
  readonly inode: string;
  /** When it was made, in nanoseconds; "0" where the system does not know. */
  readonly born: string;
}

/** A file that is not read although the system would. */
export class UnreadableError extends ProblemError {
  /** What is wrong with the file, in words that follow its path and a colon. */
  readonly reason: string;
  /** `encoding`: it has other bytes than UTF-8 text, which may be text all the same. */
  readonly kind: 'encoding' | 'other';

  constructor(path: string, reason: string, kind: 'encoding' | 'other' = 'other') {
    super([{ kind: 'data', path, message: reason }]);
    this.reason = reason;
    this.kind = kind;
  }
}

/** As `readDocument` has it; asked of the file before its bytes are in memory. */
const largestFile = 5 * 1024 * 1024;
/** How many files the system is asked to bring to disk at a time. */
const syncsAtOnce = 16;

/** Not on Windows, where a link is looked for first. */
const withoutFollowing = constants.O_NOFOLLOW ?? 0;
/** A pipe is opened without waiting for a writer. */
const withoutWaiting = constants.O_NONBLOCK ?? 0;

const noThrow = { throwIfNoEntry: false } as const;

export const nodeFileSystem: FileSystem = {
  exists: (path) => lookAt(path) !== null,
  isFolder: (path) => unlessHidden(() => statSync(path, noThrow))?.isDirectory() ?? false,
  isLink: (path) => lookAt(path)?.isSymbolicLink() ?? false,
  changedAt: (path) => lookAt(path)?.mtimeNs ?? null,
  identify,
  read: readText,
  readNamed: (path) => decode(path, readFileSync(path)),
  readNamedBytes: (path) => readFileSync(path),
  list: listFolder,
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  create: createFile,
  sync: syncAll,
  rename: renameSync,
  link: linkSync,
  remove: removeFile,
  realPath: realpathSync,
};

/** What a name stands for, links not followed; null when there is nothing. */
function lookAt(path: string): BigIntStats | null {
  return unlessHidden(() => lstatSync(path, { bigint: true, ...noThrow })) ?? null;
}

/** Below a file there is nothing; and what may not be looked at is reported on reading. */
function unlessHidden<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (['ENOTDIR', 'EACCES', 'ELOOP'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/**
 * The device is left out: its number may be another after a restart, when an interruption is to
 * be recognized. Where a time of birth is not kept, systems give that of the last change.
 */
function identify(path: string): Identity | null {
  const stats = lookAt(path);
  if (stats === null) return null;
  const { ino, birthtimeNs, ctimeNs } = stats;
  return { inode: String(ino), born: String(birthtimeNs === ctimeNs ? 0 : birthtimeNs) };
}

function readText(path: string, largest = largestFile): string {
  return decode(path, readBytes(path, largest));
}

function decode(path: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new UnreadableError(path, 'the file is not UTF-8 text', 'encoding');
  return bytes.toString('utf8');
}

function readBytes(path: string, largest: number): Buffer {
  const handle = openRegular(path);
  try {
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new UnreadableError(path, 'a folder, not a file');
    if (!stats.isFile()) throw new UnreadableError(path, notRegular);
    if (stats.size > largest) {
      throw new UnreadableError(path, 'the file is larger than 5 MB: split it');
    }
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

const linkReason = 'a symbolic link: put the file itself there';
const notRegular = 'not a regular file (a pipe, a socket or a device)';

function openRegular(path: string): number {
  if (withoutFollowing === 0 && lookAt(path)?.isSymbolicLink()) {
    throw new UnreadableError(path, linkReason);
  }
  try {
    return openSync(path, constants.O_RDONLY | withoutFollowing | withoutWaiting);
  } catch (error) {
    // EMLINK on FreeBSD. A socket cannot be opened at all.
    if (['ELOOP', 'EMLINK'].includes(errorCode(error) ?? '')) {
      throw new UnreadableError(path, linkReason);
    }
    if (errorCode(error) === 'ENXIO') throw new UnreadableError(path, notRegular);
    throw error;
  }
}

/** Below a file there is nothing to remove. */
function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOTDIR') throw error;
  }
}

function listFolder(path: string): readonly FolderEntry[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
      isLink: entry.isSymbolicLink(),
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
