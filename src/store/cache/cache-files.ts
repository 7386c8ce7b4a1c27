import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { clearFolder, draftEnding } from './cache-leftovers.js';
import type { Stamp } from './stamp.js';

/** What the cache needs of the disk. Nothing of it is a document's: it may all fail. */
export interface CacheFiles {
  /** Null for what is not there or may not be looked at. */
  stat(path: string): Stamp | null;
  /** Null for what cannot be read. */
  read(path: string): Buffer | null;
  /**
   * Puts a file in another's place, so that a reader has the one or the other whole. `fill` gets
   * the time by the disk's own clock. Throws what the disk throws.
   */
  replace(path: string, fill: (now: number) => Buffer): void;
}

export const nodeCacheFiles: CacheFiles = {
  stat(path) {
    try {
      return lstatSync(path, { throwIfNoEntry: false }) ?? null;
    } catch {
      return null;
    }
  },
  read(path) {
    try {
      return readFileSync(path);
    } catch {
      return null;
    }
  },
  replace(path, fill) {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    clearFolder(folder, basename(path));
    const draft = `${path}.${process.pid}${draftEnding}`;
    try {
      writeDraft(draft, fill);
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  },
};

/** Not synced to disk: the checksum finds what a power cut left half written. */
function writeDraft(draft: string, fill: (now: number) => Buffer): void {
  const handle = openSync(draft, 'w', 0o600);
  try {
    const bytes = fill(fstatSync(handle).mtimeMs);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
  } finally {
    closeSync(handle);
  }
}
