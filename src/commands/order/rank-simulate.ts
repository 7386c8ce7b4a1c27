import type { Backlog } from '../../backlog/backlog.js';
import { drawTextBar } from '../../chart/text-bar.js';
import { readRankable } from '../../ops/order/rank-backlog.js';
import type { ScoreModel } from '../../score/define-model.js';
import {
  type Mover,
  type RankingSimulation,
  simulateRanking,
} from '../../score/simulate-ranking.js';
import { writeInput } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readNumber } from '../shared/read-backlog.js';
import { type FittedColumn, fitColumns, rowsOf } from './rank-table.js';

/** `rank --simulate --json`, and what its table is made of. */
export interface Simulation extends Omit<RankingSimulation, 'items'> {
  readonly kind: 'simulation';
  readonly model: string;
  readonly items: readonly (RankingSimulation['items'][number] & { readonly title: string })[];
}

const mostDraws = 1_000_000;

/** Ranks the open items many times, each range among their inputs drawn anew. */
export function simulateBacklog(
  context: Context,
  backlog: Backlog,
  model: ScoreModel,
  input: Input,
): Outcome<Simulation> {
  const { items, open, derivation } = readRankable(backlog);
  const draws = readCount(input, 'draws');
  const top = readCount(input, 'top');
  const simulated = unwrap(
    simulateRanking(items, model, {
      seed: input.option('seed') ?? makeSeed(context),
      ...(draws === undefined ? {} : { draws }),
      ...(top === undefined ? {} : { top }),
      derivation,
    }),
  );
  const titles = new Map(open.map(({ id, title }) => [id, title]));
  const limit = input.json === null ? readNumber(input, 'limit') : undefined;
  return {
    data: {
      kind: 'simulation',
      model: model.id,
      ...simulated,
      items: simulated.items
        .slice(0, limit)
        .map((item) => ({ ...item, title: titles.get(item.id) ?? '' })),
    },
    notes:
      simulated.uncertain > 0 || open.length === 0
        ? []
        : [
            'note: no input is a range, so all draws are the same; enter ranges with: storymark score ID value=5..13',
          ],
    problems: backlog.problems,
  };
}

function readCount(input: Input, name: string): number | undefined {
  const count = readNumber(input, name);
  if (count === undefined) return undefined;
  if (!Number.isInteger(count) || count < 1 || count > mostDraws) {
    failUsage(`--${name}: expected a whole number from 1 to ${mostDraws}, not "${count}"`);
  }
  return count;
}

/** Printed with the result, so that any run can be had again. */
function makeSeed(context: Context): string {
  return context.env['STORYMARK_SEED'] ?? String(Math.floor(context.random() * 1e6));
}

const barCells = 10;

export function renderSimulation(simulation: Simulation, style: Style): string {
  const { items, draws, top, seed, uncertain } = simulation;
  if (items.length === 0) return style.isTerminal ? 'No open items to rank.' : '';
  const columns: readonly FittedColumn[] = [
    { title: '#', align: 'right', cells: items.map(({ position }) => String(position)) },
    { title: 'ID', cells: items.map(({ id }) => id) },
    { title: 'TITLE', shrinks: true, cells: items.map(({ title }) => title) },
    {
      title: `TOP ${top}`,
      align: 'right',
      cells: items.map(({ chance }) => describeChance(chance)),
    },
    ...(style.isTerminal
      ? [
          {
            title: '',
            cells: items.map(({ chance }) => drawTextBar(chance, barCells)),
            expendable: 2,
          },
        ]
      : []),
    {
      title: 'PLACE 10–90 %',
      align: 'right',
      cells: items.map(({ places: { p10, p90 } }) => (p10 === p90 ? `${p10}` : `${p10}–${p90}`)),
    },
    {
      title: 'MOVED MOST BY',
      cells: items.map(({ mover }) => describeMover(mover)),
      expendable: 1,
    },
  ];
  const fitted = style.isTerminal ? fitColumns(columns, style.columns) : columns;
  const table = style.table({ columns: fitted, rows: rowsOf(fitted) });
  if (!style.isTerminal) return table;
  const counted = `${draws.toLocaleString('en')} draws, seed ${seed}`;
  const ranges = `${count(uncertain, 'item has', 'items have')} a range among the inputs`;
  return `${table}\n\n${counted}; ${ranges}.`;
}

/** Never 0 or 100 % for what did not always happen. */
function describeChance(chance: number): string {
  if (chance > 0 && chance < 0.005) return '<1 %';
  if (chance < 1 && chance > 0.995) return '>99 %';
  return `${Math.round(chance * 100)} %`;
}

function describeMover(mover: Mover | null): string {
  if (mover === null) return '';
  const { key, range, atLow, atHigh } = mover;
  const ends = `${writeInput(range.low)}..${writeInput(range.high)}`;
  return `${key} ${ends}: place ${atLow} to ${atHigh}`;
}
