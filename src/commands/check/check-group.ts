import { dirname, relative, sep } from 'node:path';
import type { FileSystem } from '../../store/file-system.js';
import { findEnclosingBacklog } from './check-walk.js';

/** Something to check, by absolute path. */
export type Pick =
  | { readonly kind: 'backlog'; readonly root: string }
  /** Inside a backlog. */
  | { readonly kind: 'folder'; readonly path: string }
  /** Anywhere; a file that was named itself is accounted for even when it is not checked. */
  | { readonly kind: 'file'; readonly path: string; readonly isNamed: boolean };

/** A backlog and what of it is asked for. */
export interface RequestedBacklog {
  /** Absolute path of the folder with `backlog.yaml`. */
  readonly root: string;
  /** By path in the backlog. */
  readonly isRequested: (path: string) => boolean;
  /** Paths in the backlog that were named themselves. */
  readonly named: readonly string[];
}

export interface Grouped {
  readonly backlogs: readonly RequestedBacklog[];
  /** Absolute paths of files outside any backlog. */
  readonly standalone: readonly string[];
}

interface Group {
  isWhole: boolean;
  readonly folders: string[];
  readonly files: Set<string>;
  readonly named: Set<string>;
}

/** Sorts what is picked by the backlog it lies in. */
export function groupPicks(files: FileSystem, picks: readonly Pick[]): Grouped {
  const groups = new Map<string, Group>();
  const groupOf = (root: string): Group => {
    const group = groups.get(root) ?? newGroup();
    groups.set(root, group);
    return group;
  };
  const standalone = new Set<string>();
  const findRoot = rememberRoots(files);
  for (const pick of picks) {
    if (pick.kind === 'backlog') {
      groupOf(pick.root).isWhole = true;
      continue;
    }
    const root = findRoot(pick.path);
    if (root === null) standalone.add(pick.path);
    else addInside(groupOf(root), pick, relative(root, pick.path).split(sep).join('/'));
  }
  const backlogs = [...groups].map(([root, group]) => ({
    root,
    isRequested: (path: string) => isRequestedIn(group, path),
    named: [...group.named],
  }));
  return { backlogs, standalone: [...standalone] };
}

function newGroup(): Group {
  return { isWhole: false, folders: [], files: new Set(), named: new Set() };
}

function addInside(group: Group, pick: Exclude<Pick, { kind: 'backlog' }>, path: string): void {
  if (pick.kind === 'folder') group.folders.push(path);
  else {
    group.files.add(path);
    if (pick.isNamed) group.named.add(path);
  }
}

function isRequestedIn({ isWhole, folders, files }: Group, path: string): boolean {
  return isWhole || files.has(path) || folders.some((folder) => path.startsWith(`${folder}/`));
}

/** Thousands of files lie in few folders. */
function rememberRoots(files: FileSystem): (path: string) => string | null {
  const known = new Map<string, string | null>();
  return (path) => {
    const folder = dirname(path);
    const root = known.get(folder);
    if (root !== undefined) return root;
    const found = findEnclosingBacklog(files, path);
    known.set(folder, found);
    return found;
  };
}
