import { builtInKinds, isWorkKind, type Kind, stages } from './kind.js';
import type { Fields, Value } from './value.js';

/**
 * What a field holds. `list` also takes one text alone; `records` are lists of maps; a `flag` is
 * true or not there.
 */
export type FieldType = 'text' | 'number' | 'day' | 'list' | 'map' | 'records' | 'flag';

/**
 * How the changes of two branches to a field come together.
 *
 * - `value`: one value; two different changes are a conflict.
 * - `keys`: a map, key by key.
 * - `set`: what either side added is there, what either removed is gone.
 * - `history`: a set of dated lines, kept in the order of their days. Two different lines about one
 *   subject are a conflict: one thing happened once.
 * - `record`: it makes sense only together with the document's other records. Where both sides
 *   changed any of them, all that differ are in conflict.
 */
export type FieldMerge = 'value' | 'keys' | 'set' | 'history' | 'record';

const mergeOfType: Readonly<Record<FieldType, FieldMerge>> = {
  text: 'value',
  number: 'value',
  day: 'value',
  flag: 'value',
  map: 'keys',
  list: 'set',
  records: 'record',
};

export interface FieldSpec {
  readonly type: FieldType;
  readonly summary: string;
  readonly merge: FieldMerge;
  /** Of a history's line: what it is about, which no two lines added on two branches may share. */
  readonly subject?: RegExp;
  /** For a field of ids: what they name, a type of document or `item` for any work item. */
  readonly names?: string;
  /** The only words it may be. */
  readonly choices?: readonly string[];
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** A field's spec with its type known to the compiler, for `FieldOf`. */
type SpecOf<T extends FieldType> = FieldSpec & { readonly type: T };

function field<T extends FieldType>(type: T, summary: string): SpecOf<T> {
  return { type, summary, merge: mergeOfType[type] };
}

/** A list of dated lines. @param subject finds what a line is about */
function history(summary: string, subject?: RegExp): SpecOf<'list'> {
  return { type: 'list', summary, merge: 'history', ...(subject ? { subject } : {}) };
}

function reference<T extends 'text' | 'list'>(type: T, names: string, summary: string): SpecOf<T> {
  return { ...field(type, summary), names };
}

/** A word out of a few. */
function choice(summary: string, ...choices: readonly string[]): SpecOf<'text'> {
  return { ...field('text', summary), choices };
}

const head = {
  id: field('text', 'Permanent id of the document'),
  type: field('text', 'Type of the document'),
};
const status = field('text', 'Status in the workflow');
const created = field('day', 'When it was created');
const hidden = field('flag', 'true: hidden from replies, reports and the site');

/**
 * A work item's fields in the order files keep them, which is chosen for merges (docs/design.md): one
 * that rarely changes stands between any two that often do.
 */
const workSpecs = {
  ...head,
  status,
  started: field('day', 'When work started'),
  done: field('day', 'When it was done'),
  title: field('text', 'Title, in one line'),
  points: field('number', 'Estimated size'),
  severity: field('text', 'Severity of a bug'),
  hours: field('number', 'Estimated hours of work, for teams that plan in hours'),
  timebox: field('text', 'Time limit of a spike'),
  persona: reference('text', 'persona', 'The persona of its role'),
  rank: field('text', 'Fractional order key: its place in the backlog'),
  parent: reference('text', 'item', 'The epic it belongs to'),
  sprint: reference('text', 'sprint', 'The sprint it is in'),
  sprints: history('Every entry into and exit from a sprint', /^\S+ ([+-]\S+)/),
  created,
  source: field('text', 'Source it was imported from, used to recognize it in later imports'),
  stage: choice('Product stage of an epic', ...stages),
  stages: history('Every stage an epic reached, with its evidence', /^\S+ (\S+)/),
  labels: field('list', 'Free labels'),
  goal: reference('list', 'goal', 'The goals it serves'),
  conflicts: reference('list', 'goal', 'The goals it conflicts with'),
  pin: field('text', 'top: ranked first regardless of its score'),
  estimates: history('Every estimation round: a date and the votes'),
  skills: field('list', 'The skills it needs'),
  depends: reference('list', 'item', 'Items that must be done first'),
  excludes: reference('list', 'item', 'Alternatives: only one of them can be done'),
  assignee: field('text', 'Who works on it'),
  due: field('day', 'When it must be done'),
  private: hidden,
  score: field('map', "Scoring models' inputs"),
} satisfies FieldSpecs;

const aroundSpecs = {
  goal: {
    ...head,
    status,
    title: field('text', 'The outcome, in one line'),
    measure: field('text', 'What is measured'),
    target: field('number', 'Target value of the measure'),
    created,
    current: field('number', 'Current value of the measure'),
    horizon: field('text', 'Target period: a quarter or a year'),
    weight: field('number', 'Weight relative to other goals'),
    stakeholders: reference('list', 'stakeholder', 'Stakeholders of the goal'),
    readings: history('Readings of the measure: a date and a number each', /^(\S+)/),
    private: hidden,
  },
  persona: {
    ...head,
    title: field('text', 'The role as used in stories'),
    aliases: field('list', 'Other names stories use for it'),
    created,
    private: hidden,
  },
  stakeholder: {
    ...head,
    title: field('text', 'Who it is'),
    weight: field('number', 'Weight of the stakeholder, such as seats or revenue'),
    created,
    private: hidden,
  },
  feedback: {
    ...head,
    status,
    title: field('text', 'The feedback in one line'),
    from: reference('text', 'stakeholder', 'The stakeholder who gave it'),
    kind: choice(
      'How it was received',
      ...['request', 'interview', 'usability-test', 'survey', 'metric', 'market'],
    ),
    source: field('text', 'Where it was received'),
    date: field('day', 'When it was received'),
    promised: field('day', 'The date promised to the stakeholder'),
    sentiment: choice('Sentiment', 'positive', 'neutral', 'negative'),
    covers: reference('list', 'item', 'The items the date was promised for'),
    weight: field('number', "Weight used instead of the stakeholder's, such as seats or revenue"),
    answered: field('day', 'Date of the last reply'),
    created,
    items: reference('list', 'item', 'The items that answer it'),
    into: reference('text', 'feedback', 'The feedback it was merged into'),
    reason: field('text', 'Why it was declined'),
    private: hidden,
  },
  sprint: {
    ...head,
    status,
    title: field('text', 'The sprint goal'),
    start: field('day', 'First day'),
    end: field('day', 'Last day'),
    capacity: field('number', 'Capacity in points'),
    created,
    started: field('day', 'Actual start date, if different from the first day'),
    private: hidden,
    committed: field('records', 'Items and points when it started'),
    added: field('records', 'Items and points added later'),
    removed: field('records', 'Items and points removed'),
    done: field('records', 'Items and points done by its close'),
    carried: field('records', 'Items and points not done at its close'),
  },
} satisfies Readonly<Record<string, FieldSpecs>>;

export const workFields: FieldSpecs = workSpecs;
const aroundFields: Readonly<Record<string, FieldSpecs>> = aroundSpecs;

type AnySpecs = typeof workSpecs | (typeof aroundSpecs)[keyof typeof aroundSpecs];
type KeysOf<S, T> = S extends unknown
  ? { [K in keyof S]: S[K] extends { readonly type: T } ? K : never }[keyof S]
  : never;

/** The names of the fields that hold something of one type: `FieldOf<'day'>` is `'due' | 'done' | …`. */
export type FieldOf<T extends FieldType> = KeysOf<AnySpecs, T>;

/**
 * Fields that a new item has although nothing is in them yet: git merges two changes cleanly only
 * where a line that neither changed stands between. These part points, rank, sprint, labels,
 * depends and the score's inputs from each other, and invite whoever edits the file by hand.
 */
export const partingFields: Fields = { persona: null, parent: null, goal: null, score: null };

/** The fields a kind's documents may have, in file order. */
export function fieldsOf(kind: Kind): FieldSpecs {
  return isWorkKind(kind) ? workFields : (aroundFields[kind.type] ?? head);
}

/** The same by a type's name; a type of the team's own is work. */
export function fieldsOfType(type: string | null): FieldSpecs {
  const kind = builtInKinds.find((one) => one.type === type);
  return kind ? fieldsOf(kind) : workFields;
}

/** The order in which new keys are put into a file: top level, then dotted ones as they come. */
export function keyOrderOf(kind: Kind): readonly string[] {
  return Object.keys(fieldsOf(kind));
}

const allFields = [workFields, ...Object.values(aroundFields)];

/** Every top-level field name of any kind. */
export const fieldNames: readonly string[] = [...new Set(allFields.flatMap(Object.keys))];

/** What a field holds, in each kind that has it; nothing for a field that no schema knows. */
export function typesOfField(key: string): readonly FieldType[] {
  return typesByField.get(key) ?? [];
}

const typesByField: ReadonlyMap<string, readonly FieldType[]> = new Map(
  fieldNames.map((key) => [key, allFields.flatMap((specs) => specs[key]?.type ?? [])]),
);

/** Fields that hold ids of other documents, and what these name: a type, or any work item. */
export const referenceTargets: Readonly<Record<string, string>> = Object.fromEntries(
  allFields
    .flatMap(Object.entries<FieldSpec>)
    .flatMap(([key, { names }]) => (names === undefined ? [] : [[key, names]])),
);

/** The words a field may be, of whatever kind; none where any text goes. */
export function choicesOf(key: string): readonly string[] {
  return allFields.flatMap((specs) => specs[key]?.choices ?? []);
}

/** The values that are there: what a template and flags left open is no field. */
export function presentFields(values: Readonly<Record<string, Value | undefined>>): Fields {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Fields;
}
