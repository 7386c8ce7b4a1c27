import type { Backlog } from '../../backlog/backlog.js';
import { applyRanks } from '../../ops/items/place.js';
import { hidePrivate } from '../../ops/items/publish-backlog.js';
import { findRankChanges, rankBacklog } from '../../ops/order/rank-backlog.js';
import type { ScoreModel } from '../../score/define-model.js';
import { requireModel } from '../../score/load-model.js';
import type { Style } from '../../terminal/style.js';
import { writeChart } from '../shared/chart-file.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readNumber } from '../shared/read-backlog.js';
import { type Comparison, compareBacklog, renderComparison } from './rank-compare.js';
import { type ExplainedModel, explainModel, renderModel } from './rank-explain.js';
import { renderSimulation, type Simulation, simulateBacklog } from './rank-simulate.js';
import { listNotes, type Ranking, renderRanking } from './rank-table.js';

type Shown = Ranking | Comparison | Simulation | ExplainedModel | readonly object[];

export async function run(context: Context, input: Input): Promise<Outcome<Shown>> {
  refuseMixed(input);
  const explained = input.option('explain-model');
  if (explained !== undefined) return { data: await explainModel(context, explained) };
  const backlog = readBacklog(context);
  const compared = input.option('compare');
  if (compared !== undefined) return compareBacklog(backlog, compared, input);
  const model = unwrap(await requireModel(backlog, input.option('by')));
  if (input.flag('simulate')) return simulateBacklog(context, backlog, model, input);
  return rankBy(context, input, backlog, model);
}

/** Each of these answers a question of its own. */
const modes = ['apply', 'compare', 'simulate', 'explain-model'];

function refuseMixed(input: Input): void {
  const given = modes.filter((name) => input.flag(name) || input.option(name) !== undefined);
  if (given.length > 1) {
    failUsage(`--${given[0]} and --${given[1]} cannot be combined`);
  }
  for (const name of ['draws', 'seed', 'top']) {
    if (input.option(name) !== undefined && !input.flag('simulate')) {
      failUsage(`--${name} requires --simulate`);
    }
  }
  if (input.option('chart') !== undefined && given.some((name) => name !== 'apply')) {
    failUsage(`--chart draws the ranking, not --${given[0]}`);
  }
}

async function rankBy(
  context: Context,
  input: Input,
  backlog: Backlog,
  model: ScoreModel,
): Promise<Outcome<Ranking | readonly object[]>> {
  const { rows, warnings } = unwrap(rankBacklog(backlog, model));
  const isWritten = input.flag('apply') || input.dryRun;
  // Keys take as long as the order: who only reads it in a pipe does without.
  const ranks = isWritten || context.io.isTerminal ? findRankChanges(backlog, rows) : [];
  const drawn = await writeChart(context, input, async () => {
    const { drawRanking } = await import('./rank-chart.js');
    const shown = input.flag('private') ? rows : hidePrivate(backlog, rows);
    return drawRanking(backlog, model, shown);
  });
  const outcome = {
    // Editing files is most of the work: a ranking that is only shown does without.
    ...(isWritten ? { changes: unwrap(applyRanks(backlog, ranks)) } : {}),
    commitMessage: `Rank the backlog by ${model.name}`,
    notes: [...listNotes(warnings), ...drawn],
    problems: backlog.problems,
  };
  if (input.json !== null) {
    const data = rows.map(({ warnings: _, invalid, ...row }) => ({
      ...row,
      invalid: invalid.map(({ key, field, message }) => ({ key, field, message })),
    }));
    return { ...outcome, data };
  }
  return {
    ...outcome,
    data: {
      kind: 'ranking',
      model: model.id,
      inputs: model.inputs.map(({ key }) => key),
      rows: rows.slice(0, readNumber(input, 'limit') ?? rows.length),
      ranked: rows.length,
      files: ranks.length,
      applied: input.flag('apply'),
    },
  };
}

export function render(data: Shown, style: Style): string {
  if (!('kind' in data)) return '';
  switch (data.kind) {
    case 'ranking':
      return renderRanking(data, style);
    case 'comparison':
      return renderComparison(data, style);
    case 'simulation':
      return renderSimulation(data, style);
    case 'model':
      return renderModel(data, style);
    default:
      return data satisfies never;
  }
}
