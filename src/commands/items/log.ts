import { join, relative, sep } from 'node:path';
import { allItems, type Backlog } from '../../backlog/backlog.js';
import { findDocument, matchesReference } from '../../backlog/lookup.js';
import { type FileVersion, listDeletedFiles, readFileHistory } from '../../git/file-history.js';
import { findWorkTree } from '../../git/run-git.js';
import { isShallow } from '../../git/shallow.js';
import { readDocument } from '../../item/document.js';
import { toItem } from '../../item/item.js';
import { type LogEntry, type LoggedVersion, logItem } from '../../ops/items/item-log.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readNumber } from '../shared/read-backlog.js';

export function run(context: Context, input: Input): Outcome<readonly LogEntry[]> {
  const { root } = context.store();
  const { versions, notes } = readHistory(context, root, input.args[0] ?? '');
  const entries = logItem(versions);
  const shallow = isShallow(root)
    ? ['note: this clone is shallow; get older history with: git fetch --unshallow']
    : [];
  return {
    data: entries.slice(0, readNumber(input, 'limit') ?? entries.length),
    notes: [...notes, ...shallow],
  };
}

interface History {
  /** Newest first. */
  readonly versions: readonly LoggedVersion[];
  readonly notes: readonly string[];
}

/** Of an item of the backlog, or else of one that was deleted: git knows it still. */
function readHistory(context: Context, root: string, reference: string): History {
  const backlog = readBacklog(context);
  const found = findDocument(backlog, reference);
  const isThere = found.ok || backlog.withId(reference).length > 0;
  const deleted = isThere ? null : findDeletedItem(root, backlog, reference);
  if (deleted) {
    const { id, path, text, versions } = deleted;
    const isCommitted = versions[0]?.after === null;
    const last = { ...uncommitted, path: pathFromTop(root, path), before: [text], after: null };
    const notes = [
      `note: ${id} is no longer in the backlog: ${context.shownPath(path)} is deleted`,
    ];
    return { versions: isCommitted ? versions : [last, ...versions], notes };
  }
  const { path, text } = unwrap(found).document;
  const here = pathFromTop(root, path);
  const committed = unwrap(readFileHistory(root, path));
  return { versions: [...listUncommitted(here, text, committed[0]), ...committed], notes: [] };
}

/** As git shows paths. */
function pathFromTop(root: string, path: string): string {
  const top = unwrap(findWorkTree(root));
  return relative(top, join(root, path)).split(sep).join('/');
}

const uncommitted = { commit: null, author: null, date: null, message: null };

/** The file as it is now, when that is not what was committed last. */
function listUncommitted(
  path: string,
  text: string,
  last: LoggedVersion | undefined,
): readonly LoggedVersion[] {
  if (last?.after === text) return [];
  return [{ ...uncommitted, path, before: [last?.after ?? null], after: text }];
}

export function render(entries: readonly LogEntry[], style: Style): string {
  if (!style.isTerminal) return entries.flatMap(listRows).join('\n');
  return entries
    .map(({ date, author, commit, changes }) => {
      const when = date === null ? 'Not committed yet' : style.day(date.slice(0, 10));
      const who = [author, commit?.slice(0, 7)].filter((one) => one != null).join('  ');
      return [
        `${style.bold(when)}${who === '' ? '' : `  ${style.dim(who)}`}`,
        ...changes.map(({ text }) => `  ${text}`),
      ].join('\n');
    })
    .join('\n');
}

/** One change a line: day, author, commit, what. */
function listRows({ date, author, commit, changes }: LogEntry): readonly string[] {
  const head = [date?.slice(0, 10) ?? '', author ?? '', commit?.slice(0, 7) ?? ''];
  return changes.map(({ text }) => [...head, text].join('\t'));
}

/** An item that is no longer in the backlog, but in git's history. */
interface DeletedItem {
  readonly id: string;
  /** Where its file was last, relative to the backlog. */
  readonly path: string;
  /** Its text when it was last there. */
  readonly text: string;
  /** Newest first; the first is its deletion, unless that is not committed. */
  readonly versions: readonly FileVersion[];
}

/** More files of one beginning are not told apart: their names are. */
const mostCandidates = 8;

/**
 * The item a reference means that names none of the backlog; null when git knows none either. Its
 * file is looked for by name, which begins with its id.
 *
 * @param root absolute path of the backlog
 */
function findDeletedItem(root: string, backlog: Backlog, reference: string): DeletedItem | null {
  if (allItems(backlog).some(({ id }) => matchesReference(id, reference))) return null;
  const named = listDeletedFiles(root).filter((path) =>
    matchesReference(path.slice(path.lastIndexOf('/') + 1), reference),
  );
  const found = named.slice(0, mostCandidates).flatMap((path) => readDeleted(root, path) ?? []);
  // A file that was renamed and then deleted is there twice.
  const items = found.filter(({ id }, index) => found.findIndex((one) => one.id === id) === index);
  const meant = items.filter(({ id }) => matchesReference(id, reference));
  const exact = meant.find(({ id }) => id.toUpperCase() === reference.toUpperCase());
  const [first = null] = exact ? [exact] : meant;
  if (!exact && meant.length > 1) {
    failUsage(
      `${reference} matches ${meant.length} items: ${meant.map(({ id }) => id).join(', ')}, all deleted`,
    );
  }
  return first;
}

function readDeleted(root: string, path: string): DeletedItem | null {
  const history = readFileHistory(root, path);
  if (!history.ok) return null;
  const texts = history.value.flatMap(({ before, after }) =>
    [after, ...before].filter((text) => text !== null),
  );
  for (const text of texts) {
    const document = readDocument(path, text);
    if (!document.ok) continue;
    return { id: toItem(document.value).id, path, text: texts[0] ?? text, versions: history.value };
  }
  return null;
}
