import type { Item } from '../../item/item.js';
import { type ScoredItem, scoreItems } from '../../ops/order/score-items.js';
import { requireModel } from '../../score/load-model.js';
import { makeScoreWriter, writeInput } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import type { Answers, Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readItems } from '../shared/read-backlog.js';
import { askInputs } from './score-ask.js';

export async function run(
  context: Context,
  input: Input,
  answers: Answers,
): Promise<Outcome<readonly ScoredItem[]>> {
  const file = input.option('import');
  if (file !== undefined && input.flag('pairwise')) {
    failUsage('--import and --pairwise cannot be combined');
  }
  if (file !== undefined) {
    const { importFile } = await import('./score-import.js');
    return importFile(context, input, file);
  }
  if (input.option('weights') !== undefined) failUsage('--weights requires --import');
  if (input.flag('pairwise')) {
    const { comparePairs } = await import('./score-pairwise.js');
    return comparePairs(context, input, answers);
  }
  if (input.option('input') !== undefined) failUsage('--input requires --pairwise or --import');
  return scoreGiven(context, input, answers);
}

async function scoreGiven(
  context: Context,
  input: Input,
  answers: Answers,
): Promise<Outcome<readonly ScoredItem[]>> {
  const references = input.args.filter((word) => !word.includes('='));
  const words = input.args.filter((word) => word.includes('='));
  if (references.length === 0) failUsage('give the items to score: storymark score ID value=8');
  const backlog = readBacklog(context);
  const model = unwrap(await requireModel(backlog, input.option('by')));
  const items = readItems(backlog, references);
  const commitMessage = `Score ${items.map(({ id }) => id).join(', ')}`;
  const clock = clockOf(context, backlog);
  const scoreOne = (given: readonly Item[], wordsOf: readonly string[]) =>
    unwrap(scoreItems(backlog, given, model, () => wordsOf, clock));
  const prompt = words.length === 0 ? await context.prompt() : null;
  if (!prompt) {
    const { scored, changes } = scoreOne(items, words);
    return { data: scored, changes, commitMessage, notes: listWarnings(scored) };
  }
  const scored: ScoredItem[] = [];
  for (const item of items) {
    const given: string[] = [];
    let one = scoreOne([item], given);
    for await (const answer of askInputs(prompt, backlog, item, model)) {
      given.push(...answer);
      one = scoreOne([item], given);
      await answers.save(one.changes);
    }
    scored.push(...one.scored);
  }
  return { data: scored, commitMessage, notes: listWarnings(scored) };
}

function listWarnings(scored: readonly ScoredItem[]): readonly string[] {
  return scored.flatMap(({ id, warnings }) => warnings.map((text) => `note: ${id}: ${text}`));
}

export function render(data: readonly ScoredItem[], style: Style): string {
  if (data.length === 0) return '';
  const write = makeScoreWriter(data.map(({ score }) => score));
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
      write(score),
      [
        ...Object.entries(inputs).map(([key, value]) => `${key}=${writeInput(value)}`),
        ...missing.map((key) => `${key}=?`),
      ].join(' '),
    ]),
  });
}
