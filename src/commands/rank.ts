import { type RankedRow, rankBacklog } from '../ops/rank-backlog.js';
import { requireModel } from '../ops/require-model.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { unwrap } from './failure.js';
import { readBacklog, readNumber } from './read-backlog.js';

interface Ranking {
  readonly model: string;
  readonly inputs: readonly string[];
  readonly rows: readonly RankedRow[];
  readonly files: number;
  readonly applied: boolean;
}

export function run(context: Context, input: Input): Outcome<Ranking | readonly object[]> {
  const backlog = readBacklog(context);
  const model = unwrap(requireModel(backlog, input.option('by')));
  const { rows, changes } = unwrap(rankBacklog(backlog, model));
  const applied = input.flag('apply') || input.dryRun;
  const outcome = {
    ...(applied ? { changes } : {}),
    commitMessage: `Rank the backlog by ${model.name}`,
    problems: backlog.problems,
  };
  if (input.json !== null) {
    const data = rows.map(({ id, title, position, was, score, inputs, missing }) => ({
      id,
      title,
      position,
      was,
      score,
      inputs,
      missing,
    }));
    return { ...outcome, data };
  }
  return {
    ...outcome,
    data: {
      model: model.id,
      inputs: model.inputs.map(({ key }) => key),
      rows: rows.slice(0, readNumber(input, 'limit') ?? rows.length),
      files: changes.length,
      applied: input.flag('apply'),
    },
  };
}

export function render(data: Ranking | readonly object[], style: Style): string {
  if (!('rows' in data)) return '';
  const { model, inputs, rows, files, applied } = data;
  const table = style.table({
    columns: [
      { title: '#', align: 'right' },
      { title: 'WAS', align: 'right' },
      { title: 'ID' },
      { title: 'TITLE', shrinks: true },
      { title: model.toUpperCase(), align: 'right' },
      ...inputs.map((title) => ({ title: title.toUpperCase(), align: 'right' as const })),
      { title: '' },
    ],
    rows: rows.map((row) => [
      String(row.position),
      style.isTerminal ? describeMove(row) : String(row.was),
      row.id,
      row.title,
      row.score === null ? '' : row.score.toFixed(2),
      ...inputs.map((key) => String(row.inputs[key] ?? '')),
      describeReason(row),
    ]),
  });
  if (!style.isTerminal) return table;
  return `${table}\n\n${describeFiles(files, applied)}`;
}

function describeMove({ position, was }: RankedRow): string {
  if (position === was) return '·';
  return position < was ? `↑${was - position}` : `↓${position - was}`;
}

function describeReason({ pulledUpBy, missing }: RankedRow): string {
  if (pulledUpBy !== null) return `${pulledUpBy} waits for it`;
  return missing.length > 0 ? `needs ${missing.join(', ')}` : '';
}

function describeFiles(files: number, applied: boolean): string {
  const count = `${files} ${files === 1 ? 'file' : 'files'}`;
  if (files === 0) return 'The backlog is in this order already.';
  return applied ? `${count} changed.` : `${count} would change. Apply with --apply.`;
}
