import { allItems, type Backlog, getItem, itemsOfType } from '../backlog/backlog.js';
import { goalIdsOf } from '../backlog/membership.js';
import { type Item, listOf } from '../item/item.js';
import type { RoadmapRow, SiteView } from './site-view.js';

/** The other side of every link, looked up once: asking each item of each would be too slow. */
export interface SiteIndex {
  readonly children: Lookup;
  readonly dependents: Lookup;
  /** Feedback by the item that answers it, and by who said it. */
  readonly feedbackOn: Lookup;
  readonly feedbackFrom: Lookup;
  readonly storiesOf: Lookup;
  readonly rowOf: ReadonlyMap<Item | null, RoadmapRow>;
  /** Documents by the name of their file, without folders. */
  readonly byFile: ReadonlyMap<string, Item>;
}

type Lookup = (item: Item) => readonly Item[];

export function indexSite({ backlog, stories, roadmap }: SiteView): SiteIndex {
  const feedback = itemsOfType(backlog, 'feedback');
  return {
    children: group(backlog, backlog.work, ({ parent }) => (parent === null ? [] : [parent])),
    dependents: group(backlog, backlog.work, ({ depends }) => depends),
    feedbackOn: group(backlog, feedback, (one) => listOf(one, 'items')),
    feedbackFrom: group(backlog, feedback, (one) => listOf(one, 'from')),
    storiesOf: group(backlog, backlog.work, (item) => {
      const persona = stories.get(item.id)?.persona?.id ?? item.persona;
      return persona === null ? [] : [persona];
    }),
    rowOf: new Map(roadmap.map((row) => [row.item, row])),
    byFile: new Map(
      allItems(backlog).map((item) => {
        const { path } = item.document;
        return [path.slice(path.lastIndexOf('/') + 1).toLowerCase(), item];
      }),
    ),
  };
}

function group(
  backlog: Backlog,
  items: readonly Item[],
  namedBy: (item: Item) => readonly string[],
): Lookup {
  const groups = new Map<Item, Item[]>();
  for (const item of items) {
    const targets = namedBy(item).map((id) => getItem(backlog, id));
    for (const target of new Set(targets)) {
      if (!target) continue;
      const known = groups.get(target);
      if (known) known.push(item);
      else groups.set(target, [item]);
    }
  }
  return (item) => groups.get(item) ?? [];
}

/** The goals an item serves, itself or through the nearest epic that serves any. */
export function goalsOf(backlog: Backlog, item: Item): readonly Item[] {
  return resolveAll(backlog, goalIdsOf(backlog, item));
}

/** The documents some ids name; those that are not there, or not shown, are passed over. */
export function resolveAll(backlog: Backlog, ids: readonly string[]): readonly Item[] {
  const found = ids.map((id) => getItem(backlog, id)).filter((item) => item !== undefined);
  return [...new Set(found)];
}
