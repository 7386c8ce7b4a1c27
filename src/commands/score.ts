import type { Backlog } from '../backlog/backlog.js';
import type { Item } from '../item/item.js';
import { requireModel } from '../ops/require-model.js';
import { type ScoredItem, scoreItems } from '../ops/score-items.js';
import type { ModelInput, ScoreModel } from '../score/define-model.js';
import { readInputs } from '../score/read-inputs.js';
import type { Prompt } from '../terminal/prompt.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage, unwrap } from './failure.js';
import { clockOf, readBacklog, readItems } from './read-backlog.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly ScoredItem[]>> {
  const references = input.args.filter((word) => !word.includes('='));
  const given = input.args.filter((word) => word.includes('='));
  if (references.length === 0) failUsage('name the items to score: storymark score ID value=8');
  const backlog = readBacklog(context);
  const model = unwrap(await requireModel(backlog, input.option('by')));
  const items = readItems(backlog, references);
  const prompt = given.length === 0 ? await context.prompt() : null;
  const asked = new Map<Item, readonly string[]>();
  for (const item of items) {
    asked.set(item, prompt ? await askInputs(prompt, backlog, item, model) : given);
  }
  const { scored, changes } = unwrap(
    scoreItems(backlog, items, model, (item) => asked.get(item) ?? [], clockOf(context, backlog)),
  );
  return {
    data: scored,
    changes,
    commitMessage: `Score ${items.map(({ id }) => id).join(', ')}`,
    notes: scored.flatMap(({ id, warnings }) => warnings.map((text) => `note: ${id}: ${text}`)),
  };
}

async function askInputs(
  prompt: Prompt,
  backlog: Backlog,
  item: Item,
  model: ScoreModel,
): Promise<readonly string[]> {
  const { inputs } = readInputs({ score: item.score, points: item.points }, model);
  const words: string[] = [];
  for (const input of model.inputs) {
    // A size that the estimate answers is not asked for again.
    if (input.defaultFrom !== undefined && inputs[input.key] !== undefined) continue;
    const now = inputs[input.key];
    const text = await prompt.line({
      message: `${item.id} ${input.name}: ${input.description}${describeNeighbours(backlog, item, model, input)}`,
      ...(now === undefined ? {} : { initial: String(now) }),
      check: (answer) => (Number.isFinite(Number(answer)) ? null : 'A number, or nothing.'),
    });
    if (text.trim() !== '') words.push(`${input.key}=${text.trim()}`);
  }
  return words;
}

/** Scores are comparisons too: what the items next to it in the order were given. */
function describeNeighbours(
  { work }: Backlog,
  item: Item,
  model: ScoreModel,
  input: ModelInput,
): string {
  const place = work.indexOf(item);
  const inputOf = (other: Item) =>
    readInputs({ score: other.score, points: other.points }, model).inputs[input.key];
  const above = work.slice(0, place).findLast((other) => inputOf(other) !== undefined);
  const below = work.slice(place + 1).find((other) => inputOf(other) !== undefined);
  const names = [above, below]
    .filter((other) => other !== undefined)
    .map((other) => `${other.id} has ${inputOf(other)}`);
  const scale = input.scale ? `\n  scale ${input.scale.join(' ')}` : '';
  return `${scale}${names.length === 0 ? '' : `; ${names.join(', ')}`}\n `;
}

export function render(data: readonly ScoredItem[], style: Style): string {
  return style.table({
    columns: [
      { title: 'ID' },
      { title: 'TITLE', shrinks: true },
      { title: 'SCORE', align: 'right' },
      { title: 'INPUTS' },
    ],
    rows: data.map(({ id, title, score, inputs, missing }) => [
      id,
      title,
      score === null ? '' : score.toFixed(2),
      [
        ...Object.entries(inputs).map(([key, value]) => `${key}=${value}`),
        ...missing.map((key) => `${key}=?`),
      ].join(' '),
    ]),
  });
}
