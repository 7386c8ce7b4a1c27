import { resolve } from 'node:path';
import type { ChangeSet } from '../backlog/change-set.js';
import type { Settings } from '../backlog/settings.js';
import { findRepository } from '../git/git-folder.js';
import { openCache } from '../store/cache/open-cache.js';
import { nodeFileSystem } from '../store/file-system.js';
import { locateBacklog } from '../store/locate.js';
import { usualTimeout } from '../store/lock.js';
import { locatePlace } from '../store/place.js';
import { readSettings } from '../store/settings-file.js';
import { openStore, type Store } from '../store/store.js';
import { dayIn, requireTimeZone } from '../text/date.js';
import { failUsage, type Result, unwrap } from '../text/problem.js';
import { type BacklogSnapshot, takeSnapshot } from './backlog-snapshot.js';

/** What a program may fix, so that its results can be repeated. */
export interface OpenOptions {
  /** The time, for the dates that are written and for what is late; the computer's clock. */
  readonly now?: () => Date;
  /** Numbers in [0, 1) for new ids; `Math.random`. */
  readonly random?: () => number;
}

/** The folder of one backlog. */
export interface BacklogFolder {
  /** The absolute path of the folder that holds `backlog.yaml`. */
  readonly root: string;
  /**
   * Reads the settings and the documents as they are now.
   *
   * @throws ProblemError when `backlog.yaml` cannot be read or is not valid; a document that cannot
   *   be read is in the snapshot's `problems` instead
   */
  read(): Promise<BacklogSnapshot>;
  /**
   * Writes all of a change set or nothing of it. Waits up to 10 seconds for another writer.
   *
   * @throws ProblemError of the kind `conflict` when a file is no longer as it was read: read again
   *   and make the changes again; of the kind `interrupted` when the other writer does not finish
   */
  write(changes: ChangeSet): Promise<void>;
}

/**
 * Opens the backlog in a folder or in the nearest folder above it, as the command line does.
 * Finishes or undoes what a program that died has left half written.
 *
 * @param folder absolute, or relative to the working directory
 * @throws ProblemError when there is no backlog
 */
export async function openBacklog(
  folder: string,
  { now = () => new Date(), random = Math.random }: OpenOptions = {},
): Promise<BacklogFolder> {
  const files = nodeFileSystem;
  const root = locateBacklog(files, resolve(folder));
  if (root === null) {
    failUsage(
      `there is no backlog in ${resolve(folder)} or above it; create one with: storymark init`,
    );
  }
  const place = locatePlace(files, root, findRepository, process.env);
  const lock = { timeout: usualTimeout, tell: () => {} };
  const open = (settings: Result<Settings>): Store =>
    openStore(files, place, lock, settings, openCache(place.cache));
  return {
    root,
    async read() {
      const recovery = await open({ ok: false, problems: [] }).recover();
      const settings = await readSettings(files, root);
      const { timezone } = unwrap(settings);
      const clock = { today: dayIn(now(), requireTimeZone(timezone)), random };
      return takeSnapshot(open(settings), clock, recovery);
    },
    async write(changes) {
      unwrap(await open(await readSettings(files, root)).apply(changes));
    },
  };
}
