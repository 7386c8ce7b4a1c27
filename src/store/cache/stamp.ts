/** What tells that a file is still the one that was read; times in milliseconds, with fractions. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
  /** When its inode changed: not set back by who sets `modified` back. */
  readonly changed: number;
  readonly inode: number;
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
 * @param changedAt the later of a stamp's times
 * @param readAt when reading began, by the clock of the file system
 */
export function isRacy(changedAt: number, readAt: number): boolean {
  return changedAt >= readAt - clockTick;
}
