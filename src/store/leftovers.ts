import { join } from 'node:path';
import { builtInKinds, itemsFolder } from '../item/kind.js';
import { errorCode, type FileSystem } from './file-system.js';
import { journalFile, temporaryEnding } from './journal.js';
import { lockFile } from './lock.js';

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
  return draftFolders.flatMap((folder) =>
    listNames(files, join(root, folder))
      .filter((name) => name.endsWith(temporaryEnding) || isDeadLockDraft(name))
      .map((name) => join(root, folder, name)),
  );
}

function listNames(files: FileSystem, folder: string): readonly string[] {
  try {
    return files.list(folder).flatMap(({ name, isFolder }) => (isFolder ? [] : [name]));
  } catch {
    // What cannot be listed is told by whoever reads the documents in it.
    return [];
  }
}

/** Waiting for the lock makes files named after a process, which may be waiting still; not us. */
function isDeadLockDraft(name: string): boolean {
  const [, pid] = /^\.(?:dead\.)?(\d+)$/.exec(name.slice(lockFile.length)) ?? [];
  if (!name.startsWith(lockFile) || pid === undefined) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
