import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { errorCode, type FileSystem } from './file-system.js';

/** Who holds the lock: enough to tell a live owner from one that died (docs/design.md, Writes). */
export interface Owner {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  /** When the process started, in the system's own unit: tells apart two with one pid. */
  readonly started: string;
  /** Its token, the beginning of its drafts' names, and those of the dead whose lock it took. */
  readonly tokens: readonly string[];
}

/** A lock that was found: whose it is, if it says so, and since when it is there. */
export interface FoundLock {
  readonly text: string;
  readonly owner: Owner | null;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export function readLock(files: FileSystem, path: string): FoundLock | null {
  const since = files.changedAt(path);
  if (since === null) return null;
  const found = { text: readLockText(files, path), since: Number(since / 1_000_000n) };
  try {
    const { host, boot, pid, started, tokens } = JSON.parse(found.text) as Partial<Owner>;
    if (typeof host !== 'string' || typeof pid !== 'number') return { ...found, owner: null };
    const own = Array.isArray(tokens) ? tokens.map(String) : [];
    const owner = { host, pid, boot: String(boot), started: String(started), tokens: own };
    return { ...found, owner };
  } catch {
    return { ...found, owner: null };
  }
}

/** Gone between two looks, or not written by us: neither tells who holds it. */
export function readLockText(files: FileSystem, path: string): string {
  try {
    return files.read(path);
  } catch {
    return '';
  }
}

export function isDead({ owner, since }: FoundLock, self: Owner): boolean {
  // Locks are not synced: a machine that lost power may keep an empty one. Whoever made it
  // had it written in the same moment, so one from before this boot is nobody's.
  if (owner === null) return since < Date.now() - uptime() * 1000 - 60_000;
  if (owner.host !== self.host) return false;
  if (!isSameBoot(owner.boot, self.boot)) return true;
  return isGone(owner.pid) || readProcess(owner.pid).started !== owner.started;
}

/** No process of this machine has this number, or only one that ended and was not waited for. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
  return /^[ZX]/.test(readProcess(pid).state);
}

export function isSame(a: Owner, b: Owner): boolean {
  return a.host === b.host && a.pid === b.pid && a.started === b.started;
}

/** Two readings of one boot's minute may differ by rounding and by a clock put right. */
function isSameBoot(a: string, b: string): boolean {
  const minutes = [a, b].map((boot) => Number(/^minute (\d+)$/.exec(boot)?.[1] ?? Number.NaN));
  const [first = 0, second = 0] = minutes;
  return a === b || Math.abs(first - second) <= 2;
}

export function describeSelf(): Owner {
  return {
    host: hostname(),
    boot: bootId(),
    pid: process.pid,
    started: readProcess(process.pid).started,
    tokens: [randomBytes(4).toString('hex')],
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

/** Fields 3 and 22 of /proc/PID/stat (proc(5)); "unknown" where there is no /proc. */
function readProcess(pid: number): { readonly state: string; readonly started: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? 'unknown', started: fields[19] ?? 'unknown' };
  } catch {
    return { state: 'unknown', started: 'unknown' };
  }
}
