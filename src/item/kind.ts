/** What a status means, whatever a team calls it. */
export type Category = 'todo' | 'doing' | 'done' | 'dropped';
export const categories: readonly Category[] = ['todo', 'doing', 'done', 'dropped'];

/** How a kind's ids are made: `ST-7K3FD`, a slug of the title, or `2026-S24`. */
export type IdStyle = 'coded' | 'slug' | 'sprint';

/** What a document's `type` says about it: where it lives, how it is named, what it starts from. */
export interface Kind {
  readonly type: string;
  readonly folder: string;
  readonly idStyle: IdStyle;
  /** Stands before the dash of a coded id. */
  readonly prefix: string;
  readonly template: string;
  /** Status name → category; undefined takes the backlog's own workflow. */
  readonly statuses?: Readonly<Record<string, Category>>;
}

/** Everything a team plans and does lives in `items/`; the rest stands around it. */
export const itemsFolder = 'items';
/** Where closed ones are put away. */
export const archiveFolder = `${itemsFolder}/archive`;

function workKind(type: string, prefix: string): Kind {
  return { type, prefix, folder: itemsFolder, idStyle: 'coded', template: type };
}

export const builtInKinds: readonly Kind[] = [
  workKind('story', 'ST'),
  workKind('epic', 'EP'),
  workKind('task', 'TA'),
  workKind('bug', 'BU'),
  workKind('spike', 'SP'),
  {
    type: 'goal',
    prefix: '',
    folder: 'goals',
    idStyle: 'slug',
    template: 'goal',
    statuses: { active: 'doing', reached: 'done', dropped: 'dropped' },
  },
  { type: 'persona', prefix: '', folder: 'personas', idStyle: 'slug', template: 'persona' },
  {
    type: 'stakeholder',
    prefix: '',
    folder: 'stakeholders',
    idStyle: 'slug',
    template: 'stakeholder',
  },
  {
    type: 'feedback',
    prefix: 'FB',
    folder: 'feedback',
    idStyle: 'coded',
    template: 'feedback',
    statuses: { new: 'todo', linked: 'doing', answered: 'done', declined: 'dropped' },
  },
  {
    type: 'sprint',
    prefix: '',
    folder: 'sprints',
    idStyle: 'sprint',
    template: 'sprint',
    statuses: { planned: 'todo', active: 'doing', closed: 'done' },
  },
];

/** True for the kinds that are planned, ordered and done: all that live in `items/`. */
export function isWorkKind(kind: Kind): boolean {
  return kind.folder === itemsFolder;
}

/** A kind of the team's own: a work item with its own prefix, template and perhaps statuses. */
export interface OwnKind {
  readonly prefix: string;
  readonly template?: string | undefined;
  readonly statuses?: Readonly<Record<string, Category>> | undefined;
}

/** The built-in kinds with a backlog's own added; a built-in kind may get statuses of its own. */
export function mergeKinds(own: Readonly<Record<string, OwnKind>>): readonly Kind[] {
  const known = builtInKinds.map((kind): Kind => {
    const override = own[kind.type];
    return override?.statuses ? { ...kind, statuses: override.statuses } : kind;
  });
  const added = Object.entries(own)
    .filter(([type]) => !builtInKinds.some((kind) => kind.type === type))
    .map(
      ([type, { prefix, template, statuses }]): Kind => ({
        ...workKind(type, prefix),
        template: template ?? 'task',
        ...(statuses ? { statuses } : {}),
      }),
    );
  return [...known, ...added];
}

/** The stages a product idea goes through, in their order. */
export const stages = [
  'idea',
  'definition',
  'prototype',
  'design',
  'validation',
  'launch',
] as const;
export type Stage = (typeof stages)[number];

export function isStage(text: string): text is Stage {
  return (stages as readonly string[]).includes(text);
}
