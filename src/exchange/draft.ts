import type { FieldType } from '../item/field.js';
import type { Category } from '../item/kind.js';
import { stripUnprintable } from '../text/printable.js';
import type { Result } from '../text/problem.js';
import type { ImportNote } from './import-note.js';

/** A work item as another tool tells it, before it gets an id and a place here. */
export interface Draft {
  /** Where it stands in the source, for messages: `line 12`, `issue 34`. */
  readonly place: string;
  /** The source's name for it, kept in `source:`, so that an import can be repeated; {@link sourceName}. */
  readonly source: string | null;
  /** Names without an origin that earlier versions gave it; one item alone may be known by them. */
  readonly formerSources: readonly string[];
  /** The source's own id: other drafts name it so, and it becomes the id here if it can be one. */
  readonly sourceId: string | null;
  /** All ids by which other drafts may name it. */
  readonly aliases: readonly string[];
  /** The source's words for the type and the status; null where it has none. */
  readonly type: string | null;
  readonly status: string | null;
  /** What the source itself says that the status means; null: its word alone is known. */
  readonly category: Category | null;
  readonly title: string;
  /** Markdown, line ends `\n`. */
  readonly body: string;
  readonly criteria: readonly { readonly text: string; readonly done: boolean }[];
  /** Field to value, as `storymark set` takes them; what does not fit goes where `extra` goes. */
  readonly fields: readonly (readonly [key: string, value: string])[];
  /** Ids of the source. */
  readonly parent: string | null;
  readonly depends: readonly string[];
  /**
   * What has no field of its own: kept at the end of the body under its name, and summed up by
   * `sort` (its name, where it has none).
   */
  readonly extra: readonly (readonly [name: string, text: string, sort?: string])[];
  /** What was left behind or guessed while it was read; what is kept as text says so by itself. */
  readonly notes: readonly ImportNote[];
  /** Why it does not read as a story, where it should; else null. */
  readonly reason: string | null;
  /** Its row in a table that storymark wrote; else null. */
  readonly own: OwnRow | null;
}

export interface OwnRow {
  /**
   * Tells the item from those of other backlogs. Empty: somebody added the row; null: the table has
   * lost the column.
   */
  readonly mark: string | null;
  /** Every column's cell, empty ones too, as it stands and as we would write it. */
  readonly cells: readonly (readonly [heading: string, cell: string, plain: string])[];
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** What is said of the source as a whole, and of what did not become a draft. */
  readonly notes: readonly ImportNote[];
  /** They are known by their text alone: one that was edited looks like a new one. */
  readonly isByText?: boolean;
}

export interface ImportOptions {
  /** What `--map` says: a name in the source, lower-case, to a field; empty leaves it out. */
  readonly map: ReadonlyMap<string, string>;
  /** Frontmatter fields of the backlog's own, and what they hold. */
  readonly ownFields: Readonly<Record<string, FieldType>>;
  /** What `--origin` says: the project or site the source is of; null: as the source itself says. */
  readonly origin: string | null;
  /** The backlog's, in which stories are written from columns: a BCP 47 tag. */
  readonly language?: string;
  /** The file's name, without its folder; absent: standard input. */
  readonly file?: string;
}

/** A source that storymark can read. A new one is a file with such an object, and a line in `formats.ts`. */
export type ImportFormat = {
  readonly id: string;
  /** One line for help: what the file is. */
  readonly summary: string;
} & (
  | { readonly reads: 'text'; read(text: string, options: ImportOptions): Result<Drafts> }
  | {
      readonly reads: 'folder';
      /** Why a file of that path is not read; null: it is. */
      unwanted(path: string): string | null;
      /** @param files text by path below the folder, `/` between parts */
      read(files: ReadonlyMap<string, string>, options: ImportOptions): Result<Drafts>;
    }
);

const emptyDraft: Omit<Draft, 'place' | 'title'> = {
  source: null,
  formerSources: [],
  sourceId: null,
  aliases: [],
  type: null,
  status: null,
  category: null,
  body: '',
  criteria: [],
  fields: [],
  parent: null,
  depends: [],
  extra: [],
  notes: [],
  reason: null,
  own: null,
};

export function createDraft(parts: Partial<Draft> & Pick<Draft, 'place' | 'title'>): Draft {
  return { ...emptyDraft, ...parts };
}

/**
 * `github:owner/repo#12`, `csv:CAL-7`: what `source:` says. The origin tells item 12 of one project
 * from item 12 of another.
 */
export function sourceName(format: string, origin: string | null, id: string): string {
  return origin === null ? `${format}:${id}` : `${format}:${origin}#${id}`;
}

/** A title from another program, where anybody may have written it: what cannot be seen goes. */
export function foreignTitle(text: string): string {
  return stripUnprintable(text).replace(/\s+/g, ' ').trim();
}
