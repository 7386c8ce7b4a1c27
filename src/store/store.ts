import { join } from 'node:path';
import { type Backlog, openBacklog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import type { Memory } from '../backlog/memory.js';
import type { Settings } from '../backlog/settings.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { applyChanges } from './atomic.js';
import type { DocumentCache } from './cache/cached-documents.js';
import { openMemory } from './cache/open-memory.js';
import { errorCode, type FileSystem, removeQuietly, UnreadableError } from './file-system.js';
import { journalFile } from './journal.js';
import { listDeadLockDrafts, listLeftovers } from './leftovers.js';
import { type LockOptions, LockTimeout, lockFile, withLock } from './lock.js';
import { describeRecovery, recover } from './recovery.js';
import { leadsOut } from './safe-target.js';
import { openScan } from './scan.js';
import { readSteadily } from './steady.js';

/** One backlog on disk. */
export interface Store {
  /** Absolute path of the folder that holds `backlog.yaml`. */
  readonly root: string;
  settings(): Result<Settings>;
  /** Reads what is asked for. Files that cannot be read are in the backlog's `problems`. */
  read(): Result<Backlog>;
  /** Where what is computed from the documents may be kept. */
  memory(): Memory;
  /** The text of one of the backlog's own files, or null when it is not there. */
  readFile(path: string): string | null;
  /** Names in the backlog's own `templates/`, without `.md`. */
  listTemplates(): readonly string[];
  /**
   * Finishes or undoes what a process that died left half written, saying so. A problem when that
   * cannot be done now: what is read then may be half of a change set.
   */
  recover(): Promise<readonly Problem[]>;
  /** Writes all of a change set or nothing of it, behind the lock. */
  apply(changes: ChangeSet): Promise<Result<null>>;
  /** Holds the lock while `work` reads, and applies what it is given to: nobody comes between. */
  exclusively<T>(work: (apply: Store['apply']) => Promise<Result<T>>): Promise<Result<T>>;
}

/**
 * @param settings what `backlog.yaml` says, as `readSettings` read it
 * @param cache only for the disk itself: what it says of a file must hold for `files` too
 */
export function openStore(
  files: FileSystem,
  root: string,
  lock: LockOptions,
  settings: Result<Settings>,
  cache: DocumentCache | null = null,
): Store {
  async function exclusively<T>(
    work: (apply: Store['apply']) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    try {
      files.makeFolder(root);
      return await withLock(files, join(root, lockFile), lock, async (isTakenOver) => {
        const ready = await clearUp(isTakenOver);
        return ready.ok ? work(applyHeld) : ready;
      });
    } catch (error) {
      return describeFailure(error);
    }
  }

  async function applyHeld(changes: ChangeSet): Promise<Result<null>> {
    try {
      return await applyChanges(files, root, changes);
    } catch (error) {
      return describeFailure(error);
    }
  }

  /** What a writer that died has left is settled before anything else is written. */
  async function clearUp(isTakenOver: boolean): Promise<Result<null>> {
    const recovered = await recover(files, root, 'forward');
    if (!recovered.ok) return recovered;
    if (recovered.value) lock.tell(describeRecovery(recovered.value));
    const list = isTakenOver ? listLeftovers : listDeadLockDrafts;
    for (const path of list(files, root)) removeQuietly(files, path);
    return success(null);
  }

  return {
    root,
    settings: () => settings,
    read() {
      if (!settings.ok) return settings;
      const { kinds } = settings.value;
      const scan = () => openScan(files, root, kinds, cache);
      return success(openBacklog(settings.value, readSteadily(files, root, scan)));
    },
    memory: () => openMemory(cache),
    readFile(path) {
      const target = join(root, path);
      if (!files.exists(target)) return null;
      if (leadsOut(files, root, path)) {
        throw new UnreadableError(`${path} is a link that leads out of the backlog`);
      }
      return files.read(target);
    },
    listTemplates() {
      const names = files.list(join(root, 'templates')).map(({ name }) => name);
      return names.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
    },
    async recover() {
      if (!files.exists(join(root, journalFile))) return [];
      const settled = await exclusively(async () => success(null));
      return settled.ok ? [] : settled.problems.map(asInterrupted);
    },
    apply: (changes) => exclusively((apply) => apply(changes)),
    exclusively,
  };
}

/** Whatever kept the change from being settled, what matters is that it is half written. */
function asInterrupted(problem: Problem): Problem {
  if (problem.kind === 'interrupted') return problem;
  const message = `a command was interrupted while it wrote, and that cannot be settled: ${problem.message}`;
  return { kind: 'interrupted', message };
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
