import { type FSWatcher, watch } from 'node:fs';

/** Milliseconds of silence after which a burst of changes is over: editors write in steps. */
const settleTime = 80;

/** What lies in some folders, watched. */
export interface FolderWatch {
  /** Resolves when something changed since the last call, or is to: null once closed. */
  next(): Promise<'changed' | null>;
  /** Watches these folders from now on, and no others. */
  follow(folders: readonly string[]): void;
  close(): void;
}

/**
 * Watches folders, not files: an editor that saves by renaming replaces the file that was
 * watched. Folders that are not there are passed over until the next `follow`. node:fs is enough,
 * as a backlog is flat: chokidar would add what we would not use.
 */
export function watchFolders(folders: readonly string[]): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let isChanged = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: ((what: 'changed' | null) => void) | undefined;

  const settle = () => {
    timer = undefined;
    if (!wake) return;
    const answer = wake;
    wake = undefined;
    isChanged = false;
    answer('changed');
  };
  const notice = () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(settle, settleTime);
  };
  const follow = (wanted: readonly string[]) => {
    for (const [folder, watcher] of watchers) {
      if (wanted.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) {
      if (watchers.has(folder)) continue;
      const watcher = tryWatch(folder, notice);
      if (watcher)
        watchers.set(
          folder,
          watcher.on('error', () => drop(folder)),
        );
    }
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    notice();
  };
  follow(folders);
  return {
    follow,
    next() {
      if (isClosed) return Promise.resolve(null);
      return new Promise((resolve) => {
        wake = resolve;
        if (isChanged && timer === undefined) settle();
      });
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      wake?.(null);
    },
  };
}

function tryWatch(folder: string, notice: () => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: true }, notice);
  } catch {
    return null;
  }
}
