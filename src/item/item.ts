import { type Document, fieldOf } from './document.js';
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
    return textOf(this.document, 'id') ?? '';
  }
  get type() {
    return textOf(this.document, 'type') ?? '';
  }
  get status() {
    return textOf(this.document, 'status');
  }
  get title() {
    return textOf(this.document, 'title') ?? '';
  }
  get points() {
    return readNumber(fieldOf(this.document, 'points'));
  }
  get persona() {
    return textOf(this.document, 'persona');
  }
  get assignee() {
    return textOf(this.document, 'assignee');
  }
  get rank() {
    return textOf(this.document, 'rank');
  }
  get parent() {
    return textOf(this.document, 'parent');
  }
  get sprint() {
    return textOf(this.document, 'sprint');
  }
  get sprints() {
    return listOf(this.document, 'sprints');
  }
  get created() {
    return textOf(this.document, 'created');
  }
  get started() {
    return textOf(this.document, 'started');
  }
  get done() {
    return textOf(this.document, 'done');
  }
  get due() {
    return textOf(this.document, 'due');
  }
  get labels() {
    return listOf(this.document, 'labels');
  }
  get goals() {
    return listOf(this.document, 'goal');
  }
  get conflicts() {
    return listOf(this.document, 'conflicts');
  }
  get depends() {
    return listOf(this.document, 'depends');
  }
  get excludes() {
    return listOf(this.document, 'excludes');
  }
  get skills() {
    return listOf(this.document, 'skills');
  }
  get score() {
    return readMap(fieldOf(this.document, 'score'));
  }
  get archived() {
    return this.document.path.includes('/archive/');
  }
  get private() {
    return fieldOf(this.document, 'private') === true;
  }
}

function textOf(document: Document, key: string): string | null {
  return readText(fieldOf(document, key));
}

function listOf(document: Document, key: string): readonly string[] {
  return readList(fieldOf(document, key));
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
