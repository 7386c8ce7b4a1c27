import type { Document, Fields, Value } from './document.js';

/**
 * A document's well-known fields, read leniently: what has the wrong type is absent here and
 * reported by `check`, so that one odd field never hides an item.
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
  const { fields } = document;
  const text = (key: string) => readText(fields[key]);
  return {
    document,
    id: text('id') ?? '',
    type: text('type') ?? '',
    status: text('status'),
    title: text('title') ?? '',
    points: readNumber(fields['points']),
    persona: text('persona'),
    assignee: text('assignee'),
    rank: text('rank'),
    parent: text('parent'),
    sprint: text('sprint'),
    sprints: readList(fields['sprints']),
    created: text('created'),
    started: text('started'),
    done: text('done'),
    due: text('due'),
    labels: readList(fields['labels']),
    goals: readList(fields['goal']),
    conflicts: readList(fields['conflicts']),
    depends: readList(fields['depends']),
    excludes: readList(fields['excludes']),
    skills: readList(fields['skills']),
    score: readMap(fields['score']),
    archived: document.path.includes('/archive/'),
    private: fields['private'] === true,
  };
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

/** A list of texts; one text alone is a list of one (`goal: async-teams`). */
export function readList(value: Value | undefined): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values.map(readText).filter((text) => text !== null);
}

function readMap(value: Value | undefined): Fields {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Fields) : {};
}
