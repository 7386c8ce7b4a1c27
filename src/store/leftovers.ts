import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { builtInKinds, itemsFolder } from '../item/kind.js';
import type { FileSystem } from './file-system.js';
import { journalDraftPath, readJournal, temporaryEnding } from './journal.js';
import { isGone, readLock } from './lock-owner.js';
import type { Place } from './place.js';

/** Where drafts may lie: beside every file a command writes, relative to the backlog. */
const draftFolders: readonly string[] = [
  '',
  ...new Set(builtInKinds.map(({ folder }) => folder)),
  `${itemsFolder}/archive`,
];

/** `items/x.md.0123456789ab.storymark-tmp`: eight digits of its writer, four of the change set. */
const draftName = /\.([0-9a-f]{8})[0-9a-f]{4}\.storymark-tmp$/;

/**
 * Drafts of writers that died, as absolute paths: those of the writers named, or all there are.
 * The caller holds the lock, so that no living writer's are among them; none while there is a
 * journal, which needs them.
 */
export function listDeadDrafts(
  files: FileSystem,
  place: Place,
  writers: readonly string[] | 'all',
): readonly string[] {
  if (!['none', 'foreign'].includes(readJournal(files, place).kind)) return [];
  const isDead = (name: string) =>
    writers === 'all'
      ? name.endsWith(temporaryEnding)
      : writers.includes(draftName.exec(name)?.[1] ?? '');
  const drafts = draftFolders.flatMap((folder) =>
    listNames(files, join(place.root, folder))
      .filter(isDead)
      .map((name) => join(place.root, folder, name)),
  );
  const journal = place.state && journalDraftPath(place.state);
  return journal && files.exists(journal) ? [...drafts, journal] : drafts;
}

/**
 * What is left of writers that died while they asked for the lock, as absolute paths. Such a
 * death leaves no lock to be taken over, so every writer looks.
 */
export function listDeadLockDrafts(files: FileSystem, { state }: Place): readonly string[] {
  if (state === null) return [];
  return listNames(files, state)
    .map((name) => join(state, name))
    .filter((path) => isDeadLockDraft(files, path));
}

function listNames(files: FileSystem, folder: string): readonly string[] {
  try {
    return files.list(folder).flatMap(({ name, isFolder }) => (isFolder ? [] : [name]));
  } catch {
    // What cannot be listed is told by whoever reads the documents in it.
    return [];
  }
}

/** Asking for the lock makes files named after a process, which may be waiting still; not us. */
function isDeadLockDraft(files: FileSystem, path: string): boolean {
  const [, pid] = /^lock\.(?:dead\.)?(\d+)$/.exec(basename(path)) ?? [];
  if (pid === undefined) return false;
  const owner = readLock(files, path)?.owner;
  if (owner && owner.host !== hostname()) return false;
  return Number(pid) === process.pid || isGone(Number(pid));
}
