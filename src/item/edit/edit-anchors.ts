import { type Alias, isAlias, type Node, visit, type Document as YamlDocument } from 'yaml';
import { rangeOf } from '../yaml/yaml-tree.js';

/** An anchored node and the first alias of it that stands outside of what is to change. */
export interface AnchorUse {
  readonly name: string;
  readonly anchor: number;
  readonly alias: number;
}

/**
 * The first anchor in `changed` (these nodes and all in them) that an alias outside of them
 * repeats. Changing it would change what the alias stands for, or leave it with nothing.
 */
export function findSharedAnchor(
  tree: YamlDocument.Parsed,
  changed: readonly Node[],
): AnchorUse | null {
  const inside = new Set<Node>();
  for (const node of changed) visit(node, { Node: (_key, part) => void inside.add(part) });
  return findUse(
    tree,
    (node) => inside.has(node),
    (alias) => inside.has(alias),
  );
}

/** The first of these nodes whose own anchor is repeated by an alias anywhere. */
export function findSharedParent(
  tree: YamlDocument.Parsed,
  parents: readonly Node[],
): AnchorUse | null {
  return findUse(
    tree,
    (node) => parents.includes(node),
    () => false,
  );
}

function findUse(
  tree: YamlDocument.Parsed,
  isChanged: (node: Node) => boolean,
  isIgnored: (alias: Alias) => boolean,
): AnchorUse | null {
  const anchored = new Map<string, Node>();
  let use: AnchorUse | null = null;
  visit(tree, {
    Node: (_key, node) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchored.set(node.anchor, node);
        return undefined;
      }
      const source = anchored.get(node.source);
      if (source === undefined || !isChanged(source) || isIgnored(node)) return undefined;
      use = { name: node.source, anchor: rangeOf(source)[0], alias: rangeOf(node)[0] };
      return visit.BREAK;
    },
  });
  return use;
}
