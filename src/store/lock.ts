import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, type FileSystem, removeQuietly } from './file-system.js';
import {
  describeSelf,
  type FoundLock,
  isDead,
  isSame,
  type Owner,
  readLock,
  readLockText,
} from './lock-owner.js';

export interface LockOptions {
  /** Milliseconds one other writer may take before this one gives up. */
  readonly timeout: number;
  /** Told once when there is someone to wait for, and what was found to be left over. */
  readonly tell: (message: string) => void;
}

/** What holding the lock means to a writer. */
export interface Hold {
  /** Begins the names of its drafts. */
  readonly token: string;
  /** Tokens of writers that died, whose lock it took over. */
  readonly dead: readonly string[];
}

/** Milliseconds a writer usually waits for another. */
export const usualTimeout = 10_000;

const pollInterval = 25;
/** Waiting shorter than this is not worth a word. */
const silence = 500;

/** Thrown when another writer does not let go; names the lock file. */
export class LockTimeout extends Error {}

/** The lock of the backlog whose state is kept in a folder. */
export function lockPath(state: string): string {
  return join(state, 'lock');
}

/**
 * Runs `work` while holding the lock at `path`. A lock whose owner died on this host is taken
 * over, which `work` is told; another host's never is, since nothing here can tell whether it
 * lives.
 */
export async function withLock<T>(
  files: FileSystem,
  path: string,
  options: LockOptions,
  work: (hold: Hold) => T | Promise<T>,
): Promise<T> {
  files.makeFolder(dirname(path));
  const owner = await acquire(files, path, describeSelf(), options);
  try {
    const [token = '', ...dead] = owner.tokens;
    return await work({ token, dead });
  } finally {
    release(files, path, owner);
  }
}

/** A lock that cannot be removed is no failure of the work: it is found dead when this ends. */
function release(files: FileSystem, path: string, owner: Owner): void {
  const holder = readLock(files, path)?.owner;
  if (holder && isSame(holder, owner)) removeQuietly(files, path);
}

async function acquire(
  files: FileSystem,
  path: string,
  self: Owner,
  { timeout, tell }: LockOptions,
): Promise<Owner> {
  const begin = performance.now();
  let told = false;
  let owner = self;
  let holding = '';
  let since = begin;
  for (;;) {
    const found = readLock(files, path);
    if (found === null) {
      if (!tryCreate(files, path, owner)) continue;
      // Kept until here, so that the tokens in it are always in some file.
      removeQuietly(files, asideOf(path, owner));
      return owner;
    }
    if (isDead(found, owner)) {
      takeOver(files, path, found, owner);
      owner = { ...owner, tokens: [...owner.tokens, ...(found.owner?.tokens ?? [])] };
      continue;
    }
    // In a crowd the lock goes from hand to hand: only one that stays in a hand is stuck.
    if (holding !== found.text + found.since) since = performance.now();
    holding = found.text + found.since;
    const who = found.owner
      ? `process ${found.owner.pid} on ${found.owner.host}`
      : 'another process';
    if (performance.now() - since > timeout) {
      throw new LockTimeout(
        `${who} is writing to this backlog and did not finish; if that process has ended, remove ${path}`,
      );
    }
    if (performance.now() - begin > silence && !told) {
      told = true;
      tell(`waiting for ${who}, which is writing to this backlog`);
    }
    await sleep(pollInterval * (0.5 + Math.random()));
  }
}

/** Linking a finished file into place makes the lock appear whole: no reader sees half of it. */
function tryCreate(files: FileSystem, path: string, owner: Owner): boolean {
  const draft = `${path}.${owner.pid}`;
  files.remove(draft);
  try {
    files.create(draft, `${JSON.stringify(owner)}\n`);
    files.link(draft, path);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!withoutLinks.has(code)) throw error;
    return tryCreateDirectly(files, path, owner);
  } finally {
    removeQuietly(files, draft);
  }
}

/** What linking fails with on FAT and on some network drives. */
const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function tryCreateDirectly(files: FileSystem, path: string, owner: Owner): boolean {
  try {
    files.create(path, `${JSON.stringify(owner)}\n`);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    files.remove(path);
    throw error;
  }
}

function asideOf(path: string, { pid }: Owner): string {
  return `${path}.dead.${pid}`;
}

/**
 * Moves a dead owner's lock aside. Two processes may both see it dead: only one rename of the
 * same file succeeds, and what was moved is checked, since the other may have locked meanwhile.
 */
function takeOver(files: FileSystem, path: string, dead: FoundLock, self: Owner): void {
  const aside = asideOf(path, self);
  try {
    files.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (readLockText(files, aside) === dead.text) return;
  try {
    files.link(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  removeQuietly(files, aside);
}
