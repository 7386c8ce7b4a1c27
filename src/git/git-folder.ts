import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** A work tree and its own git directory, both absolute. */
export interface Repository {
  readonly top: string;
  readonly gitFolder: string;
}

/**
 * The work tree around `folder` whose git directory we may keep state in, or null. Found without
 * starting git, which every command would have to wait for. Nothing is written to where a `.git`
 * from elsewhere points: an archive may hold one that names any folder, so a link, or a file that
 * the folder it names does not name back, is not believed.
 */
export function findRepository(folder: string): Repository | null {
  return lookUpwards(folder, (top) => {
    const gitFolder = readGitLink(top);
    if (gitFolder === null) return null;
    const isOwn = lookAt(join(top, '.git'))?.isDirectory() || namesBack(gitFolder, top);
    return isOwn ? { top, gitFolder } : null;
  });
}

/** The git directory of the work tree around `folder` (of a worktree its own) as git finds it. */
export function findGitFolder(folder: string): string | null {
  return lookUpwards(folder, readGitLink);
}

function lookUpwards<T>(folder: string, look: (top: string) => T | null): T | null {
  for (let top = folder; ; top = dirname(top)) {
    const found = look(top);
    if (found !== null || dirname(top) === top) return found;
  }
}

/** The git directory that all work trees of the repository around `folder` share, or null. */
export function findSharedGitFolder(folder: string): string | null {
  const own = findRepository(folder)?.gitFolder;
  if (own === undefined) return null;
  const isLinked = basename(dirname(own)) === 'worktrees';
  // What git writes there; anything else may lead anywhere.
  return isLinked && readOrNull(join(own, 'commondir'))?.trim() === '../..'
    ? dirname(dirname(own))
    : own;
}

/** `.git` is the folder itself, or a file that names it (worktrees, submodules). */
function readGitLink(top: string): string | null {
  const path = join(top, '.git');
  const [, target] = /^gitdir: (.+)$/m.exec(readOrNull(path) ?? '') ?? [];
  const folder = target === undefined ? path : resolve(top, target.trim());
  return lookAt(join(folder, 'HEAD')) === undefined ? null : folder;
}

/** A worktree's git directory names the `.git` file (gitrepository-layout(5)), a submodule's the folder. */
function namesBack(gitFolder: string, top: string): boolean {
  const file = readOrNull(join(gitFolder, 'gitdir'))?.trim();
  if (file) return isSameFolder(dirname(resolve(gitFolder, file)), top);
  const [, named] =
    /^\s*worktree\s*=\s*(.+)$/m.exec(readOrNull(join(gitFolder, 'config')) ?? '') ?? [];
  return named !== undefined && isSameFolder(resolve(gitFolder, named.trim()), top);
}

function isSameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** The text of a small file of git's; null for what is none, such as a pipe, which would be waited for. */
export function readOrNull(path: string): string | null {
  try {
    return lookAt(path)?.isFile() ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

function lookAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
