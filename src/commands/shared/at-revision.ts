import { findCommit, readRevisionFiles } from '../../git/revision-files.js';
import type { FileSystem } from '../../store/file-system.js';
import { settingsFile } from '../../store/locate.js';
import { layInstead } from '../../store/overlay.js';
import { unwrap } from './failure.js';

/** The disk with the backlogs a commit holds, and nothing else, below the work tree's top. */
export function openRevision(disk: FileSystem, folder: string, name: string): FileSystem {
  const commit = unwrap(findCommit(folder, name));
  const { top, files } = unwrap(readRevisionFiles(folder, commit, settingsFile));
  return layInstead(disk, files, top);
}
