import { readDocument } from '../item/document.js';
import type { Item } from '../item/item.js';
import { factsOf } from '../text/facts.js';
import { type Backlog, createBacklog } from './backlog.js';
import type { ChangeSet } from './change-set.js';

/** The backlog as it is after some changes; what changed stands last in `work` and `around`. */
export function withChanges(backlog: Backlog, changes: ChangeSet): Backlog {
  const paths = new Set(changes.map(({ path }) => path));
  const changed = createBacklog(
    backlog.settings,
    changes.flatMap(({ path, after }) => {
      const read = after === null ? null : readDocument(path, after);
      return read?.ok ? [read.value] : [];
    }),
  );
  const isKept = (item: Item) => !paths.has(item.document.path);
  const lists = new Map<'work' | 'around', readonly Item[]>();
  const listOnce = (key: 'work' | 'around') => {
    const list = lists.get(key) ?? [...backlog[key].filter(isKept), ...changed[key]];
    lists.set(key, list);
    return list;
  };
  const next: Backlog = {
    settings: backlog.settings,
    get work() {
      return listOnce('work');
    },
    get around() {
      return listOnce('around');
    },
    get problems() {
      return backlog.problems;
    },
    find: (id) => changed.find(id) ?? [backlog.find(id)].find((item) => item && isKept(item)),
    withId: (id) => [...backlog.withId(id).filter(isKept), ...changed.withId(id)],
    naming: (keys, id) => [...backlog.naming(keys, id).filter(isKept), ...changed.naming(keys, id)],
    fact: factsOf(() => next),
  };
  return next;
}
