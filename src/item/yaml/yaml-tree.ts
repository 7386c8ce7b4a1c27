import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  type Document as YamlDocument,
} from 'yaml';
import type { Document } from '../document.js';
import { readScalarAs, ruleBelow, type ScalarRule, type ScalarRules } from '../scalar-rule.js';
import { emptyMap, type Fields, type Value } from '../value.js';

/** A token of yaml's concrete syntax tree, as far as it is used here. */
interface Token {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}

interface SourceItem {
  readonly start: readonly Token[];
  readonly key?: unknown;
  readonly sep?: readonly Token[];
  readonly value?: unknown;
}

/** One `key: value` of a map. All numbers are offsets in the block. */
export interface Entry {
  readonly name: string;
  /** Where the key starts, its anchor included. */
  readonly start: number;
  readonly keyEnd: number;
  /** Null in a flow map that names only the key: `{a, b}`. */
  readonly colonEnd: number | null;
  /** After the colon and the value's anchor: where the value of an empty entry would go. */
  readonly propertiesEnd: number;
  /** Null when nothing is written for the value. */
  readonly value: Node | null;
  /** Where what is written for key and value ends: no trailing comment, no blanks. */
  readonly end: number;
  readonly pair: Pair<Node, Node | null>;
}

/** One element of a list. */
export interface Item {
  /** The dash in a block list; in a flow list the element or its anchor. */
  readonly start: number;
  readonly end: number;
  readonly node: Node;
}

/** Parses a block that readDocument has accepted. */
export function parseBlock(block: string): YamlDocument.Parsed {
  return parseDocument(block, {
    version: '1.2',
    schema: 'core',
    merge: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
    // Key types differ, names must not: readDocument has made sure of it.
    uniqueKeys: false,
  });
}

/** The fields of a tree without errors, of a block whose aliases have been counted. */
export function readTree(tree: YamlDocument.Parsed, rules: ScalarRules): Value {
  const readNode = (given: Node | null, rule: ScalarRule): Value => {
    const node = isAlias(given) ? given.resolve(tree) : given;
    if (isMap(node)) return readMap(node, (key) => ruleBelow(rule, key));
    if (isSeq(node)) return (node.items as Node[]).map((one) => readNode(one, rule));
    return isScalar(node) ? readScalar(node, rule) : null;
  };
  const readMap = (map: YAMLMap, ruleOf: ScalarRules): Fields => {
    const fields = emptyMap();
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      const name = nameOf(key);
      fields[name] = readNode(value, ruleOf(name));
    }
    return fields;
  };
  return isMap(tree.contents) ? readMap(tree.contents, rules) : readNode(tree.contents, 'yaml');
}

function readScalar({ value, type, source }: Scalar, rule: ScalarRule): Value {
  const isTyped = typeof value === 'number' || typeof value === 'boolean';
  if (!isTyped || type !== 'PLAIN') return value as Value;
  return readScalarAs(rule, { source: source ?? String(value), value });
}

export function listEntries(map: YAMLMap, block: string): readonly Entry[] {
  return (map.items as Pair<Node, Node | null>[]).map((pair) => {
    const source = pair.srcToken as SourceItem | undefined;
    const sep = source?.sep ?? [];
    const [keyStart, keyEnd] = rangeOf(pair.key);
    const colon = sep.find((token) => token.type === 'map-value-ind');
    const colonEnd = colon === undefined ? null : colon.offset + 1;
    const anchor = sep.findLast((token) => token.type === 'anchor');
    const propertiesEnd = anchor === undefined ? (colonEnd ?? keyEnd) : endOf(anchor);
    const value = pair.value === null || isEmptyNode(pair.value) ? null : pair.value;
    return {
      name: nameOf(pair.key),
      start: source?.start.find((token) => token.type === 'anchor')?.offset ?? keyStart,
      keyEnd,
      colonEnd,
      propertiesEnd,
      value,
      end: value === null ? propertiesEnd : contentEnd(value, block),
      pair,
    };
  });
}

export function listItems(list: YAMLSeq, block: string): readonly Item[] {
  const sources = sourceItems(list).filter(
    (item) =>
      item.value !== undefined ||
      item.key !== undefined ||
      item.sep !== undefined ||
      item.start.some((token) => token.type === 'seq-item-ind' || token.type === 'anchor'),
  );
  return (list.items as Node[]).map((node, index) => {
    const start = sources[index]?.start ?? [];
    const dash = start.find((token) => token.type === 'seq-item-ind');
    const anchor = start.find((token) => token.type === 'anchor');
    const first = dash ?? anchor;
    const bare = endOf(anchor ?? dash ?? { type: '', offset: rangeOf(node)[0], source: '' });
    return {
      start: first?.offset ?? rangeOf(node)[0],
      end: isEmptyNode(node) ? bare : contentEnd(node, block),
      node,
    };
  });
}

/** Offsets of the commas of a flow collection, in order. */
export function listCommas(collection: YAMLMap | YAMLSeq): readonly number[] {
  return sourceItems(collection).flatMap((item) =>
    item.start.filter((token) => token.type === 'comma').map((token) => token.offset),
  );
}

function sourceItems(collection: YAMLMap | YAMLSeq): readonly SourceItem[] {
  const token = collection.srcToken as { items?: readonly SourceItem[] } | undefined;
  return token?.items ?? [];
}

/**
 * Where a node's last written character ends: a block collection's own range goes on over
 * comments. A block text (`|`, `>`) ends after its last line end; blank lines after it are its own
 * only when its header keeps them (`|+`).
 */
function contentEnd(node: Node, block: string): number {
  const [start, end] = rangeOf(node);
  if (isBlockCollection(node)) {
    const parts = isMap(node) ? listEntries(node, block) : listItems(node as YAMLSeq, block);
    return parts.at(-1)?.end ?? end;
  }
  if (!isBlockText(node) || /^[|>][0-9]?\+/.test(block.slice(start, end))) return end;
  const text = block.slice(start, end).replace(/[ \t\r\n]+$/, '');
  const newline = block.indexOf('\n', start + text.length);
  return newline === -1 ? end : newline + 1;
}

export function isBlockCollection(node: Node | null): boolean {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** Whether a node is a text under a `|` or `>`. */
export function isBlockText(node: Node | null): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

export function rangeOf(node: Node): readonly [start: number, end: number] {
  const range = node.range;
  if (range === undefined || range === null) throw new Error('a parsed node has no range');
  return [range[0], range[1]];
}

function isEmptyNode(node: Node): boolean {
  const [start, end] = rangeOf(node);
  return isScalar(node) && start === end;
}

function endOf(token: Token): number {
  return token.offset + token.source.length;
}

function nameOf(key: Node): string {
  return isScalar(key) ? String(readScalar(key, 'text')) : '';
}

/** Where the key at `path` starts in the file; numbers in the path are indexes of lists. */
export function findFieldOffset(document: Document, path: readonly string[]): number | null {
  const block = document.text.slice(document.yamlStart, document.yamlEnd);
  const tree = parseBlock(block);
  let node: Node | null = tree.contents;
  let offset: number | null = null;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(tree) ?? null;
    if (isMap(node)) {
      const entry: Entry | undefined = listEntries(node, block).find(({ name }) => name === step);
      if (entry === undefined) return null;
      offset = entry.start;
      node = entry.value;
    } else if (isSeq(node)) {
      const item: Item | undefined = listItems(node, block)[Number(step)];
      if (item === undefined) return null;
      offset = rangeOf(item.node)[0];
      node = item.node;
    } else {
      return null;
    }
  }
  return offset === null ? null : document.yamlStart + offset;
}
