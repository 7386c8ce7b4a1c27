import { resolve } from 'node:path';
import type { FileSystem } from '../../store/file-system.js';
import { type Place, readOnlyPlace } from '../../store/place.js';
import { readSettings } from '../../store/settings-file.js';
import { openStore, type Store } from '../../store/store.js';
import type { Result } from '../../text/problem.js';
import type { Context } from '../shared/command.js';
import { CommandFailure } from '../shared/failure.js';

/** The value, or the end of the command: paths in a backlog that need not be the one around. */
export function unwrapIn<T>(root: string, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommandFailure(
    result.problems.map((problem) =>
      problem.path === undefined ? problem : { ...problem, path: resolve(root, problem.path) },
    ),
  );
}

/** A backlog as these files hold it; nothing is written through it. */
export async function openForReading(
  files: FileSystem,
  root: string,
  place: Place = readOnlyPlace(root),
): Promise<Store> {
  const noLock = { timeout: 0, tell: () => {} };
  return openStore(files, place, noLock, await readSettings(files, root));
}

/**
 * The same, by way of the cache where the files are the disk's own and the settings still what they
 * were when the program started: `--watch` outlives them.
 */
export async function openForCheck(
  context: Context,
  files: FileSystem,
  root: string,
): Promise<Store> {
  const store = context.storeAt(root);
  const isDisk = files === context.files;
  const fresh = await openForReading(files, root, isDisk ? store.place : undefined);
  const isSame = JSON.stringify(store.settings()) === JSON.stringify(fresh.settings());
  return isDisk && isSame ? store : fresh;
}

/** Half of somebody's change set is not judged. */
export async function settleInterruptions(context: Context, root: string): Promise<void> {
  const problems = await context.storeAt(root).recover();
  if (problems.length > 0) throw new CommandFailure(problems);
}
