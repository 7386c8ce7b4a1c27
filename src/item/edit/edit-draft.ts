import { type Alias, isAlias, type Node, visit, type Document as YamlDocument } from 'yaml';
import type { Splice } from '../../text/splice.js';
import { rangeOf } from '../yaml/yaml-tree.js';

/** What every part of an edit needs to know. Offsets are counted in the block. */
export interface Draft {
  readonly block: string;
  readonly tree: YamlDocument.Parsed;
  /** The file's line end. */
  readonly eol: string;
  /** The file's line of an offset. */
  readonly lineOf: (offset: number) => number;
  readonly keyOrder: readonly string[];
  /** `safe` writes values on one line in quotes; tried when the readable form does not hold. */
  readonly form: 'readable' | 'safe';
}

/** Splices of the block, or why there are none. */
export type Plan =
  | { readonly ok: true; readonly splices: readonly Splice[] }
  | { readonly ok: false; readonly offset: number; readonly message: string };

export function planned(...splices: readonly Splice[]): Plan {
  return { ok: true, splices };
}

export function refused(offset: number, message: string): Plan {
  return { ok: false, offset, message };
}

/** Refuses when an alias elsewhere repeats one of these nodes or something in them. */
export function refuseShared(draft: Draft, nodes: readonly Node[], name: string): Plan | null {
  const use = findSharedAnchor(draft.tree, nodes);
  return use === null ? null : refuseUse(draft, use, `“${name}”`);
}

/** Refuses when an alias repeats one of these nodes as a whole. */
export function refuseSharedParent(
  draft: Draft,
  parents: readonly Node[],
  name: string,
): Plan | null {
  const use = findSharedParent(draft.tree, parents);
  return use === null ? null : refuseUse(draft, use, `“${name}” or what contains it`);
}

function refuseUse(
  { lineOf }: Draft,
  use: { readonly name: string; readonly anchor: number; readonly alias: number },
  what: string,
): Plan {
  const message = `${what} holds the anchor &${use.name} (line ${lineOf(use.anchor)}), which *${use.name} repeats (line ${lineOf(use.alias)}): replace the alias by its value first`;
  return refused(use.anchor, message);
}

/** An anchored node and the first alias of it that stands outside of what is to change. */
interface AnchorUse {
  readonly name: string;
  readonly anchor: number;
  readonly alias: number;
}

/**
 * The first anchor in `changed` (these nodes and all in them) that an alias outside of them
 * repeats. Changing it would change what the alias stands for, or leave it with nothing.
 */
function findSharedAnchor(tree: YamlDocument.Parsed, changed: readonly Node[]): AnchorUse | null {
  const inside = new Set<Node>();
  for (const node of changed) visit(node, { Node: (_key, part) => void inside.add(part) });
  return findUse(
    tree,
    (node) => inside.has(node),
    (alias) => inside.has(alias),
  );
}

/** The first of these nodes whose own anchor is repeated by an alias anywhere. */
function findSharedParent(tree: YamlDocument.Parsed, parents: readonly Node[]): AnchorUse | null {
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

/** The order of one map's keys: `score.value` speaks of `value` in `score`. */
export function levelOrder(
  keyOrder: readonly string[],
  parent: readonly string[],
): readonly string[] {
  const prefix = parent.map((key) => `${key}.`).join('');
  return keyOrder.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
