import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import type { Value } from '../../item/value.js';
import {
  findBetween,
  listNeighbours,
  type Neighbour,
  pickReferences,
} from '../../ops/order/score-neighbours.js';
import type { InputValue, ModelInput, ScoreModel } from '../../score/define-model.js';
import { findInput, readInputs, scoredFields } from '../../score/read-inputs.js';
import { readValue } from '../../score/read-value.js';
import { writeInput } from '../../score/write-score.js';
import type { Prompt } from '../../terminal/prompt.js';
import { showUnprintable } from '../../text/printable.js';
import { describeScale } from './rank-explain.js';

/**
 * Asks for a model's inputs one by one, each with its scale and with items to compare with: a
 * score is a comparison. Gives `input=value` words after each answer that has some.
 */
export async function* askInputs(
  prompt: Prompt,
  backlog: Backlog,
  item: Item,
  model: ScoreModel,
): AsyncGenerator<readonly string[]> {
  const fields = scoredFields(item);
  const { inputs } = readInputs(fields, model);
  // A size that the estimate answers is not asked for again.
  const asked = model.inputs.filter(
    ({ key, defaultFrom }) => defaultFrom === undefined || inputs[key] === undefined,
  );
  let said = '';
  for (const [index, input] of asked.entries()) {
    const neighbours = listNeighbours(backlog, item, model, input);
    const message = [
      ...(said === '' ? [] : [said]),
      `${item.id} ${item.title}: ${input.name} (${index + 1} of ${asked.length})`,
      `  ${input.description}`,
      ...describeScale(input).map((line) => `  ${line}`),
      ...describeNeighbours(neighbours, inputs[input.key]).map((line) => `  ${line}`),
      `  ${input.key}`,
    ].join('\n');
    const now = findInput(fields, model.id, input)?.value ?? null;
    const answer = await askOne(prompt, showUnprintable(message), input, now);
    said = describeAnswer(input, answer, neighbours);
    const words = toWords(input, answer);
    if (words.length > 0) yield words;
  }
}

async function askOne(
  prompt: Prompt,
  message: string,
  input: ModelInput,
  now: Value,
): Promise<string> {
  if (input.choices) {
    return prompt.choose({
      message,
      choices: [
        ...input.choices.map((choice) => ({ name: choice, value: choice })),
        { name: 'skip', value: '' },
      ],
      ...(typeof now === 'string' ? { initial: now } : {}),
    });
  }
  const initial = typeof now === 'string' || typeof now === 'number' ? String(now) : undefined;
  const answer = await prompt.line({
    message,
    ...(initial === undefined ? {} : { initial }),
    check: (text) => findFault(text, input),
  });
  return answer.trim() === initial ? '' : answer.trim();
}

function findFault(text: string, input: ModelInput): string | null {
  if (text.trim() === '') return null;
  if (input.kind === 'survey') {
    return readCounts(text).length > 0
      ? null
      : 'Enter counts such as A 7, O 33, M 50, I 10, or leave it empty to skip.';
  }
  const read = readValue(readAnswer(text), input);
  return read.ok ? null : `It ${read.fault}; leave it empty to skip.`;
}

function readAnswer(text: string): Value {
  const number = Number(text);
  return Number.isFinite(number) ? number : text.trim();
}

/** `A 7, O33 m=50`: a count for each category named. */
function readCounts(text: string): readonly (readonly [category: string, count: string])[] {
  return [...text.matchAll(/\b([AOMIRQ])\s*[:=]?\s*(\d+)/gi)].map(
    ([, category = '', count = '']) => [category.toUpperCase(), count] as const,
  );
}

function toWords(input: ModelInput, answer: string): readonly string[] {
  if (answer === '') return [];
  if (input.kind !== 'survey') return [`${input.key}=${answer}`];
  return readCounts(answer).map(([category, count]) => `${input.key}.${category}=${count}`);
}

/** What it has now and stands between; or, for a first answer, others to compare with. */
function describeNeighbours(
  neighbours: readonly Neighbour[],
  now: InputValue | undefined,
): readonly string[] {
  if (typeof now === 'number') return [`now ${writeInput(now)}${describePlace(neighbours, now)}`];
  return pickReferences(neighbours).map(
    ({ id, title, value }) => `${id} has ${writeInput(value)}: ${title}`,
  );
}

/** `value 8: between ST-2 (5) and ST-9 (13)`, said before the next question. */
function describeAnswer(
  input: ModelInput,
  answer: string,
  neighbours: readonly Neighbour[],
): string {
  const read = answer === '' ? null : readValue(readAnswer(answer), input);
  if (!read?.ok || typeof read.value !== 'number') return '';
  const place = describePlace(neighbours, read.value);
  return place === '' ? '' : `${input.key} ${answer}${place}\n`;
}

function describePlace(neighbours: readonly Neighbour[], value: number): string {
  const { below, same, above } = findBetween(neighbours, value);
  const name = ({ id, value: theirs }: Neighbour) => `${id} (${writeInput(theirs)})`;
  if (same) return `, as ${name(same)} has`;
  if (below && above) return `: between ${name(below)} and ${name(above)}`;
  if (below) return `: above ${name(below)}`;
  return above ? `: below ${name(above)}` : '';
}
