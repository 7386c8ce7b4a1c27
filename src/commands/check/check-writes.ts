import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { ChangeSet, FileChange } from '../../backlog/change-set.js';
import { applyChanges } from '../../store/atomic.js';
import { readOnlyPlace } from '../../store/place.js';
import type { Context, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { showPath } from '../shared/shown-path.js';

/** Files to write below one folder. */
export interface Write {
  readonly root: string;
  readonly isBacklog: boolean;
  readonly changes: ChangeSet;
  /** How many of them are documents that were mended. */
  readonly fixed: number;
}

/**
 * One backlog's changes are the shell's to write, behind its lock; those of several, and of standalone
 * files, are written here.
 */
export async function passOnWrites(
  context: Context,
  all: readonly Write[],
  isDry: boolean,
): Promise<Pick<Outcome<object>, 'root' | 'changes' | 'commitMessage'>> {
  const writes = all.filter(({ changes }) => changes.length > 0);
  const [first, ...others] = writes;
  if (first?.isBacklog && others.length === 0) {
    const { root, changes } = first;
    return { root, changes, commitMessage: 'Fix what storymark check found' };
  }
  for (const { root, isBacklog, changes } of isDry ? [] : writes) {
    if (isBacklog) unwrap(await context.storeAt(root).apply(changes));
    else for (const change of changes) await writeStandaloneFile(context, root, change);
  }
  return {};
}

/** Lone files may lie anywhere, and through links: each is a change of its own. */
async function writeStandaloneFile(
  { files }: Context,
  root: string,
  { path, ...change }: FileChange,
): Promise<void> {
  const target = files.realPath(join(root, path));
  const changes = [{ ...change, path: basename(target) }];
  // One file needs no journal, and one that is no backlog's no lock.
  const place = readOnlyPlace(dirname(target));
  unwrap(await applyChanges(files, place, randomBytes(4).toString('hex'), changes));
}

/** The changes as a diff, paths as a person would write them. */
export async function describeWrites(context: Context, writes: readonly Write[]): Promise<string> {
  const { describeChanges } = await import('../../text/diff.js');
  return describeChanges(
    writes.flatMap(({ root, changes }) =>
      changes.map((change) => ({
        ...change,
        path: showPath(context.cwd, join(root, change.path)),
      })),
    ),
  );
}
