import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../text/problem.js';
import { errorCode, type FileSystem, removeQuietly } from './file-system.js';
import {
  draftOf,
  drawToken,
  hashText,
  type Journal,
  type JournalEntry,
  journalPath,
  readCurrentText,
  readJournal,
} from './journal.js';
import type { Place } from './place.js';
import { findUnsafeTargets } from './safe-target.js';

/** How far one file of an interrupted change set had come, and whether a person was there since. */
export type EntryState =
  /** It is as the change set wants it. */
  | 'new'
  /** It is as it was, and what is to replace it is at hand. */
  | 'old'
  /** It had been replaced, and somebody put it back: an undoing that was interrupted, or a person. */
  | 'restored'
  /** Edited by a person before it was replaced, or after: it stays as it is. */
  | 'old-edited'
  | 'new-edited';

export type Direction = 'forward' | 'back';

/** What became of an interrupted change set. */
export interface Recovery {
  readonly direction: Direction;
  readonly journal: Journal;
  /** Paths of files that a person edited meanwhile: they were left as they are. */
  readonly edited: readonly string[];
}

/**
 * Which way leads to a change set that is whole or absent, what people did since included. A text
 * edited before it was replaced does not know of the change, so the change is undone around it;
 * one edited afterwards does, so the change is finished around it. Null when both happened.
 */
export function chooseDirections(states: readonly EntryState[]): readonly Direction[] {
  const has = (state: EntryState) => states.includes(state);
  return [
    ...(has('old-edited') || has('restored') ? [] : ['forward' as const]),
    ...(has('new-edited') ? [] : ['back' as const]),
  ];
}

/**
 * Finishes or undoes the change set that a process left half done, if there is one; null if there
 * is none. The caller holds the lock.
 *
 * @param writer the caller's token
 * @param prefer what to do where both ways are open
 */
export async function recover(
  files: FileSystem,
  place: Place,
  writer: string,
  prefer: Direction,
): Promise<Result<Recovery | null>> {
  const reading = readJournal(files, place);
  switch (reading.kind) {
    case 'none':
    case 'foreign':
      return success(null);
    case 'sound':
      return settle(files, place, writer, reading.journal, prefer);
    case 'newer':
      return fail(
        'a newer version of storymark was interrupted while writing here: run that version again',
      );
    case 'damaged':
      return fail(
        `a command was interrupted while writing, and its journal (${journalPath(place.state ?? '')}) cannot be read; see git diff for what it wrote, and run storymark doctor --fix`,
      );
    default:
      return reading satisfies never;
  }
}

async function settle(
  files: FileSystem,
  place: Place,
  writer: string,
  journal: Journal,
  prefer: Direction,
): Promise<Result<Recovery | null>> {
  const { root } = place;
  const unsafe = findUnsafeTargets(files, root, journal.entries);
  if (unsafe.length > 0) return { ok: false, problems: unsafe };
  let reason = '';
  // What failed one way may succeed the other: a full disk lets nothing new be made.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const states = journal.entries.map((entry) => examine(files, root, journal.token, entry));
      const open = chooseDirections(states);
      const edited = listEdited(journal, states);
      if (open.length === 0) return fail(describeStuck(journal, edited));
      const ways = prefer === 'forward' ? open : [...open].reverse();
      const direction = ways[attempt] ?? ways[0] ?? prefer;
      if (direction === 'forward') await finish(files, place, journal, states);
      else await undo(files, place, writer, journal, states);
      return success({ direction, journal, edited });
    } catch (error) {
      reason = errorCode(error) ?? String(error);
    }
  }
  return fail(
    `a command was interrupted while writing ${countFiles(journal)}, and it cannot be finished now (${reason}); the next command tries again`,
  );
}

function describeStuck(journal: Journal, edited: readonly string[]): string {
  return `a command was interrupted while writing ${countFiles(journal)}, and ${edited.join(', ')} changed since: it can neither be finished nor undone. See git diff, then storymark doctor --fix`;
}

/** Finishes what can be, whatever was edited: for doctor, when a person asks for it. */
export async function finishAnyway(
  files: FileSystem,
  place: Place,
  journal: Journal,
): Promise<readonly string[]> {
  const unsafe = findUnsafeTargets(files, place.root, journal.entries).map(({ path }) => path);
  const entries = journal.entries.filter(({ path }) => !unsafe.includes(path));
  const safe = { ...journal, entries };
  const states = entries.map((entry) => examine(files, place.root, journal.token, entry));
  await finish(files, place, safe, states);
  return [...unsafe.flatMap((path) => path ?? []), ...listEdited(safe, states)];
}

function listEdited({ entries }: Journal, states: readonly EntryState[]): readonly string[] {
  return entries.flatMap(({ path }, index) => (states[index]?.endsWith('-edited') ? [path] : []));
}

function examine(
  files: FileSystem,
  root: string,
  token: string,
  { path, before, after }: JournalEntry,
): EntryState {
  const now = readCurrentText(files, join(root, path));
  const isNew = after === null ? now === null : typeof now === 'string' && hashText(now) === after;
  if (isNew) return 'new';
  if (after === null) return now === before ? 'old' : 'old-edited';
  const draft = readCurrentText(files, join(root, draftOf(token, path)));
  const isWaiting = typeof draft === 'string' && hashText(draft) === after;
  if (now === before) return isWaiting ? 'old' : 'restored';
  return isWaiting ? 'old-edited' : 'new-edited';
}

/** In the order the change set was written in, so that a crash here leaves what a crash there did. */
async function finish(
  files: FileSystem,
  place: Place,
  { token, entries }: Journal,
  states: readonly EntryState[],
): Promise<void> {
  const { root } = place;
  for (const [index, { path, after }] of entries.entries()) {
    const draft = join(root, draftOf(token, path));
    if (states[index] !== 'old') files.remove(draft);
    else if (after === null) files.remove(join(root, path));
    else files.rename(draft, join(root, path));
  }
  await close(files, place, entries);
}

/** Drafts go last: as long as they are there, it is known which files were never replaced. */
async function undo(
  files: FileSystem,
  place: Place,
  writer: string,
  { token, entries }: Journal,
  states: readonly EntryState[],
): Promise<void> {
  const { root } = place;
  for (const [index, { path, before }] of [...entries.entries()].reverse()) {
    if (states[index] !== 'new') continue;
    if (before === null) files.remove(join(root, path));
    else await restore(files, join(root, path), drawToken(writer), before);
  }
  for (const { path } of entries) files.remove(join(root, draftOf(token, path)));
  await close(files, place, entries);
}

async function restore(
  files: FileSystem,
  target: string,
  token: string,
  text: string,
): Promise<void> {
  const draft = draftOf(token, target);
  try {
    files.makeFolder(dirname(target));
    files.create(draft, text);
    await files.sync([draft]);
    files.rename(draft, target);
  } catch (error) {
    removeQuietly(files, draft);
    throw error;
  }
}

/** The journal goes when all names are on disk, and not before. */
export async function close(
  files: FileSystem,
  { root, state }: Place,
  entries: readonly Pick<JournalEntry, 'path'>[],
): Promise<void> {
  await files.sync(foldersOf(files, root, entries));
  if (state !== null) files.remove(journalPath(state));
}

/** The folders, of those that are there, in which names changed. */
export function foldersOf(
  files: FileSystem,
  root: string,
  entries: readonly Pick<JournalEntry, 'path'>[],
): readonly string[] {
  const folders = new Set(entries.map(({ path }) => dirname(join(root, path))));
  return [...folders].filter((folder) => files.isFolder(folder));
}

function countFiles({ entries }: Journal): string {
  return entries.length === 1 ? 'a file' : `${entries.length} files`;
}

function fail(message: string): Result<never> {
  return failure({ kind: 'interrupted', message });
}

/** Says on stderr what became of it. */
export function describeRecovery({ direction, journal, edited }: Recovery): string {
  const what = `a command was interrupted while writing ${countFiles(journal)}`;
  const since = edited.length === 0 ? '' : `; ${edited.join(', ')}, edited since, left as found`;
  return direction === 'forward'
    ? `note: ${what}; finished it now${since}`
    : `note: ${what}; undid it now, so run that command again${since}`;
}
