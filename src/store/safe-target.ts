import { basename, join } from 'node:path';
import type { FileChange } from '../backlog/change-set.js';
import { findEscape, findNameFault } from '../text/portable-path.js';
import type { Problem } from '../text/problem.js';
import type { FileSystem } from './file-system.js';

/** Why changes may not be written below `root`: nothing is ever written outside a backlog. */
export function findUnsafeTargets(
  files: FileSystem,
  root: string,
  changes: readonly Pick<FileChange, 'path' | 'before'>[],
): readonly Problem[] {
  return changes.flatMap(({ path, before }) => {
    const link = findEscape(path) === null ? findLink(files, root, path) : null;
    const message =
      findEscape(path) ??
      (before === null ? findNameFault(basename(path)) : null) ??
      (link === null ? null : describeLink(link, path));
    return message === null ? [] : [{ kind: 'usage' as const, path, message }];
  });
}

/**
 * The first part of a path below `root` that is a symbolic link, or null. None is followed: where
 * it leads is not the backlog's, even when it is inside. The way to `root` itself is the user's.
 */
export function findLink(files: FileSystem, root: string, path: string): string | null {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count += 1) {
    const part = parts.slice(0, count).join('/');
    if (files.isLink(join(root, part))) return part;
  }
  return null;
}

export function describeLink(link: string, path: string): string {
  return link === path
    ? 'a symbolic link: put the file itself there'
    : `${link} is a symbolic link: put the folder itself there`;
}
