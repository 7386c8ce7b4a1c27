import { defaultSettings } from '../../backlog/settings.js';
import type { InputValue, ModelInput, ScoreModel } from '../../score/define-model.js';
import { requireModel } from '../../score/load-model.js';
import { findModel } from '../../score/models/index.js';
import { writeInput } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import type { Context } from '../shared/command.js';
import { CommandFailure, unwrap } from '../shared/failure.js';

/** A model as `--explain-model` prints it, and as JSON. */
export interface ExplainedModel
  extends Pick<ScoreModel, 'id' | 'name' | 'summary' | 'formula' | 'source' | 'examples'> {
  readonly kind: 'model';
  readonly direction: ScoreModel['direction'];
  readonly unit: string | null;
  readonly settings: string | null;
  readonly inputs: readonly ModelInput[];
  /** What came of `backlog.yaml`; what is still to be said there. */
  readonly facts: readonly (readonly [name: string, text: string])[];
  readonly lacks: string | null;
}

/** The model as this backlog has it; outside of one, as it comes. */
export async function explainModel(context: Context, id: string): Promise<ExplainedModel> {
  const settings = readSettings(context);
  const configured = await requireModel({ settings }, id);
  // One that `backlog.yaml` says nothing of yet can be explained all the same.
  const bare = findModel(id);
  const model = bare?.lacks !== undefined && !configured.ok ? bare : unwrap(configured);
  const { name, summary, formula, source, examples, direction, inputs } = model;
  return {
    kind: 'model',
    id: model.id,
    name,
    summary,
    formula,
    direction,
    unit: model.unit ?? null,
    settings: model.settings ?? null,
    inputs,
    source,
    examples,
    facts: model.facts ?? [],
    lacks: model.lacks ?? null,
  };
}

function readSettings(context: Context) {
  try {
    return unwrap(context.store().settings());
  } catch (error) {
    if (error instanceof CommandFailure) return defaultSettings();
    throw error;
  }
}

export function renderModel(model: ExplainedModel, style: Style): string {
  const { id, name, summary, formula, unit, direction, settings, lacks, facts } = model;
  const { source, examples } = model;
  const order = direction === 'highest-first' ? 'the highest first' : 'the lowest first';
  return [
    `${style.bold(id)}  ${name}`,
    summary,
    '',
    `  score = ${formula}`,
    `  ${order}${unit === null ? '' : `; in ${unit}`}`,
    ...facts.map(([fact, text]) => `  ${fact}: ${text}`),
    ...(settings === null ? [] : [`  in backlog.yaml: ${settings}`]),
    ...(lacks === null ? [] : [`  ${style.yellow(lacks)}`]),
    ...describeInputs(model, style),
    ...(examples.length === 0 ? [] : ['', style.bold('For example')]),
    ...examples.flatMap((example) => {
      const given = Object.entries(example.inputs).map(([key, value]) => `${key} ${say(value)}`);
      return [
        `  ${example.name}: ${given.join(', ')} → ${example.score}`,
        ...(example.source === source ? [] : [`    ${style.dim(example.source)}`]),
      ];
    }),
    '',
    `${style.bold('Source')}\n  ${source}`,
  ].join('\n');
}

function describeInputs({ id, inputs }: ExplainedModel, style: Style): readonly string[] {
  const [first] = inputs;
  if (!first) return [];
  return [
    '',
    `${style.bold('Inputs')}, under score: in an item; score.${id}.${first.key} wins over score.${first.key}`,
    ...inputs.flatMap((input) => [
      `  ${style.bold(input.key)}  ${input.name}`,
      `    ${input.description}`,
      ...describeScale(input).map((line) => `    ${style.dim(line)}`),
    ]),
    ...(inputs.some(({ kind }) => kind !== 'choice' && kind !== 'survey')
      ? ['  A number may be a range: 5..13, or 5..8..13 with the likeliest in the middle.']
      : []),
  ];
}

/** What an input is suggested to be, one fact a line. */
export function describeScale({
  scale,
  within,
  choices,
  kind,
  defaultFrom,
}: ModelInput): readonly string[] {
  const write = (value: number) => (kind === 'percent' ? `${value * 100}%` : String(value));
  return [
    ...(scale ? [`scale: ${scale.map(write).join(' ')}`] : []),
    ...(!scale && within ? [`scale: ${write(within[0])} to ${write(within[1])}`] : []),
    ...(choices ? [`one of: ${choices.join(', ')}`] : []),
    ...(defaultFrom === undefined ? [] : [`without it: ${defaultFrom}`]),
  ];
}

function say(value: InputValue): string {
  return typeof value === 'object' ? `{${writeInput(value)}}` : writeInput(value);
}
