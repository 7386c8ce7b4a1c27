import { readDocument } from '../../item/document.js';
import { type DocumentChange, describeDocumentChanges } from './document-changes.js';

/** A version of an item's file; `commit` is null for what is not committed yet. */
export interface LoggedVersion {
  readonly commit: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly message: string | null;
  readonly path: string;
  /** In each parent of the commit. */
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

/** What one commit did to an item. */
export interface LogEntry {
  readonly commit: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly message: string | null;
  readonly changes: readonly DocumentChange[];
}

/**
 * An item's history as changes of its fields, newest first. Commits that changed nothing a person
 * would name (a comment, the order of keys) are left out.
 *
 * @param versions newest first
 */
export function logItem(versions: readonly LoggedVersion[]): readonly LogEntry[] {
  return versions.flatMap((version, index): readonly LogEntry[] => {
    const { commit, author, date, message } = version;
    const older = versions[index + 1];
    const changes = [...describeFile(version, older), ...describeTexts(version)];
    return changes.length === 0 ? [] : [{ commit, author, date, message, changes }];
  });
}

function describeFile({ path, before, after }: LoggedVersion, older: LoggedVersion | undefined) {
  const say = (text: string, from: string | null): readonly DocumentChange[] => [
    { field: 'file', from, to: path, text },
  ];
  const isNew = before.every((text) => text === null);
  if (isNew && after !== null) return say('added', null);
  if (!isNew && after === null) return say('deleted', path);
  if (older === undefined || older.path === path) return [];
  const [was, is] = [older.path, path].map((one) => one.includes('/archive/'));
  if (was !== is) return say(is ? 'archived' : 'taken out of the archive', older.path);
  const [old, now] = [older.path, path].map((one) => one.slice(one.lastIndexOf('/') + 1));
  // The folder was moved, with all that is in it.
  if (old === now) return [];
  return say(`file renamed from ${old}`, older.path);
}

/** What a merge changed is what it has in common with no parent. */
function describeTexts({ path, before, after }: LoggedVersion): readonly DocumentChange[] {
  if (after === null) return [];
  const olds = before.filter((text) => text !== null);
  const [first = [], ...others] = olds.map((old) => compareTexts(path, old, after));
  const isNewText = () => hasOwnLine(after, olds);
  return first
    .filter((change) => others.every((changes) => changes.some((one) => isAlike(one, change))))
    .filter(({ field }) => others.length === 0 || field !== 'text' || isNewText());
}

function compareTexts(path: string, before: string, after: string): readonly DocumentChange[] {
  const [old, now] = [readDocument(path, before), readDocument(path, after)];
  if (old.ok && now.ok) return describeDocumentChanges(old.value, now.value);
  const text = now.ok ? 'made readable again' : 'made unreadable';
  return old.ok || now.ok ? [{ field: 'file', from: null, to: null, text }] : [];
}

/** Criteria share one field; any other field is one thing, whatever it was before. */
function isAlike(left: DocumentChange, right: DocumentChange): boolean {
  return left.field === right.field && (left.field !== 'criteria' || left.text === right.text);
}

function hasOwnLine(text: string, others: readonly string[]): boolean {
  const known = new Set(others.flatMap((one) => one.split(/\r?\n/)));
  return text.split(/\r?\n/).some((line) => !known.has(line));
}
