// As a namespace: a Node without this function then gets as far as the message about its version.
import * as crypto from 'node:crypto';
import { build, version } from '../../text/version.js';

/**
 * What tells that a file is still the one that was read, named as Node names it: times are in
 * milliseconds, with fractions.
 */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  /** When its inode changed: not set back by who sets `mtimeMs` back. */
  readonly ctimeMs: number;
  readonly ino: number;
}

/**
 * The coarsest clock of a file system in use (FAT): two changes within this time may have one time
 * stamp.
 */
const clockTick = 2_000;

/**
 * Git's racy timestamps (Documentation/technical/racy-git.txt): a file changed just before it was
 * read may have been changed again since, in the same tick of the clock and in the same size, and
 * its stamp says nothing.
 *
 * @param readAt when reading began, by the clock of the file system
 */
export function isRacy({ mtimeMs, ctimeMs }: Stamp, readAt: number): boolean {
  return Math.max(mtimeMs, ctimeMs) >= readAt - clockTick;
}

/** What another build wrote is not read; numbers are stored as this machine stores them. */
export const cacheVersion = `${version} ${build} ${process.arch}`;

/** Characters of a digest, each of one byte. */
export const digestLength = 28;

/** Texts with one digest are one text. */
export function digestText(text: string): string {
  return crypto.hash('sha1', text, 'base64');
}

/** The digest of the text that these bytes are in UTF-8. */
export function digestBytes(bytes: Buffer): string {
  return crypto.hash('sha1', bytes, 'base64');
}
