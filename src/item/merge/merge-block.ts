import type { Document } from '../document.js';
import type { Fields } from '../value.js';
import { splitComment } from './comments.js';
import { mergeSequences, type Token } from './merge-sequences.js';

/**
 * Our frontmatter with the lines of each key that only they changed taken over as they wrote them,
 * comments and quotes too. A key that both changed keeps our lines, or with `joinsLines` gets both
 * sides' lines where these do not overlap. Null where a block cannot be taken apart by its lines.
 */
export function mergeBlocks(
  base: Document | null,
  ours: Document,
  theirs: Document,
  { keyOrder, eol, joinsLines }: BlockOptions,
): string | null {
  const [was, mine, yours] = [base, ours, theirs].map((document) =>
    document === null ? { chunks: [], tail: '' } : splitByKeys(blockOf(document), document.fields),
  );
  if (!was || !mine || !yours) return null;
  const before = byName(was.chunks);
  const other = byName(yours.chunks);
  const merged = new Map<string, string>();
  for (const { name, above, text } of mine.chunks) {
    const [base, theirs] = [before.get(name), other.get(name)];
    const kept = mergeChunk(base?.text, text, theirs?.text, joinsLines);
    if (kept === undefined) continue;
    // Where they took the key out, we keep what we have.
    const comments = mergeComments(base?.above ?? '', above, theirs?.above ?? base?.above ?? '');
    merged.set(name, toLineEnds(comments, above, eol) + toLineEnds(kept, text, eol));
  }
  const order = [...merged.keys()];
  let previous: string | null = null;
  for (const { name, above, text } of yours.chunks) {
    const isNew = !mine.chunks.some((chunk) => chunk.name === name);
    // What we took out and they left as it was stays out.
    if (isNew && !isSameText(before.get(name)?.text, text)) {
      order.splice(placeOf(order, name, previous, keyOrder), 0, name);
      merged.set(name, toLineEnds(above + text, undefined, eol));
    }
    if (merged.has(name)) previous = name;
  }
  const tail = mergeComments(was.tail, mine.tail, yours.tail);
  return order.map((name) => merged.get(name)).join('') + toLineEnds(tail, mine.tail, eol);
}

export interface BlockOptions {
  readonly keyOrder: readonly string[];
  readonly eol: string;
  readonly joinsLines: boolean;
}

export function blockOf({ text, yamlStart, yamlEnd }: Document): string {
  return text.slice(yamlStart, yamlEnd);
}

function byName(chunks: readonly KeyChunk[]): ReadonlyMap<string, KeyChunk> {
  return new Map(chunks.map((chunk) => [chunk.name, chunk]));
}

/** Undefined stands for lines that are not there. */
function mergeChunk(
  base: string | undefined,
  ours: string,
  theirs: string | undefined,
  joinsLines: boolean,
): string | undefined {
  if (isSameText(theirs, base) || isSameText(ours, theirs)) return ours;
  if (isSameText(ours, base)) return theirs;
  const isShared = joinsLines && base !== undefined && theirs !== undefined;
  return (isShared ? joinLines(base, ours, theirs) : null) ?? takeComment(base, ours, theirs);
}

/** Our lines, with the comment at the end of their line where they alone changed that. */
function takeComment(base: string | undefined, ours: string, theirs: string | undefined): string {
  const [was, mine, yours] = [base ?? '', ours, theirs ?? ''].map(splitComment);
  const isTheirs = mine && yours && mine.comment.trim() === (was?.comment ?? '').trim();
  return isTheirs ? mine.code + yours.comment + mine.end : ours;
}

/** Comments of both sides; ours, where both changed one line in two ways. */
function mergeComments(base: string, ours: string, theirs: string): string {
  if (isSameText(theirs, base) || isSameText(ours, theirs)) return ours;
  if (isSameText(ours, base)) return theirs;
  const pieces = mergeSequences(toTokens(base), toTokens(ours), toTokens(theirs));
  const lines = pieces?.flatMap((piece) => {
    if (piece.kind === 'merged') return piece.tokens;
    if (piece.base.length > 0) return piece.ours;
    const mine = new Set(piece.ours.map(({ key }) => key));
    return [...piece.ours, ...piece.theirs.filter(({ key }) => !mine.has(key))];
  });
  return lines?.map(({ text }) => text).join('') ?? ours;
}

function isSameText(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && unify(a) === unify(b);
}

function unify(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Lines of both sides, or null where both changed one. */
function joinLines(base: string, ours: string, theirs: string): string | null {
  const pieces = mergeSequences(toTokens(base), toTokens(ours), toTokens(theirs));
  if (!pieces?.every((piece) => piece.kind === 'merged')) return null;
  return pieces.flatMap(({ tokens }) => tokens.map(({ text }) => text)).join('');
}

function toTokens(text: string): readonly Token[] {
  const lines = text === '' ? [] : text.split(/(?<=\n)/);
  return lines.map((line) => {
    const key = unify(line);
    return { text: line, key, name: key, isLine: true };
  });
}

/** Our own lines stay as they are, theirs get our line ends. */
function toLineEnds(text: string, ours: string | undefined, eol: string): string {
  return text === ours ? text : text.replace(/\r?\n/g, eol);
}

/** After the nearest key before it in the schema's order; a key of the team's own, as they have it. */
function placeOf(
  order: readonly string[],
  name: string,
  previous: string | null,
  keyOrder: readonly string[],
): number {
  for (let at = keyOrder.indexOf(name) - 1; at >= 0; at -= 1) {
    const found = order.indexOf(keyOrder[at] ?? '');
    if (found !== -1) return found + 1;
  }
  return previous === null ? order.length : order.indexOf(previous) + 1;
}

/** The lines of one top-level key. */
interface KeyChunk {
  readonly name: string;
  /** Comments and blank lines above it. */
  readonly above: string;
  /** The key and what it holds. */
  readonly text: string;
}

interface KeyChunks {
  readonly chunks: readonly KeyChunk[];
  /** Lines after the last key's: comments. */
  readonly tail: string;
}

const keyLine = /^([A-Za-z_][\w.-]*):(?=\s|$)/;

/**
 * A block's lines by top-level key, where keys are written plainly at the start of a line, or null
 * where they are not: then the block can be edited, but not taken apart.
 */
function splitByKeys(block: string, fields: Fields): KeyChunks | null {
  const chunks: { name: string; above: string; text: string }[] = [];
  let above = '';
  for (const line of block.split(/(?<=\n)/)) {
    const name = keyLine.exec(line)?.[1];
    if (name !== undefined) {
      chunks.push({ name, above, text: line });
      above = '';
    } else if (isBetween(line)) above += line;
    else {
      const chunk = chunks.at(-1);
      if (chunk === undefined) return null;
      // A comment within a value belongs to it.
      chunk.text += above + line;
      above = '';
    }
  }
  const names = chunks.map((chunk) => chunk.name);
  const isWhole =
    new Set(names).size === names.length &&
    names.length === Object.keys(fields).length &&
    names.every((name) => Object.hasOwn(fields, name));
  return isWhole ? { chunks, tail: above } : null;
}

function isBetween(line: string): boolean {
  return line.startsWith('#') || line.trim() === '';
}
