import { basename, dirname, join, sep } from 'node:path';
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
  const faults = new Map<string, string | null>();
  const findFolderFault = (folder: string) => {
    const known = faults.get(folder);
    if (known !== undefined) return known;
    const fault = isInside(files, root, folder) ? null : 'the folder leads out of the backlog';
    faults.set(folder, fault);
    return fault;
  };
  return changes.flatMap(({ path, before }) => {
    const message =
      findEscape(path) ??
      (before === null ? findNameFault(basename(path)) : null) ??
      findFolderFault(dirname(join(root, path))) ??
      (files.isLink(join(root, path)) ? 'a symbolic link: put the file itself there' : null);
    return message === null ? [] : [{ kind: 'usage' as const, path, message }];
  });
}

/** Whether a folder, or what is there of it, lies in the backlog once every link is followed. */
export function isInside(files: FileSystem, root: string, folder: string): boolean {
  let there = folder;
  while (there !== root && !files.exists(there)) there = dirname(there);
  if (there === root) return true;
  const top = files.realPath(root);
  return files.realPath(there).startsWith(top.endsWith(sep) ? top : top + sep);
}

/** Whether a file or folder that is there is reached through a link to somewhere outside. */
export function leadsOut(files: FileSystem, root: string, path: string): boolean {
  const parts = path.split('/');
  const isLinked = parts.some((_, at) => files.isLink(join(root, ...parts.slice(0, at + 1))));
  return isLinked && files.exists(join(root, path)) && !isInside(files, root, join(root, path));
}
