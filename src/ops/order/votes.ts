import { type Backlog, getItem } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { isWorkItem } from '../../backlog/workflow.js';
import {
  type KeptVotes,
  type VotedRow,
  type VoterWeight,
  type Votes,
  weighVotes,
  writeKeptVotes,
} from '../../exchange/votes.js';
import type { Item } from '../../item/item.js';
import type { ModelInput, ScoreModel } from '../../score/define-model.js';
import { count } from '../../text/amount.js';
import type { Clock } from '../../text/clock.js';
import { failure, type Problem, type Result, success, usage } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';
import { type ScoredItem, scoreItems } from './score-items.js';

export interface ImportedVotes {
  readonly scored: readonly ScoredItem[];
  readonly changes: ChangeSet;
  readonly voters: readonly string[];
  readonly weights: readonly number[];
  /** Items nobody with weight voted on. */
  readonly unvoted: readonly string[];
}

/** Where votes on an input are kept, so that `why` can name them. */
export function votesPath(input: string): string {
  return `votes/${input}.csv`;
}

/**
 * Weighs each item's votes into one of the model's inputs, and keeps them in the repository. All
 * or nothing: rows that name no item, or two of them one item, are named and nothing is written.
 *
 * @param kept the text of the votes kept before
 */
export function importVotes(
  backlog: Backlog,
  model: ScoreModel,
  input: ModelInput,
  { votes, weights }: { readonly votes: Votes; readonly weights: readonly VoterWeight[] | null },
  kept: string | null,
  clock: Clock,
): Result<ImportedVotes> {
  const matched = matchRows(backlog, votes.rows);
  if (!matched.ok) return matched;
  const voters = votes.voters ?? votes.rows[0]?.votes.map((_, index) => `voter ${index + 1}`) ?? [];
  const weighed = findWeights(backlog, voters, votes.voters !== null, weights);
  if (!weighed.ok) return weighed;

  const values = new Map<Item, number>();
  for (const [item, row] of matched.value) {
    const value = weighVotes(row.votes, weighed.value);
    if (value !== null) values.set(item, value);
  }
  const scored = scoreItems(
    backlog,
    [...values.keys()],
    model,
    (item) => [`${input.key}=${values.get(item)}`],
    clock,
  );
  if (!scored.ok) return scored;
  const table: KeptVotes = {
    voters,
    weights: weighed.value,
    votes: Object.fromEntries([...matched.value].map(([item, row]) => [item.id, row.votes])),
  };
  const file = { path: votesPath(input.key), before: kept, after: writeKeptVotes(table) };
  return success({
    scored: scored.value.scored,
    changes: [...scored.value.changes, file],
    voters,
    weights: weighed.value,
    unvoted: [...matched.value.keys()].filter((item) => !values.has(item)).map(({ id }) => id),
  });
}

/** Whole ids or whole titles only: a vote must not land on an item that merely begins alike. */
function matchRows(
  backlog: Backlog,
  rows: readonly VotedRow[],
): Result<ReadonlyMap<Item, VotedRow>> {
  const work = backlog.work.filter((item) => !item.archived);
  const byTitle = new Map<string, Item[]>();
  for (const item of work) {
    const title = item.title.trim().toLowerCase();
    byTitle.set(title, [...(byTitle.get(title) ?? []), item]);
  }
  const found = new Map<Item, VotedRow>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const problem = (message: string) => problems.push({ kind: 'usage', line: row.line, message });
    const named = getItem(backlog, row.item);
    const titled = byTitle.get(row.item.toLowerCase()) ?? [];
    const [item] = named && isWorkItem(backlog.settings, named) ? [named] : titled;
    if (!item) {
      const known = work.flatMap(({ id, title }) => [id, title]);
      problem(`no item has the id or title "${row.item}".${didYouMean(row.item, known)}`);
    } else if (!named && titled.length > 1) {
      problem(`"${row.item}" is the title of ${titled.map(({ id }) => id).join(' and ')}`);
    } else if (found.has(item)) {
      problem(`${item.id} already has votes in line ${found.get(item)?.line}`);
    } else found.set(item, row);
  }
  return problems.length > 0 ? failure(...problems) : success(found);
}

/** From the file of weights, else from the backlog's stakeholders; else everybody counts alike. */
function findWeights(
  backlog: Backlog,
  voters: readonly string[],
  isNamed: boolean,
  given: readonly VoterWeight[] | null,
): Result<readonly number[]> {
  if (given === null) return success(voters.map((voter) => weightOfStakeholder(backlog, voter)));
  const isByName = isNamed && given.every(({ voter }) => voter !== null);
  if (!isByName && given.length !== voters.length) {
    return usage(
      `there are ${count(voters.length, 'voter')}, but ${count(given.length, 'weight')}`,
    );
  }
  const byName = new Map(given.map(({ voter, weight }) => [voter?.toLowerCase(), weight]));
  const weights = isByName
    ? voters.map((voter) => byName.get(voter.toLowerCase()))
    : given.map(({ weight }) => weight);
  const without = voters.filter((_, index) => weights[index] === undefined);
  if (without.length > 0) return usage(`there is no weight for ${without.join(', ')}`);
  if (weights.every((weight) => weight === 0)) return usage('all weights are 0');
  return success(weights.map((weight) => weight ?? 0));
}

function weightOfStakeholder(backlog: Backlog, voter: string): number {
  const stakeholder = backlog.around.find(
    ({ type, id, title }) =>
      type === 'stakeholder' &&
      [id, title].some((name) => name.toLowerCase() === voter.toLowerCase()),
  );
  const weight = stakeholder?.document.field('weight');
  return typeof weight === 'number' && Number.isFinite(weight) && weight >= 0 ? weight : 1;
}
