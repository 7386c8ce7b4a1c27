import { join } from 'node:path';
import { archiveFolder, itemsFolder } from '../../item/kind.js';
import type { FileSystem } from '../../store/file-system.js';

/** The folders of a backlog, to be watched: those that are there, and where items come to be. */
export function listBacklogFolders(files: FileSystem, root: string): readonly string[] {
  return [
    root,
    join(root, itemsFolder),
    join(root, archiveFolder),
    ...files
      .list(root)
      .filter(({ isFolder, name }) => isFolder && !name.startsWith('.'))
      .map(({ name }) => join(root, name)),
  ];
}
