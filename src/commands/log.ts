import { join, relative, sep } from 'node:path';
import { isShallow, readFileHistory } from '../git/file-history.js';
import { findWorkTree } from '../git/work-tree.js';
import { type LogEntry, type LoggedVersion, logItem } from '../ops/item-log.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { unwrap } from './failure.js';
import { readBacklog, readItem, readNumber } from './read-backlog.js';

export function run(context: Context, input: Input): Outcome<readonly LogEntry[]> {
  const { root } = context.store();
  const item = readItem(readBacklog(context), input.args[0] ?? '');
  const { path, text } = item.document;
  const top = unwrap(findWorkTree(root));
  const committed = unwrap(readFileHistory(root, path));
  const here = relative(top, join(root, path)).split(sep).join('/');
  const entries = logItem([...listUncommitted(here, text, committed[0]), ...committed]);
  const notes = isShallow(root)
    ? ['note: this clone is shallow; for what came before: git fetch --unshallow']
    : [];
  return { data: entries.slice(0, readNumber(input, 'limit') ?? entries.length), notes };
}

/** The file as it is now, when that is not what was committed last. */
function listUncommitted(
  path: string,
  text: string,
  last: LoggedVersion | undefined,
): readonly LoggedVersion[] {
  const none = { commit: null, author: null, date: null, message: null, isRename: false };
  // A last commit that only renamed the file shows no text to compare with.
  if (last?.isRename || last?.after === text) return [];
  return [{ ...none, path, before: last?.after ?? null, after: text }];
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
