import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.js';

export const settingsFile = 'backlog.yaml';
export const backlogFolder = 'backlog';

/**
 * The backlog's folder as seen from `start`: the nearest folder at or above it that holds
 * `backlog.yaml` itself or in its `backlog/`. Null when there is none.
 */
export function locateBacklog(files: FileSystem, start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (files.exists(join(folder, settingsFile))) return folder;
    const inner = join(folder, backlogFolder);
    if (files.exists(join(inner, settingsFile))) return inner;
    if (dirname(folder) === folder) return null;
  }
}
