import { type FileSystem, removeQuietly } from './file-system.js';
import { drawToken, journalPath, readJournal } from './journal.js';
import { listDeadDrafts, listDeadLockDrafts } from './leftovers.js';
import { type LockOptions, lockPath, withLock } from './lock.js';
import { describeSelf, isDead, readLock } from './lock-owner.js';
import type { Place } from './place.js';
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
  readonly journal: 'none' | 'sound' | 'damaged' | 'newer' | 'foreign';
  /** Absolute paths of temporary files; none are reported while somebody writes. */
  readonly leftovers: readonly string[];
}

export function findRemains(files: FileSystem, place: Place): Remains {
  const self = describeSelf();
  const found = place.state === null ? null : readLock(files, lockPath(place.state));
  const lock =
    found === null
      ? 'none'
      : isDead(found, self)
        ? 'dead'
        : found.owner?.host === self.host
          ? 'alive'
          : 'foreign';
  return {
    lock,
    holder: found?.owner
      ? `process ${found.owner.pid} on ${found.owner.host}`
      : 'an unknown process',
    journal: readJournal(files, place).kind,
    leftovers: lock === 'alive' ? [] : listLeftovers(files, place),
  };
}

function listLeftovers(files: FileSystem, place: Place): readonly string[] {
  return [...listDeadDrafts(files, place, 'all'), ...listDeadLockDrafts(files, place)];
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
  place: Place,
  options: LockOptions,
  unlocks: boolean,
): Promise<readonly string[]> {
  const { state } = place;
  if (state === null) return [];
  const path = lockPath(state);
  if (unlocks && findRemains(files, place).lock === 'foreign') files.remove(path);
  return withLock(files, path, options, async () => {
    const reading = readJournal(files, place);
    const edited =
      reading.kind === 'sound' ? await finishAnyway(files, place, reading.journal) : [];
    if (['damaged', 'foreign'].includes(reading.kind)) setAside(files, journalPath(state));
    for (const leftover of listLeftovers(files, place)) removeQuietly(files, leftover);
    return edited;
  });
}

/** It may hold the only copy of a text, and be a folder. */
function setAside(files: FileSystem, path: string): void {
  files.rename(path, `${path}.${drawToken('unused-')}`);
}
