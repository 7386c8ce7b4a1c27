import { failure, type Problem, type Result, success } from '../text/problem.js';

/** A plain value as YAML's core types give it. Maps have no prototype. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };
export type Fields = { readonly [key: string]: Value };

/** One Markdown file with YAML frontmatter, as read. `text` is the whole file, byte for byte. */
export interface Document {
  /** Relative to the backlog's folder, `/` between parts: `items/ST-7K3F-title.md`. */
  readonly path: string;
  readonly text: string;
  readonly fields: Fields;
  /** Offset in `text` where the YAML block starts (after the opening fence's line end). */
  readonly yamlStart: number;
  /** Offset in `text` where the closing fence's line starts. */
  readonly yamlEnd: number;
  /** Offset in `text` where the body starts (after the closing fence's line end). */
  readonly bodyStart: number;
}

export function bodyOf(document: Document): string {
  return document.text.slice(document.bodyStart);
}
