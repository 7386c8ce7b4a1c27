import { dirname, join } from 'node:path';
import { type ChangeSet, compactChanges, findUnsettled } from '../backlog/change-set.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { errorCode, type FileSystem, removeQuietly } from './file-system.js';
import {
  draftOf,
  drawToken,
  hashText,
  journalDraftPath,
  journalPath,
  readCurrentText,
  readJournal,
  writeJournal,
} from './journal.js';
import type { Place } from './place.js';
import { close, foldersOf, recover } from './recovery.js';
import { findUnsafeTargets } from './safe-target.js';
import { findTakenIds } from './taken-ids.js';

/**
 * Writes a change set into a backlog, all of it or nothing: every new text next to its target and
 * on disk, then the journal, then the renames. One file needs no journal, as one rename is whole
 * or not at all. Fails without having written anything, or throws the system's error likewise;
 * only an `interrupted` problem means that files are half changed, which the next command settles.
 * The caller holds the lock.
 *
 * @param writer the caller's token
 */
export async function applyChanges(
  files: FileSystem,
  place: Place,
  writer: string,
  changeSet: ChangeSet,
): Promise<Result<null>> {
  const { root } = place;
  const changes = compactChanges(changeSet);
  const unsafe = findUnsafeTargets(files, root, changes);
  if (unsafe.length > 0) return { ok: false, problems: unsafe };
  const unsettled = findUnsettled(changes);
  if (unsettled.length > 0) return { ok: false, problems: unsettled };
  const conflicts = [
    ...changes.flatMap(({ path, before }) => findConflict(files, root, path, before)),
    ...findTakenIds(files, root, changes),
  ];
  if (conflicts.length > 0) return { ok: false, problems: conflicts };
  const token = drawToken(writer);
  let isUnderWay = false;
  try {
    await writeDrafts(files, root, token, changes);
    if (changes.length > 1) {
      isUnderWay = true;
      await openJournal(files, place, token, changes);
    }
    for (const { path, after } of changes) {
      if (after === null) files.remove(join(root, path));
      else files.rename(join(root, draftOf(token, path)), join(root, path));
    }
    if (changes.length > 1) await close(files, place, changes);
    return success(null);
  } catch (error) {
    if (isUnderWay) return await stepBack(files, place, writer, token, changes, error);
    removeDrafts(files, root, token, changes);
    throw error;
  }
}

async function writeDrafts(
  files: FileSystem,
  root: string,
  token: string,
  changes: ChangeSet,
): Promise<void> {
  const drafts: string[] = [];
  for (const { path, after } of changes) {
    if (after === null) continue;
    const draft = join(root, draftOf(token, path));
    files.makeFolder(dirname(draft));
    files.create(draft, after);
    drafts.push(draft);
  }
  await files.sync(drafts);
}

/** From here on the change set will be whole, whatever dies. */
async function openJournal(
  files: FileSystem,
  place: Place,
  token: string,
  changes: ChangeSet,
): Promise<void> {
  const { root, state } = place;
  if (state === null) throw new Error('a change set of many files needs a journal');
  const entries = changes.map(({ path, before, after }) => ({
    path,
    before,
    after: after === null ? null : hashText(after),
  }));
  const draft = journalDraftPath(state);
  try {
    files.remove(draft);
    files.create(draft, writeJournal(files, place, { token, entries }));
    await files.sync([draft, ...foldersOf(files, root, entries)]);
    files.rename(draft, journalPath(state));
  } catch (error) {
    removeQuietly(files, draft);
    throw error;
  }
  // The folder itself may be new, and the one it is in.
  await files.sync([state, dirname(state), dirname(dirname(state))]);
}

/** After a failure: undoes what was done, or finishes it where that alone is possible. */
async function stepBack(
  files: FileSystem,
  place: Place,
  writer: string,
  token: string,
  changes: ChangeSet,
  error: unknown,
): Promise<Result<null>> {
  if (readJournal(files, place).kind === 'none') {
    removeDrafts(files, place.root, token, changes);
    throw error;
  }
  const settled = await recover(files, place, writer, 'back');
  if (settled.ok && settled.value?.direction === 'back') throw error;
  if (settled.ok) return success(null);
  const message = `writing stopped (${errorCode(error) ?? String(error)}) and can neither be finished nor undone now; the next command tries again`;
  return failure({ kind: 'interrupted', message });
}

function removeDrafts(files: FileSystem, root: string, token: string, changes: ChangeSet): void {
  for (const { path, after } of changes) {
    if (after !== null) removeQuietly(files, join(root, draftOf(token, path)));
  }
}

/** A file that is no longer what the change was made from is never overwritten. */
function findConflict(
  files: FileSystem,
  root: string,
  path: string,
  before: string | null,
): readonly Problem[] {
  if (readCurrentText(files, join(root, path)) === before) return [];
  const what =
    before === null
      ? 'the file is already there; nothing was written: rename it or move it away, then try again'
      : 'the file changed since it was read; nothing was written, try again';
  return [{ kind: 'conflict', path, message: what }];
}
