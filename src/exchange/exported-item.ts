import type { FieldType } from '../item/field.js';
import type { Category } from '../item/kind.js';
import type { Fields } from '../item/value.js';
import type { Words } from '../language/words.js';

/** A work item as exports see it: its fields, its body, and what others say of it. */
export interface ExportedItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly status: string | null;
  readonly category: Category;
  readonly fields: Fields;
  readonly body: string;
  readonly criteria: readonly { readonly text: string; readonly done: boolean }[];
  readonly story: {
    readonly role: string | null;
    readonly want: string | null;
    readonly benefit: string | null;
  } | null;
  /** Tells it from items of other backlogs that have its id; the same in every clone. */
  readonly mark: string;
  /** Lines of its frontmatter that hold a comment. */
  readonly comments: number;
  /** The title of the epic it belongs to; null for a private one too. */
  readonly parentTitle: string | null;
}

export interface ExportOptions {
  /** What a page for readers is written in. */
  readonly words: Words;
  /** The product's name, for headings. */
  readonly product: string | null;
  /** Columns of a table; null: every field that some item has, and the body. */
  readonly columns: readonly string[] | null;
  /** What a top-level field holds; null where that is not known. */
  typeOf(key: string): FieldType | null;
}

/** A form storymark can write. A new one is a file with such an object, and a line in `formats.ts`. */
export interface ExportFormat {
  readonly id: string;
  readonly summary: string;
  /** Made to be shown around: private items and comments are left out. */
  readonly isForOthers?: boolean;
  /** @returns the file's text, without the last line end */
  write(items: readonly ExportedItem[], options: ExportOptions): string;
  /** What of these items the form has no room for: each kind of thing once, with how often. */
  cannotCarry?(items: readonly ExportedItem[]): readonly string[];
}
