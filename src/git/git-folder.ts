import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The git directory that all work trees of the repository around `folder` share, or null outside
 * of one. Found without starting git, which every command would have to wait for.
 */
export function findSharedGitFolder(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const entry = join(at, '.git');
    const found = statSync(entry, { throwIfNoEntry: false });
    if (found?.isDirectory()) return entry;
    // A work tree or a submodule has a file there that names its git directory.
    const own = found?.isFile()
      ? /^gitdir: (.*)/.exec(readFileSync(entry, 'utf8'))?.[1]
      : undefined;
    if (own !== undefined) return readCommonFolder(resolve(at, own.trim()));
    if (dirname(at) === at) return null;
  }
}

function readCommonFolder(own: string): string {
  const common = readOrNull(join(own, 'commondir'));
  return common === null ? own : resolve(own, common.trim());
}

export function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
