import { join } from 'node:path';
import { type Backlog, createBacklog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import { parseSettings, type Settings } from '../backlog/settings.js';
import { readYamlFile } from '../item/read-yaml.js';
import { failure, type Result } from '../text/problem.js';
import { applyChanges } from './atomic.js';
import { errorCode, type FileSystem } from './file-system.js';
import { settingsFile } from './locate.js';
import { type LockOptions, LockTimeout, withLock } from './lock.js';
import { readText, scanBacklog } from './scan.js';

/** One backlog on disk. */
export interface Store {
  /** Absolute path of the folder that holds `backlog.yaml`. */
  readonly root: string;
  settings(): Result<Settings>;
  /** Reads everything. Files that cannot be read are in the backlog's `problems`. */
  read(): Result<Backlog>;
  /** The text of one of the backlog's own files, or null when it is not there. */
  readFile(path: string): string | null;
  /** Names in the backlog's own `templates/`, without `.md`. */
  listTemplates(): readonly string[];
  /** Writes all of a change set or nothing of it, behind the lock. */
  apply(changes: ChangeSet): Promise<Result<null>>;
}

export const lockFile = '.storymark-lock';

export function openStore(files: FileSystem, root: string, lock: LockOptions): Store {
  const settings = () => readSettings(files, root);
  return {
    root,
    settings,
    read() {
      const known = settings();
      if (!known.ok) return known;
      const { documents, problems } = scanBacklog(files, root, known.value.kinds);
      return { ok: true, value: createBacklog(known.value, documents, problems) };
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

function readSettings(files: FileSystem, root: string): Result<Settings> {
  const text = readText(files, root, settingsFile);
  if (typeof text !== 'string') return failure({ ...text, kind: 'usage' });
  const value = readYamlFile(settingsFile, text);
  return value.ok ? parseSettings(value.value) : value;
}

function describeFailure(error: unknown): Result<never> {
  if (error instanceof LockTimeout) return failure({ kind: 'conflict', message: error.message });
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failure({
        kind: 'data',
        message: 'the backlog cannot be written to: it is read-only',
      });
    case 'ENOSPC':
      return failure({ kind: 'data', message: 'the disk is full; nothing was written' });
    default:
      throw error;
  }
}
