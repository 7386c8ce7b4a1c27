import { builtInKinds, categories } from '../item/kind.js';
import { type Fields, isMap, type Value } from '../item/value.js';
import type { Settings } from './settings.js';

/** The defaults of `settings.ts` as a value; a test holds them equal. */
const defaults: Omit<Settings, 'kinds'> = {
  language: 'en',
  ids: 'random',
  points: [1, 2, 3, 5, 8, 13, 21],
  statuses: {
    draft: 'todo',
    ready: 'todo',
    doing: 'doing',
    review: 'doing',
    done: 'done',
    dropped: 'dropped',
  },
  ready: ['ready'],
  done: [],
  types: {},
  fields: {},
  sprint: { length: 14 },
  rank: { model: 'wsjf' },
  check: { preset: 'recommended', rules: {}, overrides: [] },
};

/**
 * Settings that use only the commonest keys, soundly, with the defaults for the rest; null for all
 * others, which the schema has to judge. Loading zod for it costs a short command a quarter of its
 * time, and most settings need no judge.
 */
export function readPlainSettings(fields: Fields): Settings | null {
  if (!isPlain(fields)) return null;
  const { statuses, ready } = { ...defaults, ...fields } as typeof defaults;
  if (!ready.every((name) => Object.hasOwn(statuses, name))) return null;
  const sprint = { ...defaults.sprint, ...(fields['sprint'] as object | undefined) };
  return { ...defaults, ...fields, sprint, kinds: builtInKinds };
}

type Test = (value: Value) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isPositive: Test = (value) =>
  typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY;

function listOf(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}

function mapOf(tests: Readonly<Record<string, Test>>): Test {
  return (value) =>
    isMap(value) && Object.entries(value).every(([key, inner]) => tests[key]?.(inner) ?? false);
}

const isPlain = mapOf({
  product: isText,
  vision: mapOf({
    for: isText,
    need: isText,
    product: isText,
    benefit: isText,
    difference: isText,
  }),
  language: isText,
  ids: (value) => value === 'random' || value === 'sequential',
  timezone: isText,
  points: listOf(isPositive),
  statuses: areStatuses,
  ready: listOf(isText),
  done: listOf(isText),
  sprint: mapOf({
    length: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 60,
    capacity: isPositive,
  }),
  rank: (value) =>
    isMap(value) && Object.keys(value).join() === 'model' && isText(value['model'] ?? null),
});

function areStatuses(value: Value): boolean {
  if (!isMap(value)) return false;
  const meanings = Object.values(value);
  return (
    !Object.hasOwn(value, '') &&
    meanings.every((meaning) => categories.some((category) => category === meaning)) &&
    categories.every((category) => meanings.includes(category))
  );
}
