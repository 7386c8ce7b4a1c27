import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileSystem } from './file-system.js';
import { errorCode } from './file-system.js';

/** Who holds the lock: enough to tell a live owner from one that died (DESIGN 1, Writes). */
interface Owner {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  /** When the process started, in the system's own unit: tells apart two with one pid. */
  readonly started: string;
}

export interface LockOptions {
  /** Milliseconds to wait for another writer before giving up. */
  readonly timeout: number;
  /** Told once when there is someone to wait for. */
  readonly onWait: (message: string) => void;
}

const pollInterval = 25;
/** Waiting shorter than this is not worth a word. */
const silence = 500;

/** Thrown when another writer does not let go; names the lock file. */
export class LockTimeout extends Error {}

/**
 * Runs `work` while holding the one lock beside `backlog.yaml`. A lock whose owner died on this
 * host is taken over; another host's never is, since nothing here can tell whether it lives.
 */
export async function withLock<T>(
  files: FileSystem,
  path: string,
  options: LockOptions,
  work: () => T | Promise<T>,
): Promise<T> {
  const owner = describeSelf();
  await acquire(files, path, owner, options);
  try {
    return await work();
  } finally {
    release(files, path, owner);
  }
}

/** A lock that cannot be removed is no failure of the work: it is found dead when this ends. */
function release(files: FileSystem, path: string, owner: Owner): void {
  const holder = readOwner(files, path);
  if (!holder || !isSame(holder, owner)) return;
  try {
    files.remove(path);
  } catch {
    // As said above.
  }
}

async function acquire(
  files: FileSystem,
  path: string,
  owner: Owner,
  { timeout, onWait }: LockOptions,
): Promise<void> {
  const begin = performance.now();
  let told = false;
  while (!tryCreate(files, path, owner)) {
    const holder = readOwner(files, path);
    if (holder && isDead(holder, owner)) {
      takeOver(files, path, holder, owner);
      continue;
    }
    const waited = performance.now() - begin;
    const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
    if (waited > timeout) {
      throw new LockTimeout(
        `${who} is writing to this backlog and did not finish; if it is gone, remove ${path}`,
      );
    }
    if (waited > silence && !told) {
      told = true;
      onWait(`waiting for ${who}, which is writing to this backlog`);
    }
    await sleep(pollInterval);
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
    files.remove(draft);
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

function readOwner(files: FileSystem, path: string): Owner | null {
  try {
    const value = JSON.parse(files.read(path)) as Partial<Owner>;
    const { host, boot, pid, started } = value;
    if (typeof host !== 'string' || typeof pid !== 'number') return null;
    return { host, pid, boot: String(boot), started: String(started) };
  } catch {
    // Gone between two looks, or not written by us: neither tells who holds it.
    return null;
  }
}

function isDead(holder: Owner, self: Owner): boolean {
  if (holder.host !== self.host) return false;
  if (!isSameBoot(holder.boot, self.boot)) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
  return processStart(holder.pid) !== holder.started;
}

/**
 * Moves a dead owner's lock aside. Two processes may both see it dead: only one rename of the
 * same file succeeds, and what was moved is checked, since the other may have locked meanwhile.
 */
function takeOver(files: FileSystem, path: string, dead: Owner, self: Owner): void {
  const aside = `${path}.dead.${self.pid}`;
  try {
    files.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readOwner(files, aside);
  if (!moved || !isSame(moved, dead)) {
    try {
      files.link(aside, path);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  files.remove(aside);
}

function isSame(a: Owner, b: Owner): boolean {
  return a.host === b.host && a.pid === b.pid && a.started === b.started;
}

/** Two readings of one boot's minute may differ by rounding and by a clock put right. */
function isSameBoot(a: string, b: string): boolean {
  const minutes = [a, b].map((boot) => Number(/^minute (\d+)$/.exec(boot)?.[1] ?? Number.NaN));
  const [first = 0, second = 0] = minutes;
  return a === b || Math.abs(first - second) <= 2;
}

function describeSelf(): Owner {
  return {
    host: hostname(),
    boot: bootId(),
    pid: process.pid,
    started: processStart(process.pid),
  };
}

/** Linux names each boot; elsewhere the minute of the boot is near enough. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return `minute ${Math.round((Date.now() / 1000 - uptime()) / 60)}`;
  }
}

/** Field 22 of /proc/PID/stat (proc(5)); "unknown" where there is no /proc. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
