import type { Node, Document as YamlDocument } from 'yaml';
import type { Splice } from '../../text/splice.js';
import { findSharedAnchor, findSharedParent } from './edit-anchors.js';

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
  return use === null ? null : refuseUse(draft, use, `“${name}” or what it stands in`);
}

function refuseUse(
  { lineOf }: Draft,
  use: { readonly name: string; readonly anchor: number; readonly alias: number },
  what: string,
): Plan {
  const message = `${what} holds the anchor &${use.name} (line ${lineOf(use.anchor)}), which *${use.name} repeats (line ${lineOf(use.alias)}): write the value out there first`;
  return refused(use.anchor, message);
}
