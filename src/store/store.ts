import { join } from 'node:path';
import { type Backlog, openBacklog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import type { Settings } from '../backlog/settings.js';
import { failure, type Result, success } from '../text/problem.js';
import { applyChanges } from './atomic.js';
import { errorCode, type FileSystem } from './file-system.js';
import { type LockOptions, LockTimeout, withLock } from './lock.js';
import { openScan } from './scan.js';

/** One backlog on disk. */
export interface Store {
  /** Absolute path of the folder that holds `backlog.yaml`. */
  readonly root: string;
  settings(): Result<Settings>;
  /** Reads what is asked for. Files that cannot be read are in the backlog's `problems`. */
  read(): Result<Backlog>;
  /** The text of one of the backlog's own files, or null when it is not there. */
  readFile(path: string): string | null;
  /** Names in the backlog's own `templates/`, without `.md`. */
  listTemplates(): readonly string[];
  /** Writes all of a change set or nothing of it, behind the lock. */
  apply(changes: ChangeSet): Promise<Result<null>>;
}

export const lockFile = '.storymark-lock';

/** @param settings what `backlog.yaml` says, as `readSettings` read it */
export function openStore(
  files: FileSystem,
  root: string,
  lock: LockOptions,
  settings: Result<Settings>,
): Store {
  return {
    root,
    settings: () => settings,
    read() {
      if (!settings.ok) return settings;
      return success(openBacklog(settings.value, openScan(files, root, settings.value.kinds)));
    },
    readFile(path) {
      const target = join(root, path);
      return files.exists(target) ? files.read(target) : null;
    },
    listTemplates() {
      const names = files.list(join(root, 'templates')).map(({ name }) => name);
      return names.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
    },
    async apply(changes) {
      try {
        files.makeFolder(root);
        return await withLock(files, join(root, lockFile), lock, () =>
          applyChanges(files, root, changes),
        );
      } catch (error) {
        return describeFailure(error);
      }
    },
  };
}

function describeFailure(error: unknown): Result<never> {
  if (error instanceof LockTimeout) return failure({ kind: 'interrupted', message: error.message });
  const code = errorCode(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure({
        kind: 'data',
        message: 'the backlog cannot be written to: it is read-only',
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return failure({ kind: 'data', message: 'the disk is full; nothing was written' });
    case undefined:
      throw error;
    default:
      return failure({ kind: 'data', message: `nothing could be written (${code})` });
  }
}
