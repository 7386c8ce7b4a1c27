import type { Backlog } from '../../backlog/backlog.js';
import { rankBacklog } from '../../ops/order/rank-backlog.js';
import {
  compareRankings,
  type RankCorrelation,
  type RankingComparison,
} from '../../score/compare-rankings.js';
import { requireModel } from '../../score/load-model.js';
import { makeScoreWriter } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';
import type { Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readNumber } from '../shared/read-backlog.js';
import { type FittedColumn, fitColumns, listNotes, rowsOf } from './rank-table.js';

/** `rank --compare --json`, and what its table is made of. */
export interface Comparison extends Omit<RankingComparison, 'items'> {
  readonly kind: 'comparison';
  readonly items: readonly (RankingComparison['items'][number] & { readonly title: string })[];
}

/** Orders the open items by each of several models. */
export async function compareBacklog(
  backlog: Backlog,
  list: string,
  input: Input,
): Promise<Outcome<Comparison>> {
  const names = [...new Set(list.split(',').map((name) => name.trim()))].filter((id) => id !== '');
  if (names.length < 2) {
    failUsage('--compare: give two or more models separated by commas: wsjf,rice');
  }
  const rankings = [];
  for (const name of names) {
    const model = unwrap(await requireModel(backlog, name));
    const { rows, warnings } = unwrap(rankBacklog(backlog, model));
    const places = rows.map(({ pulledUpBy: _, ...place }) => place);
    rankings.push({ model: model.id, places, warnings });
  }
  const titles = new Map(backlog.work.map(({ id, title }) => [id, title]));
  const { items, ...comparison } = compareRankings(rankings);
  const limit = input.json === null ? readNumber(input, 'limit') : undefined;
  return {
    data: {
      kind: 'comparison',
      ...comparison,
      items: items.slice(0, limit).map((item) => ({ ...item, title: titles.get(item.id) ?? '' })),
    },
    notes: rankings.flatMap(({ model, warnings }) =>
      listNotes(warnings.map((one) => `${model}: ${one}`)),
    ),
    problems: backlog.problems,
  };
}

export function renderComparison(
  { models, items, correlations }: Comparison,
  style: Style,
): string {
  const columns: readonly FittedColumn[] = [
    { title: 'ID', cells: items.map(({ id }) => id) },
    { title: 'TITLE', shrinks: true, cells: items.map(({ title }) => title) },
    ...models.flatMap((model, index): readonly FittedColumn[] => {
      const scores = items.map((item) => item.scores[index] ?? null);
      const write = makeScoreWriter(scores);
      return [
        {
          title: model.toUpperCase(),
          align: 'right',
          cells: items.map(({ positions }) => String(positions[index] ?? '')),
        },
        {
          title: 'SCORE',
          align: 'right',
          cells: scores.map((score) => (score === null ? '?' : write(score))),
          expendable: 1,
        },
      ];
    }),
    {
      title: 'APART',
      align: 'right',
      cells: items.map(({ spread }) => (spread === 0 ? '·' : String(spread))),
    },
  ];
  const fitted = style.isTerminal ? fitColumns(columns, style.columns) : columns;
  const table = style.table({ columns: fitted, rows: rowsOf(fitted) });
  if (!style.isTerminal) return table;
  return [table, '', ...correlations.map(describeCorrelation)].join('\n');
}

function describeCorrelation({ a, b, tau, items }: RankCorrelation): string {
  const scored = `${count(items, 'item')} that both score`;
  return tau === null
    ? `${a} and ${b}: nothing to compare, over ${scored}`
    : `${a} and ${b}: Kendall's tau ${tau.toFixed(2)}, ${nameAgreement(tau)}, over ${scored}`;
}

/** Words for a number from −1 to 1: what share of pairs stand the same way round follows from it. */
function nameAgreement(tau: number): string {
  const agreeing = Math.round(((tau + 1) / 2) * 100);
  if (tau > 0.999) return 'the same order';
  if (tau < -0.999) return 'the opposite order';
  return `about ${agreeing} % of pairs in the same order`;
}
