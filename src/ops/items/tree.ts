import type { Item } from '../../item/item.js';

export interface TreeItem {
  readonly item: Item;
  /** How many of its ancestors stand above it. */
  readonly depth: number;
}

/**
 * The items with each below its parent, siblings in the order given. A parent that is not among
 * them leaves its children at the top; in a circle, what comes first is the top.
 */
export function arrangeTree(items: readonly Item[]): readonly TreeItem[] {
  const byId = new Map(items.map((item) => [item.id.toUpperCase(), item]));
  const children = new Map<Item | null, Item[]>();
  for (const item of items) {
    const parent = (item.parent === null ? null : byId.get(item.parent.toUpperCase())) ?? null;
    children.set(parent, [...(children.get(parent) ?? []), item]);
  }
  const placed: TreeItem[] = [];
  const seen = new Set<Item>();
  const place = (item: Item, depth: number) => {
    if (seen.has(item)) return;
    seen.add(item);
    placed.push({ item, depth });
    for (const child of children.get(item) ?? []) place(child, depth + 1);
  };
  for (const item of [...(children.get(null) ?? []), ...items]) place(item, 0);
  return placed;
}
