import type { Document } from './document.js';
import type { FieldOf } from './field.js';
import { type Fields, isMap, type Value } from './value.js';

/**
 * A document's well-known fields, read leniently: what has the wrong type is absent here and
 * reported by `check`, so that one odd field never hides an item. Each is read when it is asked
 * for, so an item is not to be spread.
 */
export interface Item {
  readonly document: Document;
  readonly id: string;
  readonly type: string;
  readonly status: string | null;
  readonly title: string;
  readonly points: number | null;
  readonly persona: string | null;
  readonly assignee: string | null;
  readonly rank: string | null;
  readonly parent: string | null;
  readonly sprint: string | null;
  readonly sprints: readonly string[];
  readonly created: string | null;
  readonly started: string | null;
  readonly done: string | null;
  readonly due: string | null;
  readonly labels: readonly string[];
  readonly goals: readonly string[];
  /** The goals it works against. */
  readonly conflicts: readonly string[];
  readonly depends: readonly string[];
  readonly excludes: readonly string[];
  readonly skills: readonly string[];
  readonly score: Fields;
  readonly archived: boolean;
  /** Left out of what leaves the team: replies, reports, the site. */
  readonly private: boolean;
}

export function toItem(document: Document): Item {
  return new ItemView(document);
}

/**
 * A class, for once: getters that all items share cost nothing for an item, and most commands ask
 * most items for two or three of their fields.
 */
class ItemView implements Item {
  readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  get id() {
    return textOf(this, 'id') ?? '';
  }
  get type() {
    return textOf(this, 'type') ?? '';
  }
  get status() {
    return textOf(this, 'status');
  }
  get title() {
    return textOf(this, 'title') ?? '';
  }
  get points() {
    return numberOf(this, 'points');
  }
  get persona() {
    return textOf(this, 'persona');
  }
  get assignee() {
    return textOf(this, 'assignee');
  }
  get rank() {
    return textOf(this, 'rank');
  }
  get parent() {
    return textOf(this, 'parent');
  }
  get sprint() {
    return textOf(this, 'sprint');
  }
  get sprints() {
    return listOf(this, 'sprints');
  }
  get created() {
    return textOf(this, 'created');
  }
  get started() {
    return textOf(this, 'started');
  }
  get done() {
    return textOf(this, 'done');
  }
  get due() {
    return textOf(this, 'due');
  }
  get labels() {
    return listOf(this, 'labels');
  }
  get goals() {
    return listOf(this, 'goal');
  }
  get conflicts() {
    return listOf(this, 'conflicts');
  }
  get depends() {
    return listOf(this, 'depends');
  }
  get excludes() {
    return listOf(this, 'excludes');
  }
  get skills() {
    return listOf(this, 'skills');
  }
  get score() {
    return readMap(this.document.field('score'));
  }
  get archived() {
    return this.document.path.includes('/archive/');
  }
  get private() {
    return this.document.field('private') === true;
  }
}

type HasDocument = Pick<Item, 'document'>;

/** A field that the schema knows as a text or a day; null when it is missing, or something else. */
export function textOf({ document }: HasDocument, key: FieldOf<'text' | 'day'>): string | null {
  return readText(document.field(key));
}

export function numberOf({ document }: HasDocument, key: FieldOf<'number'>): number | null {
  return readNumber(document.field(key));
}

/** A field of several texts; one text alone is a list of one. */
export function listOf(
  { document }: HasDocument,
  key: FieldOf<'list' | 'text'>,
): readonly string[] {
  return readList(document.field(key));
}

/** Text as a person would read it off the file: `title: 2026` is the text "2026". */
export function readText(value: Value | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

export function readNumber(value: Value | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const none: readonly never[] = [];

/** A list of texts; one text alone is a list of one (`goal: async-teams`). */
export function readList(value: Value | undefined): readonly string[] {
  if (value === undefined) return none;
  if (isTextList(value)) return value;
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values.map(readText).filter((text) => text !== null);
}

function isTextList(value: Value): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '');
}

function readMap(value: Value | undefined): Fields {
  return isMap(value) ? value : {};
}
