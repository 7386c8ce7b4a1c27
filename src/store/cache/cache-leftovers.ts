import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const draftEnding = '.tmp';
/** Milliseconds after which nobody is writing a draft any more, on whatever machine. */
const draftLifetime = 600_000;
/** As long as no machine takes to write one, another's process being none here. */
const longestWriting = 60_000;
/** Milliseconds after which a cache that nobody renewed is taken for a backlog's that is gone. */
const cacheLifetime = 30 * 24 * 3_600_000;

/** What a backlog's caches and their drafts are called: `0a1b….cache`, `0a1b….cache.words.42.tmp`. */
const namePattern = /^(\w+)\.cache(?:\.[a-z-]+)?(?:\.(\d+)\.tmp)?$/;

/** Absolute paths of drafts in a folder of caches whose writers certainly died. */
export function listDeadDrafts(folder: string): readonly string[] {
  return listCacheFiles(folder).flatMap(({ path, writer }) =>
    writer !== null && isDeadDraft(path, writer) ? [path] : [],
  );
}

/**
 * Takes away dead drafts, and caches of backlogs that were moved or deleted: nothing says whose a
 * cache was, and one taken too early costs one slow command.
 *
 * @param own name of a cache whose backlog is known to be there
 */
export function clearFolder(folder: string, own: string): void {
  const [ownBacklog] = own.split('.');
  for (const { path, writer, backlog } of listCacheFiles(folder)) {
    const isDead =
      writer === null
        ? backlog !== ownBacklog && ageOf(path) > cacheLifetime
        : isDeadDraft(path, writer);
    if (isDead) removeCacheFile(path);
  }
}

export function removeCacheFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It may lie there: it is in nobody's way.
  }
}

function listCacheFiles(folder: string) {
  return listNames(folder).flatMap((name) => {
    const [whole, backlog, pid] = namePattern.exec(name) ?? [];
    if (whole === undefined) return [];
    return { path: join(folder, name), backlog, writer: pid === undefined ? null : Number(pid) };
  });
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isDeadDraft(path: string, writer: number): boolean {
  const age = ageOf(path);
  return age > draftLifetime || (age > longestWriting && isGone(writer));
}

/** Milliseconds since a file was written to; 0 when it is no longer there. */
function ageOf(path: string): number {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? Date.now() - stats.mtimeMs : 0;
  } catch {
    return 0;
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
