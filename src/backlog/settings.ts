import * as z from 'zod';
import { type Category, type Kind, mergeKinds } from '../item/kind.js';
import { failure, type Result, success } from '../text/problem.js';

const category = z.enum(['todo', 'doing', 'done', 'dropped']);
const statuses = z.record(z.string().min(1), category);

const level = z.enum(['off', 'warn', 'error']);
/** A severity, or a severity with options; a rule checks its own options. */
const ruleSetting = z.union(
  [level, z.tuple([level, z.record(z.string(), z.unknown())])],
  'off, warn or error is expected, or a list of one of them and options: [warn, {max: 8}]',
);
const ruleSettings = z.record(z.string(), ruleSetting);
const oneOrMany = z.union([z.string(), z.array(z.string())]);

/** `backlog.yaml`, every key optional: an empty file is a backlog with the defaults. */
const settingsSchema = z.strictObject({
  product: z.string().optional().describe("The product's name"),
  vision: z
    .strictObject({
      for: z.string().optional(),
      need: z.string().optional(),
      product: z.string().optional(),
      benefit: z.string().optional(),
      difference: z.string().optional(),
    })
    .optional()
    .describe('For whom, what need, what kind of product, its key benefit, what sets it apart'),
  language: z.string().default('en').describe('Language the stories are written in'),
  ids: z
    .enum(['random', 'sequential'])
    .default('random')
    .describe('random: ST-7K3FD, safe on branches; sequential: ST-1, ST-2'),
  timezone: z.string().optional().describe('IANA zone that says what day it is'),
  points: z
    .array(z.number().positive())
    .default([1, 2, 3, 5, 8, 13, 21])
    .describe('The scale estimates are taken from'),
  statuses: statuses
    .default({
      draft: 'todo',
      ready: 'todo',
      doing: 'doing',
      review: 'doing',
      done: 'done',
      dropped: 'dropped',
    })
    .describe('Status name to category, in the order work goes through them'),
  ready: z
    .array(z.string())
    .default(['ready'])
    .describe('Statuses whose items a sprint may take in'),
  done: z.array(z.string()).default([]).describe('The Definition of Done, one line each'),
  types: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'a type is a lower-case word'),
      z.strictObject({
        prefix: z.string().regex(/^[A-Z]{1,4}$/, 'a prefix is one to four capitals'),
        template: z.string().optional(),
        statuses: statuses.optional(),
      }),
    )
    .default({})
    .describe("Work item types of the team's own"),
  fields: z
    .record(z.string(), z.enum(['text', 'number', 'day', 'list']))
    .default({})
    .describe("Frontmatter fields of the team's own, with their type"),
  sprint: z
    .strictObject({
      length: z.int().min(1).max(60).default(14).describe('Days'),
      capacity: z.number().positive().optional().describe('Points; without it, recent velocity'),
    })
    .default({ length: 14 }),
  rank: z.strictObject({ model: z.string().default('wsjf') }).default({ model: 'wsjf' }),
  check: z
    .strictObject({
      preset: z
        .enum(['recommended', 'strict', 'format-only'])
        .default('recommended')
        .describe('The levels rules start from'),
      rules: ruleSettings.default({}).describe('Rule id to level, or to [level, {options}]'),
      overrides: z
        .array(
          z.strictObject({
            type: oneOrMany.optional().describe('Types of document it holds for'),
            status: oneOrMany.optional().describe('Statuses it holds for'),
            path: oneOrMany.optional().describe('Globs of paths in the backlog it holds for'),
            rules: ruleSettings,
          }),
        )
        .default([])
        .describe('Levels for some documents; of several that hold, the last one wins'),
    })
    .default({ preset: 'recommended', rules: {}, overrides: [] })
    .describe('What storymark check asks for'),
});

export type Settings = z.output<typeof settingsSchema> & {
  /** The built-in types and the team's own. */
  readonly kinds: readonly Kind[];
};

/** Checks what `backlog.yaml` holds; each problem names the key. */
export function parseSettings(value: unknown): Result<Settings> {
  const parsed = settingsSchema.safeParse(value ?? {});
  if (!parsed.success) {
    return failure(
      ...parsed.error.issues.map((issue) => ({
        kind: 'usage' as const,
        path: 'backlog.yaml',
        message: `${issue.path.join('.') || 'settings'}: ${issue.message}`,
      })),
    );
  }
  const settings = parsed.data;
  const missing = (['todo', 'doing', 'done', 'dropped'] as const satisfies Category[]).filter(
    (name) => !Object.values(settings.statuses).includes(name),
  );
  if (missing.length > 0) {
    return failure({
      kind: 'usage',
      path: 'backlog.yaml',
      message: `statuses: no status of category ${missing.join(', ')}`,
    });
  }
  return success({ ...settings, kinds: mergeKinds(settings.types) });
}

export function defaultSettings(): Settings {
  const parsed = parseSettings({});
  if (!parsed.ok) throw new Error('the default settings are not valid');
  return parsed.value;
}

/** `backlog.yaml` as JSON Schema (draft 2020-12). */
export function settingsJsonSchema(): object {
  return { title: 'storymark settings', ...z.toJSONSchema(settingsSchema, { io: 'input' }) };
}
