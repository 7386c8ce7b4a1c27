import { join } from 'node:path';
import { type Backlog, type DocumentSource, openBacklog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import type { Memory } from '../backlog/memory.js';
import type { Settings } from '../backlog/settings.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { applyChanges } from './atomic.js';
import type { DocumentCache } from './cache/cached-documents.js';
import { openMemory } from './cache/open-memory.js';
import { errorCode, type FileSystem, removeQuietly, UnreadableError } from './file-system.js';
import { readJournal } from './journal.js';
import { listDeadDrafts, listDeadLockDrafts } from './leftovers.js';
import { type Hold, type LockOptions, LockTimeout, lockPath, withLock } from './lock.js';
import { readLock } from './lock-owner.js';
import type { Place } from './place.js';
import { describeRecovery, recover } from './recovery.js';
import { describeLink, findLink } from './safe-target.js';
import { openScan, watchForChanges } from './scan.js';

/** One backlog on disk. */
export interface Store {
  /** Absolute path of the folder that holds `backlog.yaml`. */
  readonly root: string;
  readonly place: Place;
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
  /** Whether another writer may have changed documents since they were first read from here. */
  isStale(): boolean;
  /** Holds the lock while `work` reads, and applies what it is given to: nobody comes between. */
  exclusively<T>(work: (apply: Store['apply']) => Promise<Result<T>>): Promise<Result<T>>;
}

/**
 * @param settings what `backlog.yaml` says, as `readSettings` read it
 * @param cache only for the disk itself: what it says of a file must hold for `files` too
 */
export function openStore(
  files: FileSystem,
  place: Place,
  lock: LockOptions,
  settings: Result<Settings>,
  cache: DocumentCache | null = null,
): Store {
  const { root, state } = place;
  let seen: (() => boolean) | null = null;

  async function exclusively<T>(
    work: (apply: Store['apply']) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (state === null) throw new Error(`${root} was opened to be read`);
    try {
      files.makeFolder(root);
      return await withLock(files, lockPath(state), lock, async (hold) => {
        const ready = await clearUp(hold);
        return ready.ok ? work((changes) => applyHeld(hold, changes)) : ready;
      });
    } catch (error) {
      return describeFailure(error, state);
    }
  }

  async function applyHeld({ token }: Hold, changes: ChangeSet): Promise<Result<null>> {
    try {
      const applied = await applyChanges(files, place, token, changes);
      // Our own change is none that was missed.
      seen = null;
      return applied;
    } catch (error) {
      return describeFailure(error, state);
    }
  }

  /** What a writer that died has left is settled before anything else is written. */
  async function clearUp({ token, dead }: Hold): Promise<Result<null>> {
    const recovered = await recover(files, place, token, 'forward');
    if (!recovered.ok) return recovered;
    if (recovered.value) lock.tell(describeRecovery(recovered.value));
    const asking = listDeadLockDrafts(files, place);
    const writers = [
      ...dead,
      ...asking.flatMap((path) => readLock(files, path)?.owner?.tokens ?? []),
    ];
    const drafts = writers.length === 0 ? [] : listDeadDrafts(files, place, writers);
    for (const path of [...drafts, ...asking]) removeQuietly(files, path);
    return success(null);
  }

  return {
    root,
    place,
    settings: () => settings,
    read() {
      if (!settings.ok) return settings;
      const { kinds } = settings.value;
      seen ??= watchForChanges(files, root, kinds);
      const scan = () => openScan(files, root, kinds, cache);
      return success(openBacklog(settings.value, readSteadily(files, place, scan)));
    },
    memory: () => openMemory(cache),
    readFile(path) {
      const target = join(root, path);
      if (!files.exists(target)) return null;
      const link = findLink(files, root, path);
      if (link !== null) throw new UnreadableError(target, describeLink(link, path));
      return files.read(target);
    },
    listTemplates() {
      if (findLink(files, root, 'templates') !== null) return [];
      const entries = files.list(join(root, 'templates'));
      const names = entries.flatMap(({ name, isFolder }) => (isFolder ? [] : [name]));
      return names.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
    },
    async recover() {
      if (['none', 'foreign'].includes(readJournal(files, place).kind)) return [];
      const settled = await exclusively(async () => success(null));
      return settled.ok ? [] : settled.problems.map(asInterrupted);
    },
    isStale: () => seen?.() ?? false,
    apply: (changes) => exclusively((apply) => apply(changes)),
    exclusively,
  };
}

/** Whatever kept the change from being settled, what matters is that it is half written. */
function asInterrupted(problem: Problem): Problem {
  if (problem.kind === 'interrupted') return problem;
  const message = `a command was interrupted while writing, and it cannot be recovered: ${problem.message}`;
  return { kind: 'interrupted', message };
}

function describeFailure(error: unknown, state: string | null): Result<never> {
  if (error instanceof LockTimeout) return failure({ kind: 'interrupted', message: error.message });
  const code = errorCode(error);
  const { path = '' } = error as NodeJS.ErrnoException;
  const fail = (message: string) => failure({ kind: 'data', message });
  if (state !== null && path.startsWith(state)) {
    return fail(`nothing was written: no lock can be created in ${state} (${code})`);
  }
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('the backlog cannot be written to: it is read-only');
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('the disk is full; nothing was written');
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTDIR':
      return fail(`nothing was written: ${path} is in the way (${code})`);
    case undefined:
      throw error;
    default:
      return fail(`nothing could be written (${code})`);
  }
}

/** Reading anew is cheap, but writers who never rest must not keep a reader from its answer. */
const attempts = 3;

/**
 * A source whose documents are read anew when another process put a change set of many files in
 * place meanwhile: half of one is never seen. Writers lock in the folder of the backlog's state,
 * which so tells of every one of them.
 */
function readSteadily(files: FileSystem, place: Place, open: () => DocumentSource): DocumentSource {
  const source = open();
  return {
    ...source,
    all() {
      for (let attempt = 1, fresh = source; ; attempt += 1, fresh = open()) {
        const before = place.state && files.changedAt(place.state);
        const documents = fresh.all();
        const isSteady =
          (place.state && files.changedAt(place.state)) === before && !isBeingWritten(files, place);
        if (isSteady || attempt === attempts) return documents;
      }
    },
  };
}

function isBeingWritten(files: FileSystem, place: Place): boolean {
  return !['none', 'foreign'].includes(readJournal(files, place).kind);
}
