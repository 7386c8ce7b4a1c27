import type { Document, Fields, Value } from './document.js';

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
    return this.#text('id') ?? '';
  }
  get type() {
    return this.#text('type') ?? '';
  }
  get status() {
    return this.#text('status');
  }
  get title() {
    return this.#text('title') ?? '';
  }
  get points() {
    return readNumber(this.document.fields['points']);
  }
  get persona() {
    return this.#text('persona');
  }
  get assignee() {
    return this.#text('assignee');
  }
  get rank() {
    return this.#text('rank');
  }
  get parent() {
    return this.#text('parent');
  }
  get sprint() {
    return this.#text('sprint');
  }
  get sprints() {
    return this.#list('sprints');
  }
  get created() {
    return this.#text('created');
  }
  get started() {
    return this.#text('started');
  }
  get done() {
    return this.#text('done');
  }
  get due() {
    return this.#text('due');
  }
  get labels() {
    return this.#list('labels');
  }
  get goals() {
    return this.#list('goal');
  }
  get conflicts() {
    return this.#list('conflicts');
  }
  get depends() {
    return this.#list('depends');
  }
  get excludes() {
    return this.#list('excludes');
  }
  get skills() {
    return this.#list('skills');
  }
  get score() {
    return readMap(this.document.fields['score']);
  }
  get archived() {
    return this.document.path.includes('/archive/');
  }
  get private() {
    return this.document.fields['private'] === true;
  }

  #text(key: string): string | null {
    return readText(this.document.fields[key]);
  }

  #list(key: string): readonly string[] {
    return readList(this.document.fields[key]);
  }
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
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values.map(readText).filter((text) => text !== null);
}

function readMap(value: Value | undefined): Fields {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Fields) : {};
}
