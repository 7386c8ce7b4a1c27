import { join } from 'node:path';
import { type FileSystem, removeQuietly } from './file-system.js';
import { journalFile, readJournal } from './journal.js';
import { listLeftovers } from './leftovers.js';
import { type LockOptions, lockFile, withLock } from './lock.js';
import { describeSelf, isDead, readLock } from './lock-owner.js';
import { finishAnyway } from './recovery.js';

/** What writers that died have left beside the documents. */
export interface Remains {
  /**
   * dead: its owner is gone, so the next writer takes it over; foreign: nothing here can tell
   * whether its owner, on another machine, lives.
   */
  readonly lock: 'none' | 'dead' | 'alive' | 'foreign';
  /** Who holds a lock that is there. */
  readonly holder: string;
  readonly journal: 'none' | 'sound' | 'damaged' | 'newer';
  /** Temporary files, relative to the backlog; none are told while somebody writes. */
  readonly leftovers: readonly string[];
}

export function findRemains(files: FileSystem, root: string): Remains {
  const self = describeSelf();
  const found = readLock(files, join(root, lockFile));
  const lock =
    found === null
      ? 'none'
      : isDead(found, self)
        ? 'dead'
        : found.owner?.host === self.host
          ? 'alive'
          : 'foreign';
  const leftovers = lock === 'alive' ? [] : listLeftovers(files, root);
  return {
    lock,
    holder: found?.owner
      ? `process ${found.owner.pid} on ${found.owner.host}`
      : 'an unknown process',
    journal: readJournal(files, root).kind,
    leftovers: leftovers.map((path) => path.slice(root.length + 1)),
  };
}

/**
 * Takes a dead owner's lock, finishes of an interrupted change what no person has edited since,
 * and clears temporary files away. Another machine's lock goes only when a person says that its
 * owner is gone.
 *
 * @param unlocks whether a person has said so
 * @returns files of an interrupted change that stay as a person left them
 */
export async function giveFirstAid(
  files: FileSystem,
  root: string,
  options: LockOptions,
  unlocks: boolean,
): Promise<readonly string[]> {
  const path = join(root, lockFile);
  if (unlocks && findRemains(files, root).lock === 'foreign') files.remove(path);
  return withLock(files, path, options, async () => {
    const reading = readJournal(files, root);
    const edited = reading.kind === 'sound' ? await finishAnyway(files, root, reading.journal) : [];
    if (reading.kind === 'damaged') files.remove(join(root, journalFile));
    for (const leftover of listLeftovers(files, root)) removeQuietly(files, leftover);
    return edited;
  });
}
