import type { Fields } from '../document.js';

/** The lines of one top-level key. */
export interface KeyChunk {
  readonly name: string;
  /** Comments and blank lines above it. */
  readonly above: string;
  /** The key and what it holds. */
  readonly text: string;
}

export interface KeyChunks {
  readonly chunks: readonly KeyChunk[];
  /** Lines after the last key's: comments. */
  readonly tail: string;
}

const keyLine = /^([A-Za-z_][\w.-]*):(?=\s|$)/;

/**
 * A block's lines by top-level key, where keys are written plainly at the start of a line, or null
 * where they are not: then the block can be edited, but not taken apart.
 */
export function splitByKeys(block: string, fields: Fields): KeyChunks | null {
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
