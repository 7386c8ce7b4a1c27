import * as z from 'zod';
import { isDay } from '../text/date.js';
import { type FieldSpec, fieldsOf } from './field.js';
import type { Kind } from './kind.js';

const text = z.union([z.string(), z.number(), z.boolean()]);
const record = z.looseObject({ id: z.string(), points: z.number().nullish() });

function schemaFor({ type, summary, choices }: FieldSpec): z.ZodType {
  if (choices) return z.enum(choices).describe(summary);
  switch (type) {
    case 'text':
      return text.describe(summary);
    case 'number':
      return z.number().nonnegative().describe(summary);
    case 'day':
      return z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .refine(isDay, 'not a valid date')
        .meta({ format: 'date' })
        .describe(summary);
    case 'list':
      return z.union([text, z.array(text)]).describe(summary);
    case 'map':
      return z.record(z.string(), z.unknown()).describe(summary);
    case 'flag':
      return z.boolean().describe(summary);
    case 'records':
      return z.array(record).describe(summary);
    default:
      return type satisfies never;
  }
}

/** A kind's frontmatter: `id`, `type` and `title` must be there, other keys may be of the team. */
export function schemaOf(kind: Kind, statuses: readonly string[]): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, spec] of Object.entries(fieldsOf(kind))) {
    const isRequired = key === 'id' || key === 'title';
    shape[key] = isRequired ? schemaFor(spec) : schemaFor(spec).nullish();
  }
  shape['type'] = z.literal(kind.type);
  if (statuses.length > 0) shape['status'] = z.enum(statuses).nullish();
  return z.looseObject(shape);
}

/** The same as JSON Schema (draft 2020-12), for editors that complete and check YAML. */
export function jsonSchemaOf(kind: Kind, statuses: readonly string[]): object {
  const schema = z.toJSONSchema(schemaOf(kind, statuses), { unrepresentable: 'any' });
  return { title: `storymark ${kind.type}`, ...schema };
}
