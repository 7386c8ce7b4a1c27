import { failure, type Result, success } from '../text/problem.js';
import { type DelimitedRow, readDelimited, writeDelimited } from './delimited.js';
import { type DecimalSign, findDecimalSign, readForeignNumber } from './foreign-number.js';

/** What people gave items, a column for each of them. */
export interface Votes {
  /** As the first line names them; null when the file has no such line. */
  readonly voters: readonly string[] | null;
  readonly rows: readonly VotedRow[];
}

export interface VotedRow {
  /** An id or a title. */
  readonly item: string;
  readonly line: number;
  /** One for each voter; null where somebody did not vote. */
  readonly votes: readonly (number | null)[];
}

/** How much a voter counts; known by name, or else by place. */
export interface VoterWeight {
  readonly voter: string | null;
  readonly weight: number;
}

/** Reads `item, vote, vote, …`, a line for each item, with or without a line of names above. */
export function readVotes(text: string): Result<Votes> {
  const [first, ...others] = readDelimited(text);
  if (!first) return fail(1, 'there are no votes in the file');
  const sign = findDecimalSign([first, ...others].flatMap(({ cells }) => cells.slice(1)));
  // Names throughout: one odd cell among votes is a slip, and its line no heading.
  const named = first.cells.slice(1).filter((cell) => readVote(cell, sign) !== null);
  const isHead = named.length > 0 && named.every((cell) => readVote(cell, sign) === undefined);
  const lines = isHead ? others : [first, ...others];
  const width = first.cells.length - 1;
  if (width < 1) return fail(first.line, 'expected an item and at least one vote per line');
  if (lines.length === 0) return fail(first.line, 'there are no votes in the file');
  const rows: VotedRow[] = [];
  for (const { line, cells } of lines) {
    const [item = '', ...given] = cells;
    if (item === '') return fail(line, 'the item is missing');
    if (given.length !== width) {
      return fail(line, `${width} votes expected, as on line ${first.line}, not ${given.length}`);
    }
    const votes = given.map((cell) => readVote(cell, sign));
    const odd = votes.indexOf(undefined);
    if (odd !== -1)
      return fail(
        line,
        `"${given[odd]}" is not a vote: expected a number of 0 or more, or nothing`,
      );
    rows.push({ item, line, votes: votes.map((vote) => vote ?? null) });
  }
  return success({ voters: isHead ? first.cells.slice(1) : null, rows });
}

/** Nothing, `-` and `n/a` are no vote; undefined: the cell is none either way. */
function readVote(cell: string, sign: DecimalSign): number | null | undefined {
  if (cell === '' || cell === '-' || /^n\/?a$/i.test(cell)) return null;
  const vote = Number(readForeignNumber(cell, sign) ?? cell);
  return Number.isFinite(vote) && vote >= 0 ? vote : undefined;
}

/** Reads weights, one a line in the order of the votes' columns, or `name, weight`. */
export function readWeights(text: string): Result<readonly VoterWeight[]> {
  const rows = readDelimited(text);
  const sign = findDecimalSign(rows.map(({ cells }) => cells.at(-1) ?? ''));
  const numberOf = (cell = '') => Number(readForeignNumber(cell, sign) ?? cell);
  const isHead = (row: DelimitedRow | undefined) =>
    row !== undefined && Number.isNaN(numberOf(row.cells.at(-1)));
  const weights: VoterWeight[] = [];
  for (const { line, cells } of isHead(rows[0]) ? rows.slice(1) : rows) {
    const written = cells.at(-1) ?? '';
    const weight = numberOf(written);
    if (written === '' || !Number.isFinite(weight) || weight < 0) {
      return fail(line, `"${written}" is not a weight: expected a number of 0 or more`);
    }
    weights.push({ voter: cells.length > 1 ? (cells[0] ?? null) : null, weight });
  }
  return weights.length === 0 ? fail(1, 'there are no weights in the file') : success(weights);
}

/** Votes as the repository keeps them: ids, names, and a line of weights. */
export interface KeptVotes {
  readonly voters: readonly string[];
  readonly weights: readonly number[];
  readonly votes: Readonly<Record<string, readonly (number | null)[]>>;
}

/** A line for each item, by id: two branches that change two items merge. */
export function writeKeptVotes({ voters, weights, votes }: KeptVotes): string {
  const rows = Object.keys(votes)
    .sort()
    .map((id) => [id, ...(votes[id] ?? []).map((vote) => String(vote ?? ''))]);
  return [['item', ...voters], ['weight', ...weights.map(String)], ...rows]
    .map((cells) => `${writeDelimited(cells)}\n`)
    .join('');
}

export function readKeptVotes(text: string): Result<KeptVotes> {
  const read = readVotes(text);
  if (!read.ok) return read;
  const [weights, ...rows] = read.value.rows;
  if (weights?.item !== 'weight' || read.value.voters === null) {
    return fail(2, 'expected a line of names and a line of weights');
  }
  return success({
    voters: read.value.voters,
    weights: weights.votes.map((weight) => weight ?? 0),
    votes: Object.fromEntries(rows.map(({ item, votes }) => [item, votes])),
  });
}

/** The weighted mean of those who voted, to four decimals; null when nobody with weight did. */
export function weighVotes(
  votes: readonly (number | null)[],
  weights: readonly number[],
): number | null {
  const cast = votes.flatMap((vote, index) => {
    const weight = weights[index] ?? 0;
    return vote === null || weight === 0 ? [] : [{ vote, weight }];
  });
  if (cast.length === 0) return null;
  // Shares first: neither huge votes nor huge weights then overflow.
  const most = Math.max(...cast.map(({ weight }) => weight));
  const total = cast.reduce((sum, { weight }) => sum + weight / most, 0);
  const mean = cast.reduce((sum, { vote, weight }) => sum + vote * (weight / most / total), 0);
  return Number(mean.toFixed(4));
}

function fail(line: number, message: string): Result<never> {
  return failure({ kind: 'usage', line, message });
}
