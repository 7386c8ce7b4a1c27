import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type ChangeSet, compactChanges } from '../backlog/change-set.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { errorCode, type FileSystem } from './file-system.js';

/** Temporary files carry this ending, so that doctor can tell leftovers from documents. */
export const temporaryEnding = '.storymark-tmp';

/**
 * Writes a change set below `root`: first every new text beside its target, synced to disk, then
 * the renames. Nothing is renamed before all are written, so a full disk changes no document.
 * A crash between two renames is what the journal will cover. The caller holds the lock.
 */
export function applyChanges(files: FileSystem, root: string, changeSet: ChangeSet): Result<null> {
  const changes = compactChanges(changeSet);
  const conflicts = changes.flatMap(({ path, before }) => findConflict(files, root, path, before));
  if (conflicts.length > 0) return failure(...conflicts);
  const temporary = new Map<string, string>();
  let written = 0;
  try {
    for (const { path, after } of changes) {
      if (after === null) continue;
      const target = join(root, path);
      const draft = `${target}.${randomBytes(4).toString('hex')}${temporaryEnding}`;
      files.makeFolder(dirname(target));
      temporary.set(path, draft);
      files.create(draft, after);
    }
    for (const { path, after } of changes) {
      const draft = temporary.get(path);
      if (draft === undefined || after === null) files.remove(join(root, path));
      else files.rename(draft, join(root, path));
      temporary.delete(path);
      written += 1;
    }
  } catch (error) {
    if (written === 0) throw error;
    const message = `writing stopped after ${written} of ${changes.length} files (${errorCode(error)})`;
    return failure({ kind: 'interrupted', message: `${message}; git diff shows what was written` });
  } finally {
    for (const draft of temporary.values()) removeDraft(files, draft);
  }
  return success(null);
}

/** What cannot be removed is left to doctor: the failure that led here is the one to tell. */
function removeDraft(files: FileSystem, draft: string): void {
  try {
    files.remove(draft);
  } catch {
    // As said above.
  }
}

/** A file that is no longer what the change was made from is never overwritten. */
function findConflict(
  files: FileSystem,
  root: string,
  path: string,
  before: string | null,
): readonly Problem[] {
  const target = join(root, path);
  const now = files.exists(target) ? files.read(target) : null;
  if (now === before) return [];
  const what = before === null ? 'is already there' : 'changed since it was read';
  return [{ kind: 'conflict', path, message: `the file ${what}; nothing was written, try again` }];
}
