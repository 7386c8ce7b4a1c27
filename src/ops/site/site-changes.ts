import type { Backlog } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Category } from '../../item/kind.js';
import type { ChangeView } from '../../site/site-view.js';
import type { Day } from '../../text/date.js';

/** The statuses each file got, by its name, oldest first; the first is when it came. */
export type StatusHistory = ReadonlyMap<
  string,
  readonly { readonly day: Day; readonly status: string }[]
>;

/** Older ones are in git. */
const mostChanges = 500;

/** What was added, begun, finished and decided against, newest first. */
export function listChanges(backlog: Backlog, history: StatusHistory): readonly ChangeView[] {
  const changes = backlog.work.flatMap((item): readonly ChangeView[] => {
    const { path } = item.document;
    const entries = history.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    return entries.flatMap(({ day, status }, index) => {
      const now = categoryOf(backlog.settings, { type: item.type, status });
      const before = entries[index - 1];
      if (!before) return [{ day, item, what: 'added' as const }];
      const was = categoryOf(backlog.settings, { type: item.type, status: before.status });
      return now === was ? [] : [{ day, item, what: words[now] }];
    });
  });
  return changes
    .toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
    .slice(0, mostChanges);
}

const words: Readonly<Record<Category, ChangeView['what']>> = {
  todo: 'back to do',
  doing: 'begun',
  done: 'done',
  dropped: 'dropped',
};
