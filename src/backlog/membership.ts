import { sameId } from '../item/id.js';
import { type Item, textOf } from '../item/item.js';
import { type Backlog, itemsOfType } from './backlog.js';
import { listAskedFor } from './feedback.js';
import { ancestorsOf } from './graph.js';
import { categoryOf } from './workflow.js';

/** The item itself, or the nearest epic above it, that names goals it serves or works against. */
export function findServing(
  backlog: Backlog,
  item: Item,
  key: 'goals' | 'conflicts' = 'goals',
): Item | null {
  if (item[key].length > 0) return item;
  return ancestorsOf(backlog, item).find((one) => one[key].length > 0) ?? null;
}

/** Ids of the goals an item serves, itself or through its epic. */
export function goalIdsOf(backlog: Backlog, item: Item): readonly string[] {
  return findServing(backlog, item)?.goals ?? [];
}

/** Work that serves a goal, itself or through its epic. */
export function listServing(backlog: Backlog, goal: Item): readonly Item[] {
  return backlog.work.filter((item) => goalIdsOf(backlog, item).some((id) => sameId(id, goal.id)));
}

export function isInSprint(item: Item, { id }: { readonly id: string }): boolean {
  return item.sprint !== null && sameId(item.sprint, id);
}

/** Items by their parent's id in upper case. */
export type Children = ReadonlyMap<string, readonly Item[]>;

export function groupChildren(backlog: Backlog): Children {
  const children = new Map<string, Item[]>();
  for (const item of backlog.work) {
    if (item.parent === null) continue;
    const parent = item.parent.toUpperCase();
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  return children;
}

/** Ids, in upper case, of what has parts that were not dropped. */
export function listSplit({ work, settings }: Backlog): ReadonlySet<string> {
  return new Set(
    work
      .filter((item) => categoryOf(settings, item) !== 'dropped')
      .flatMap(({ parent }) => (parent === null ? [] : [parent.toUpperCase()])),
  );
}

/** An item with its children, their children and so on. */
export function listParts(item: Item, children: Children): readonly Item[] {
  const parts = new Set([item]);
  // A set is walked while it grows, and parents that run in a circle are each taken once.
  for (const part of parts) {
    for (const child of children.get(part.id.toUpperCase()) ?? []) parts.add(child);
  }
  return [...parts];
}

/** The work a document stands for; a work item stands for itself and all below it. */
export type MembersOf = (document: Item) => readonly Item[];

/**
 * The one answer to "what belongs to it": to a goal what serves it, to a sprint what is in it, to a
 * persona what is made for them, to feedback and a stakeholder what they asked for, each with the
 * parts of its epics.
 *
 * @param personaOf the persona an item is for, which takes the story grammar
 */
export function createMembership(
  backlog: Backlog,
  personaOf: (item: Item) => Item | null,
): MembersOf {
  let children: Children | undefined;
  const withParts = (items: readonly Item[]) => {
    const grouped = children ?? groupChildren(backlog);
    children = grouped;
    return [...new Set(items.flatMap((item) => listParts(item, grouped)))];
  };
  return (document) => {
    switch (document.type) {
      case 'goal':
        return listServing(backlog, document);
      case 'sprint':
        return backlog.work.filter((item) => isInSprint(item, document));
      case 'persona':
        return backlog.work.filter((item) => personaOf(item) === document);
      case 'feedback':
        return withParts(listAskedFor(backlog, document));
      case 'stakeholder':
        return withParts(
          listFeedbackFrom(backlog, document).flatMap((one) => listAskedFor(backlog, one)),
        );
      default:
        return withParts([document]);
    }
  };
}

export function listFeedbackFrom(backlog: Backlog, stakeholder: Item): readonly Item[] {
  return itemsOfType(backlog, 'feedback').filter((one) =>
    sameId(textOf(one, 'from') ?? '', stakeholder.id),
  );
}
