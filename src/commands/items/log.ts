import { join, relative, sep } from 'node:path';
import { findDocument } from '../../backlog/lookup.js';
import { readFileHistory } from '../../git/file-history.js';
import { isShallow } from '../../git/shallow.js';
import { findWorkTree } from '../../git/work-tree.js';
import { type LogEntry, type LoggedVersion, logItem } from '../../ops/items/item-log.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { readBacklog, readNumber } from '../shared/read-backlog.js';
import { findDeletedItem } from './deleted-item.js';

export function run(context: Context, input: Input): Outcome<readonly LogEntry[]> {
  const { root } = context.store();
  const { versions, notes } = readHistory(context, root, input.args[0] ?? '');
  const entries = logItem(versions);
  const shallow = isShallow(root)
    ? ['note: this clone is shallow; for what came before: git fetch --unshallow']
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
