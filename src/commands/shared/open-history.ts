import { readStatusHistory, type StatusEntry } from '../../git/last-changes.js';
import { isShallow } from '../../git/shallow.js';
import type { Item } from '../../item/item.js';
import type { Problem } from '../../text/problem.js';
import type { Outcome } from './command.js';

export const shallowNote =
  'note: this clone is shallow, so its history is not used; get it with: git fetch --unshallow';

/** The statuses that git's history has, asked for once, when first wanted. */
export interface OpenHistory {
  /** By the name of a file. */
  read(): ReadonlyMap<string, readonly StatusEntry[]>;
  statusesOf(item: Item): readonly StatusEntry[];
  /** What there is to say of it, when it was wanted: a history cut short, or none that can be read. */
  report(): Required<Pick<Outcome<unknown>, 'notes' | 'problems'>>;
}

/** @param root absolute path of the backlog */
export function openHistory(root: string): OpenHistory {
  let history: ReadonlyMap<string, readonly StatusEntry[]> | undefined;
  let notes: readonly string[] = [];
  let problems: readonly Problem[] = [];
  const look = () => {
    if (isShallow(root)) {
      notes = [shallowNote];
      return new Map();
    }
    const found = readStatusHistory(root);
    if (found.ok) return found.value;
    problems = explainUnread(found.problems);
    return new Map();
  };
  const read = () => {
    history ??= look();
    return history;
  };
  return {
    read,
    statusesOf: ({ document: { path } }) => read().get(path.slice(path.lastIndexOf('/') + 1)) ?? [],
    report: () => ({ notes, problems }),
  };
}

export function explainUnread(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({
    ...one,
    kind: 'data',
    message: `the history in git cannot be read: ${one.message}`,
  }));
}
