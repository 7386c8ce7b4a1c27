import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The git directory of the work tree around `folder` (of a worktree its own), or null outside of
 * one. Found without starting git, which every command would have to wait for.
 */
export function findGitFolder(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const found = readGitLink(join(at, '.git'));
    if (found !== null) return found;
    if (dirname(at) === at) return null;
  }
}

/** The git directory that all work trees of the repository around `folder` share, or null. */
export function findSharedGitFolder(folder: string): string | null {
  const own = findGitFolder(folder);
  const common = own && readOrNull(join(own, 'commondir'));
  return own && common ? resolve(own, common.trim()) : own;
}

/** `.git` is the folder itself, or a file that names it (worktrees, submodules). */
function readGitLink(path: string): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return null;
    const [, target] = stats.isFile()
      ? (/^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8')) ?? [])
      : [];
    const folder = stats.isDirectory() ? path : target && resolve(dirname(path), target.trim());
    // Nothing is written to where a file from elsewhere points, unless it is git's.
    return folder && existsSync(join(folder, 'HEAD')) ? folder : null;
  } catch {
    return null;
  }
}

export function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
