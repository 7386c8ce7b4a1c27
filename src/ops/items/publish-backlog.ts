import { allItems, type Backlog, createBacklog, getItem } from '../../backlog/backlog.js';
import { type Document, readDocument } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { escapePattern } from '../../text/words.js';

/** Stands where a text names what is private. */
const hidden = '(private)';

/**
 * The backlog as others may see it: without documents that say `private: true`, and without their
 * ids and titles in the texts of the others. A title of one word is left in texts, as it may be
 * any word; what refers to a private document then names nothing.
 */
export function publishBacklog(backlog: Backlog): Backlog {
  const everything = allItems(backlog);
  const secret = everything.filter(isPrivate);
  if (secret.length === 0) return backlog;
  const redact = makeRedactor(secret);
  const documents = everything
    .filter((item) => !isPrivate(item))
    .flatMap(({ document }) => redactDocument(document, redact));
  const { vision } = backlog.settings;
  const settings = vision
    ? { ...backlog.settings, vision: redactTexts(vision, redact) }
    : backlog.settings;
  return createBacklog(settings, documents, backlog.problems);
}

/** Anything but a clear no: what somebody meant to keep private is not shown for a word. */
export function isPrivate({ document }: Item): boolean {
  const value = document.field('private');
  return value !== undefined && ![null, false, 'false', 'no'].includes(value as string);
}

/** The backlog as if nothing in it were private, for who asks for that. */
export function revealBacklog(backlog: Backlog): Backlog {
  const documents = allItems(backlog).map(({ document }) => {
    const read = readDocument(document.path, document.text.replace(/^private:.*\r?\n/m, ''));
    return read.ok ? read.value : document;
  });
  return createBacklog(backlog.settings, documents, backlog.problems);
}

/** Puts `(private)` for the ids and titles of private documents in a page made for others. */
export function createRedactor(backlog: Backlog): (text: string) => string {
  const secret = allItems(backlog).filter(isPrivate);
  return secret.length === 0 ? (text) => text : makeRedactor(secret);
}

/** How many work items a page for others leaves out. */
export function countPrivate(backlog: Backlog): number {
  return backlog.work.filter(isPrivate).length;
}

/** Entries as others may read them, each in its place: a private document's without its name. */
export function hidePrivate<T extends { readonly id: string; readonly title: string }>(
  backlog: Backlog,
  entries: readonly T[],
): readonly T[] {
  const redact = createRedactor(backlog);
  return entries.map((entry) => {
    const item = getItem(backlog, entry.id);
    return item && isPrivate(item)
      ? { ...entry, id: '', title: hidden }
      : { ...entry, title: redact(entry.title) };
  });
}

/** What a page is about, as `ID Title`: of a private document neither is shown. */
export function hidePrivateName(backlog: Backlog, text: string): string {
  // A title of one word stands behind the id that names it.
  return createRedactor(backlog)(text).replace(/\(private\) .*$/, hidden);
}

/** The entries that name no private document, with titles as others may read them. */
export function publishEntries<T extends { readonly id: string | null }>(
  published: Backlog,
  entries: readonly T[],
): readonly T[] {
  return entries.flatMap((entry) => {
    if (entry.id === null) return [entry];
    const shown = getItem(published, entry.id);
    return shown ? [{ ...entry, title: shown.title }] : [];
  });
}

function redactTexts<T extends object>(texts: T, redact: (text: string) => string): T {
  const entries = Object.entries(texts).map(([key, text]) => [key, redact(String(text))]);
  return Object.fromEntries(entries) as T;
}

function redactDocument(document: Document, redact: (text: string) => string): readonly Document[] {
  const text = redact(document.text);
  if (text === document.text) return [document];
  const read = readDocument(document.path, text);
  // One that cannot be read any more is left out: rather too little than too much.
  return read.ok ? [read.value] : [];
}

function makeRedactor(secret: readonly Item[]): (text: string) => string {
  const titles = secret.map(({ title }) => title.trim()).filter((title) => /\S\s+\S/.test(title));
  // Longest first, so that no id is taken for the beginning of another.
  const names = [...new Set([...titles, ...secret.map(({ id }) => id).filter((id) => id !== '')])]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => escapePattern(name).replace(/\s+/g, '\\s+'));
  // A file's name goes on behind the id with the title's words.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${names.join('|')})(?:-[\\p{L}\\p{N}-]+(?:\\.md)?)?(?![\\p{L}\\p{N}_])`,
    'giu',
  );
  return (text) => text.replace(pattern, hidden);
}
