import * as z from 'zod';
import { categories, type Kind, mergeKinds } from '../item/kind.js';
import { isDay } from '../text/date.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { type Position, positionAt } from '../text/span.js';
import { didYouMean } from '../text/suggest.js';
import { escapePattern } from '../text/words.js';

const category = z.enum(['todo', 'doing', 'done', 'dropped']);
const statuses = z.record(z.string().min(1), category);

const level = z.enum(['off', 'warn', 'error']);
/** A severity, or a severity with options; a rule checks its own options. */
const ruleSetting = z.union(
  [level, z.tuple([level, z.record(z.string(), z.unknown())])],
  'expected off, warn or error, or a list of level and options: [warn, {max: 8}]',
);
const ruleSettings = z.record(z.string(), ruleSetting);
const oneOrMany = z.union([z.string(), z.array(z.string())]);

const criterionName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/i, 'a criterion name takes letters, digits, - and _');
const numberOrText = z.union([z.number(), z.string()]);
/** What the scoring models ask of `backlog.yaml`; each judges the sense of its own part. */
const rankSettings = z.strictObject({
  model: z.string().default('wsjf'),
  cd3: z
    .strictObject({
      unit: z.enum(['day', 'week', 'month', 'year']).optional(),
      currency: z.string().optional(),
    })
    .optional()
    .describe('Unit of time for cost of delay and durations (default: week)'),
  ice: z
    .strictObject({ mode: z.enum(['product', 'mean']).optional() })
    .optional()
    .describe('Multiply the three inputs or take their mean'),
  'value-effort': z
    .strictObject({ value: z.number().optional(), effort: z.number().optional() })
    .optional()
    .describe('Where the quadrants meet (default: 5.5 and 5.5)'),
  weighted: z
    .strictObject({
      criteria: z.record(
        criterionName,
        z.union([
          numberOrText,
          z.strictObject({
            weight: numberOrText,
            name: z.string().optional(),
            description: z.string().optional(),
            scale: z.array(z.number()).optional(),
          }),
        ]),
      ),
    })
    .optional()
    .describe('Criteria and their weights: {revenue: 40%, risk: -20%}'),
  ahp: z
    .strictObject({
      criteria: z.array(criterionName).optional(),
      comparisons: z.record(criterionName, z.record(criterionName, numberOrText)).optional(),
      matrix: z.array(z.array(z.union([numberOrText, z.null()]))).optional(),
      index: z.enum(['saaty-2005', 'saaty-1980']).optional(),
    })
    .optional()
    .describe('Criteria compared in pairs: comparisons: {value: {risk: 3}}, or a matrix'),
  formula: z
    .union([
      z.string(),
      z.strictObject({
        score: z.string(),
        benefit: z.string().optional(),
        inputs: z
          .record(
            z.string().regex(/^[a-z_][a-z0-9_]*$/i, 'a variable name takes letters, digits and _'),
            z.strictObject({
              name: z.string().optional(),
              description: z.string().optional(),
              kind: z.enum(['number', 'percent', 'rate', 'duration']).optional(),
              scale: z.array(z.number()).optional(),
              from: z.string().optional(),
            }),
          )
          .optional(),
      }),
    ])
    .optional()
    .describe('An expression over the fields: (value * 2 + urgency) / points'),
  derived: z
    .strictObject({
      demand: z.boolean().optional().describe('How many stakeholders request it, and their weight'),
      goals: z.boolean().optional().describe('The weight of the goals it serves'),
      inherited: z.boolean().optional().describe('The value of the items it unblocks'),
    })
    .optional()
    .describe('What may change the benefit besides the inputs (default: all off)'),
});

const share = z.number().min(0).max(1);
const daysOff = z
  .array(
    z
      .string()
      .refine(
        (text) => text.split('..').length <= 2 && text.split('..').every(isDay),
        'expected a date, or a range such as 2026-12-24..2027-01-01',
      ),
  )
  .default([]);

const teamSettings = z.strictObject({
  members: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('As in assignee:'),
        skills: z.array(z.string()).default([]).describe('Skills that items may need'),
        share: share.default(1).describe('Share of full time'),
        focus: share.optional().describe("Overrides the team's"),
        off: daysOff.describe('Days away: 2026-12-24, 2026-12-24..2027-01-01'),
      }),
    )
    .min(1),
  workdays: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .default(['mon', 'tue', 'wed', 'thu', 'fri'])
    .describe('Days of the week the team works'),
  hours: z.number().positive().max(24).default(8).describe('Hours in a working day'),
  focus: share.default(0.7).describe('Share of a working day spent on planned work'),
  off: daysOff.describe('Days off for the whole team'),
  pointsPerDay: z
    .number()
    .positive()
    .optional()
    .describe(
      'Points one person finishes in a working day (default: measured over the last sprints)',
    ),
});

const gate = z
  .strictObject({
    sections: z.array(z.string().min(1)).optional().describe('Sections that must not be empty'),
    evidence: z.string().min(1).optional().describe('Evidence that is required'),
    is: z
      .array(z.enum(['url', 'path', 'item']))
      .min(1)
      .optional()
      .describe('Kinds of evidence accepted'),
  })
  .optional();
/** The stages of an epic, whose gates may be set: an empty gate lets all through. */
const stageSettings = z.strictObject({
  idea: gate,
  definition: gate,
  prototype: gate,
  design: gate,
  validation: gate,
  launch: gate,
});

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
    .describe('Target customer, need, product category, key benefit and differentiator'),
  language: z
    .string()
    .default('en')
    .describe('Language of stories, letters and pages: a BCP 47 tag such as de or pt-BR'),
  ids: z
    .enum(['random', 'sequential'])
    .default('random')
    .describe('random: ST-7K3FD, safe on branches; sequential: ST-1, ST-2'),
  timezone: z.string().optional().describe('IANA time zone that determines the current date'),
  points: z
    .array(z.number().positive())
    .default([1, 2, 3, 5, 8, 13, 21])
    .describe('The estimation scale'),
  statuses: statuses
    .default({
      draft: 'todo',
      ready: 'todo',
      doing: 'doing',
      review: 'doing',
      done: 'done',
      dropped: 'dropped',
    })
    .describe('Status names and their categories, in workflow order'),
  ready: z
    .array(z.string())
    .default(['ready'])
    .describe('Statuses from which items may enter a sprint'),
  done: z.array(z.string()).default([]).describe('The Definition of Done, one line each'),
  types: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'a type must be a lower-case word'),
      z.strictObject({
        prefix: z.string().regex(/^[A-Z]{1,4}$/, 'a prefix must be one to four capital letters'),
        template: z.string().optional(),
        statuses: statuses.optional(),
      }),
    )
    .default({})
    .describe('Custom work item types'),
  fields: z
    .record(z.string(), z.enum(['text', 'number', 'day', 'list']))
    .default({})
    .describe('Custom frontmatter fields and their types'),
  way: z
    .union(
      [
        z.enum(['scrum', 'kanban', 'no-estimates']),
        z.strictObject({
          count: z.enum(['points', 'items']).optional(),
          over: z.enum(['sprints', 'weeks']).optional(),
        }),
      ],
      'expected scrum, kanban or no-estimates, or {count: points or items, over: sprints or weeks}',
    )
    .optional()
    .describe('What is counted, and over which period (default: derived from the backlog)'),
  sprint: z
    .strictObject({
      length: z.int().min(1).max(60).default(14).describe('Days'),
      capacity: z.number().positive().optional().describe('Points (default: recent velocity)'),
    })
    .default({ length: 14 }),
  team: teamSettings.optional().describe('The team calendar that sprint capacity is computed from'),
  stages: stageSettings.optional().describe('What an epic needs to enter a stage'),
  rank: rankSettings.default({ model: 'wsjf' }).describe('How the backlog is ranked'),
  check: z
    .strictObject({
      preset: z
        .enum(['recommended', 'strict', 'format-only'])
        .default('recommended')
        .describe('The preset that sets the level of each rule'),
      rules: ruleSettings.default({}).describe('Rule id to level, or to [level, {options}]'),
      overrides: z
        .array(
          z.strictObject({
            type: oneOrMany.optional().describe('Types of document it applies to'),
            status: oneOrMany.optional().describe('Statuses it applies to'),
            path: oneOrMany.optional().describe('Globs of backlog paths it applies to'),
            rules: ruleSettings,
          }),
        )
        .default([])
        .describe('Levels for some documents; if several match, the last one wins'),
    })
    .default({ preset: 'recommended', rules: {}, overrides: [] })
    .describe('Settings of storymark check'),
});

export type Settings = z.output<typeof settingsSchema> & {
  /** The built-in types and the team's own. */
  readonly kinds: readonly Kind[];
};

/** The keys `backlog.yaml` may have at its top, in the order of the shipped file. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

/**
 * Checks what `backlog.yaml` holds; each problem names the key, and where `text` (the file) has it.
 */
export function parseSettings(
  value: Readonly<Record<string, unknown>>,
  text = '',
): Result<Settings> {
  const fail = (key: readonly PropertyKey[], message: string): Problem => ({
    kind: 'usage',
    path: 'backlog.yaml',
    ...findKey(text, key.map(String)),
    message: `${key.join('.') || 'settings'}: ${message}`,
  });
  const parsed = settingsSchema.safeParse(withoutEmptyKeys(value));
  if (!parsed.success) {
    return failure(...parsed.error.issues.map((issue) => fail(...describeIssue(issue))));
  }
  const settings = parsed.data;
  const names = Object.keys(settings.statuses);
  const missing = categories.filter((name) => !Object.values(settings.statuses).includes(name));
  if (missing.length > 0) {
    return failure(fail(['statuses'], `no status has the category ${missing.join(', ')}`));
  }
  const own = Object.values(settings.types).flatMap(({ statuses }) => Object.keys(statuses ?? {}));
  const unknown = settings.ready.find((name) => ![...names, ...own].includes(name));
  if (unknown !== undefined) {
    return failure(fail(['ready'], `"${unknown}" is not a status (${names.join(', ')})`));
  }
  return success({ ...settings, kinds: mergeKinds(settings.types) });
}

/** A key with nothing behind it, as is left when only its values stay commented out. */
function withoutEmptyKeys(value: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

function describeIssue(issue: z.core.$ZodIssue): [key: readonly PropertyKey[], message: string] {
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown === undefined) return [issue.path, issue.message];
  const isStages = issue.path.length === 1 && issue.path[0] === 'stages';
  const shape = isStages ? stageSettings.shape : settingsSchema.shape;
  const known = isStages || issue.path.length === 0 ? Object.keys(shape) : [];
  return [[...issue.path, unknown], `unknown key.${didYouMean(unknown, known)}`];
}

/** Where a dotted key stands, looking for each of its parts behind the one before. */
function findKey(text: string, key: readonly string[]): Position | undefined {
  let from = 0;
  let found: number | undefined;
  for (const part of key) {
    const start = from === 0 ? '^' : '(?:^|[{,])[ \\t]*';
    const pattern = new RegExp(`${start}${escapePattern(part)}[ \\t]*:`, 'm');
    const at = text.slice(from).search(pattern);
    if (at === -1) break;
    found = text.indexOf(part, from + at);
    from = found + part.length;
  }
  return found === undefined ? undefined : positionAt(text, found);
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
