import * as z from 'zod';
import type { ModelInput, ScoreModel } from './define-model.js';
import { readValue } from './read-value.js';

/**
 * A model's inputs as they may stand under `score:`, as a zod schema: what is refused is what
 * `readInputs` refuses. In a file of its own, since ranking and listing need no zod.
 */
export function inputSchema(model: ScoreModel) {
  return z
    .object(Object.fromEntries(model.inputs.map((input) => [input.key, valueSchema(input)])))
    .describe(model.summary);
}

function valueSchema(input: ModelInput) {
  return formSchema(input)
    .superRefine((value, context) => {
      const read = readValue(value, input);
      if (!read.ok) context.addIssue({ code: 'custom', message: read.fault });
    })
    .optional()
    .describe(`${input.name}: ${input.description}${describeScale(input)}`);
}

/** The form alone, for JSON Schema, which cannot say the rest. */
function formSchema({ kind = 'number', sign, choices = [] }: ModelInput) {
  switch (kind) {
    case 'choice':
      return z.enum([...choices] as [string, ...string[]]);
    case 'survey':
      return z.union([
        z.record(z.string(), z.union([z.number().min(0), z.array(z.json()), z.string()])),
        z.array(z.json()),
      ]);
    default:
      return z.union([numberSchema(sign), z.string()]);
  }
}

function numberSchema(sign: ModelInput['sign']) {
  if (sign === 'any') return z.number();
  return sign === 'positive' ? z.number().gt(0) : z.number().min(0);
}

function describeScale({ scale, within }: ModelInput): string {
  if (scale) return ` Suggested: ${scale.join(', ')}.`;
  return within ? ` Suggested: ${within[0]} to ${within[1]}.` : '';
}
