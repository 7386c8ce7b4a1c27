import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { findEscape } from '../text/portable-path.js';
import { errorCode, type FileSystem, type Identity } from './file-system.js';
import type { Place } from './place.js';

/*
 * The journal tells of a change set whose files are being put in place. It appears, whole, when
 * every new text is on disk, and goes when the last file has its name. So a process that finds
 * one after a crash can finish the change, or undo it: the new texts lie in the drafts, the old
 * ones in the journal. It acts, so it lies where no clone can bring it and names the checkout it
 * was written for: a copied folder's or an unpacked archive's is not believed.
 */

/** Temporary files carry this ending, so that doctor can tell leftovers from documents. */
export const temporaryEnding = '.storymark-tmp';

/** One file of a change set. */
export interface JournalEntry {
  /** Relative to the backlog, `/` between parts. */
  readonly path: string;
  /** The text it had; null where there was none. */
  readonly before: string | null;
  /** Hash of the text it gets; null where it goes. */
  readonly after: string | null;
}

export interface Journal {
  /** Part of the names of this change set's drafts. */
  readonly token: string;
  readonly entries: readonly JournalEntry[];
}

export type JournalReading =
  /** `foreign`: written for another checkout, so nobody's here. */
  | { readonly kind: 'none' | 'damaged' | 'newer' | 'foreign' }
  | { readonly kind: 'sound'; readonly journal: Journal };

const version = 1;

export function journalPath(state: string): string {
  return join(state, 'journal');
}

/** Where it is written; what a writer that died left there is the next one's to replace. */
export function journalDraftPath(state: string): string {
  return join(state, 'journal.draft');
}

/** Another for each change set: a draft that could not be removed is in no one's way. */
export function drawToken(writer: string): string {
  return `${writer}${randomBytes(2).toString('hex')}`;
}

/** Where an entry's new text lies until it gets its name. */
export function draftOf(token: string, path: string): string {
  return `${path}.${token}${temporaryEnding}`;
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A line that says what follows, so that a torn or foreign file is known for one. */
export function writeJournal(files: FileSystem, place: Place, journal: Journal): string {
  const body = JSON.stringify({ ...journal, anchors: identifyAnchors(files, place) });
  return `${JSON.stringify({ journal: version, sum: hashText(body) })}\n${body}\n`;
}

export function readJournal(files: FileSystem, place: Place): JournalReading {
  if (place.state === null) return { kind: 'none' };
  const path = journalPath(place.state);
  if (!files.exists(path)) return { kind: 'none' };
  try {
    // As large as all the files of a change set together.
    const text = files.read(path, Number.POSITIVE_INFINITY);
    return parseJournal(text, identifyAnchors(files, place));
  } catch {
    // Another process may have finished it between the two looks.
    return { kind: files.exists(path) ? 'damaged' : 'none' };
  }
}

function parseJournal(text: string, anchors: readonly (Identity | null)[]): JournalReading {
  const [head = '', body = ''] = text.split('\n');
  const { journal: written, sum } = JSON.parse(head) as { journal?: unknown; sum?: unknown };
  if (typeof written === 'number' && written > version) return { kind: 'newer' };
  if (written !== version || sum !== hashText(body)) return { kind: 'damaged' };
  const journal = JSON.parse(body) as Partial<Journal & { anchors: unknown }>;
  if (!isFrom(journal.anchors, anchors)) return { kind: 'foreign' };
  const { token, entries } = journal;
  if (typeof token !== 'string' || !/^[0-9a-f]+$/.test(token)) return { kind: 'damaged' };
  if (!Array.isArray(entries) || !entries.every(isEntry)) return { kind: 'damaged' };
  // Each draft gets its name once.
  if (new Set(entries.map(({ path }) => path)).size < entries.length) return { kind: 'damaged' };
  return { kind: 'sound', journal: { token, entries } };
}

function isEntry(value: unknown): value is JournalEntry {
  const { path, before, after } = (value ?? {}) as Partial<Record<keyof JournalEntry, unknown>>;
  const isTextOrNull = (one: unknown) => one === null || typeof one === 'string';
  const isPath = typeof path === 'string' && findEscape(path) === null;
  return isPath && isTextOrNull(before) && isTextOrNull(after);
}

function identifyAnchors(files: FileSystem, { anchors }: Place): readonly (Identity | null)[] {
  return anchors.map((anchor) => files.identify(anchor));
}

function isFrom(written: unknown, anchors: readonly (Identity | null)[]): boolean {
  if (!Array.isArray(written) || written.length !== anchors.length) return false;
  return anchors.every((anchor, at) => {
    const { inode, born } = (written[at] ?? {}) as Partial<Identity>;
    // A folder that had not changed since it was made gave no time of birth.
    return anchor !== null && inode === anchor.inode && (born === '0' || born === anchor.born);
  });
}

/**
 * What a file holds now: null when it is not there, undefined for what was never ours (no UTF-8,
 * or far too large). Throws the system's errors.
 */
export function readCurrentText(files: FileSystem, path: string): string | null | undefined {
  if (!files.exists(path)) return null;
  try {
    return files.read(path);
  } catch (error) {
    if (errorCode(error) !== undefined) throw error;
    return undefined;
  }
}
