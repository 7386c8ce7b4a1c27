import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from './file-system.js';

/*
 * The journal tells of a change set whose files are being put in place. It appears, whole, when
 * every new text is on disk, and goes when the last file has its name. So a process that finds
 * one after a crash can finish the change, or undo it: the new texts lie in the drafts, the old
 * ones in the journal.
 */

export const journalFile = '.storymark-journal';
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
  | { readonly kind: 'none' | 'damaged' | 'newer' }
  | { readonly kind: 'sound'; readonly journal: Journal };

const version = 1;

/** Where an entry's new text lies until it gets its name. */
export function draftOf(token: string, path: string): string {
  return `${path}.${token}${temporaryEnding}`;
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A line that says what follows, so that a torn or foreign file is known for one. */
export function writeJournal(journal: Journal): string {
  const body = JSON.stringify(journal);
  return `${JSON.stringify({ journal: version, sum: hashText(body) })}\n${body}\n`;
}

export function readJournal(files: FileSystem, root: string): JournalReading {
  const path = join(root, journalFile);
  if (!files.exists(path)) return { kind: 'none' };
  try {
    // As large as all the files of a change set together.
    return parseJournal(files.read(path, Number.POSITIVE_INFINITY));
  } catch {
    // Another process may have finished it between the two looks.
    return { kind: files.exists(path) ? 'damaged' : 'none' };
  }
}

function parseJournal(text: string): JournalReading {
  const [head = '', body = ''] = text.split('\n');
  const { journal: written, sum } = JSON.parse(head) as { journal?: unknown; sum?: unknown };
  if (typeof written === 'number' && written > version) return { kind: 'newer' };
  if (written !== version || sum !== hashText(body)) return { kind: 'damaged' };
  return { kind: 'sound', journal: JSON.parse(body) as Journal };
}
