import { dirname, join, relative } from 'node:path';
import { type FileSystem, UnreadableError } from './file-system.js';

export const settingsFile = 'backlog.yaml';
export const backlogFolder = 'backlog';

/** Files and folders that `check` skips: README.md describes the files next to it, dotfiles are hidden. */
export function isIgnoredName(name: string): boolean {
  return /^readme\.(?:md|markdown)$/i.test(name) || name.startsWith('.') || name === 'node_modules';
}

/**
 * The backlog's folder as seen from `start`: the nearest folder at or above it that holds
 * `backlog.yaml` itself or in its `backlog/`. Null when there is none.
 */
export function locateBacklog(files: FileSystem, start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = findBacklogIn(files, folder);
    if (found !== null) return found;
    if (dirname(folder) === folder) return null;
  }
}

/**
 * The backlog a folder is or has in its `backlog/`, or null. That may be a link of the user's own;
 * but one that leads out of a repository may have come with it, to have another backlog read or
 * written. Whoever means that goes there.
 */
export function findBacklogIn(files: FileSystem, folder: string): string | null {
  if (files.exists(join(folder, settingsFile))) return folder;
  const inner = join(folder, backlogFolder);
  if (!files.exists(join(inner, settingsFile))) return null;
  if (files.isLink(inner) && leadsOutOfRepository(files, inner)) {
    const reason = `a symbolic link that leads out of the repository; to use the backlog there: -C ${backlogFolder}`;
    throw new UnreadableError(inner, reason);
  }
  return inner;
}

function leadsOutOfRepository(files: FileSystem, link: string): boolean {
  for (let top = dirname(link); ; top = dirname(top)) {
    if (files.exists(join(top, '.git'))) {
      return /^\.\.(?:[\\/]|$)/.test(relative(files.realPath(top), files.realPath(link)));
    }
    if (dirname(top) === top) return false;
  }
}
