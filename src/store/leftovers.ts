import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { builtInKinds, itemsFolder } from '../item/kind.js';
import { errorCode, type FileSystem } from './file-system.js';
import { journalFile, temporaryEnding } from './journal.js';
import { lockFile } from './lock.js';
import { readLock } from './lock-owner.js';

/** Where drafts may lie: beside every file a command writes, relative to the backlog. */
const draftFolders: readonly string[] = [
  '',
  ...new Set(builtInKinds.map(({ folder }) => folder)),
  `${itemsFolder}/archive`,
];

/**
 * Temporary files of writers that died, as absolute paths. The caller holds the lock, so that no
 * living writer's are among them; none while there is a journal, which needs them.
 */
export function listLeftovers(files: FileSystem, root: string): readonly string[] {
  if (files.exists(join(root, journalFile))) return [];
  const drafts = draftFolders.flatMap((folder) =>
    listNames(files, join(root, folder))
      .filter((name) => name.endsWith(temporaryEnding))
      .map((name) => join(root, folder, name)),
  );
  return [...drafts, ...listDeadLockDrafts(files, root)];
}

/**
 * What is left of writers that died while they asked for the lock, as absolute paths. Such a
 * death leaves no lock to be taken over, so every writer looks.
 */
export function listDeadLockDrafts(files: FileSystem, root: string): readonly string[] {
  return listNames(files, root)
    .map((name) => join(root, name))
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
  const name = basename(path);
  const [, pid] = /^\.(?:dead\.)?(\d+)$/.exec(name.slice(lockFile.length)) ?? [];
  if (!name.startsWith(lockFile) || pid === undefined) return false;
  const owner = readLock(files, path)?.owner;
  if (owner && owner.host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
