import type { Backlog } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { categoryOf, isWorkItem } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import { type Item, listOf } from '../../item/item.js';
import { withArticle } from '../../text/article.js';
import type { Day } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';
import { evaluateText } from '../items/assignment.js';
import { changeItem, setField } from '../items/change-item.js';
import { addNote } from '../items/change-status.js';

/** What a round of planning poker says. */
export interface Spread {
  /** As given. */
  readonly votes: readonly number[];
  readonly low: number;
  readonly high: number;
  /** The step of the scale at or above the median: what the round comes to. */
  readonly points: number;
  /** The lowest and the highest are more than two steps of the scale apart: they know different things. */
  readonly wide: boolean;
}

/** Further apart than this, people speak of different things (J. Grenning, "Planning Poker", 2002). */
const mostSteps = 2;

/** Reads a round. Votes off the scale count as they are; `?` is somebody who cannot say. */
export function measureSpread(scale: readonly number[], votes: readonly number[]): Spread {
  const sorted = [...votes].sort((a, b) => a - b);
  const steps = [...scale].sort((a, b) => a - b);
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  const points = steps.find((step) => step >= median) ?? high;
  const placeOf = (vote: number) => steps.filter((step) => step < vote).length;
  return { votes, low, high, points, wide: placeOf(high) - placeOf(low) > mostSteps };
}

/** `3,5,8,5`: one at least; a `?` is left out. */
export function readVotes(text: string): Result<readonly number[]> {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== '?');
  const votes = words.map(Number);
  const odd = words.find((_, index) => !Number.isFinite(votes[index]) || (votes[index] ?? 0) < 0);
  if (odd !== undefined)
    return usage(`--votes: "${odd}" is not an estimate: expected a number of 0 or more, or ?`);
  if (votes.length === 0)
    return usage('--votes: no votes given; use numbers such as --votes 3,5,8');
  return success(votes);
}

export interface Round {
  readonly votes: readonly number[];
  readonly points: number | null;
  readonly on: Day;
  /** Why, where the size is unusual; kept in the item. */
  readonly reason: string | null;
}

/** Keeps a round in the item's `estimates`, and the size it came to; null leaves the size open. */
export function keepEstimate(
  backlog: Backlog,
  item: Item,
  { votes, points, on, reason }: Round,
): Result<FileChange> {
  const why = reason === null ? null : evaluateText('the reason', reason);
  if (why?.ok === false) return why;
  if (!isWorkItem(backlog.settings, item)) {
    return usage(`${item.id} is ${withArticle(item.type)}: only work items can be estimated`);
  }
  const rounds = listOf(item, 'estimates');
  const body = bodyOf(item.document);
  const note = `Estimated at ${points ?? '?'} on ${on}: ${reason}`;
  const edits = [
    ...(points === null ? [] : [setField('points', points)]),
    ...(votes.length === 0 ? [] : [setField('estimates', [...rounds, `${on} ${votes.join(' ')}`])]),
  ];
  return changeItem(backlog.settings, item, edits, reason === null ? body : addNote(body, note));
}

/** Done items of one size, which a new one may be compared with. */
export interface Reference {
  readonly points: number;
  /** The latest first. */
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

const mostOfSize = 2;

/** What the sizes of the scale were in the past: an estimate is a comparison. */
export function listReferences(backlog: Backlog, except: Item | null = null): readonly Reference[] {
  const { settings, work } = backlog;
  const done = work
    .filter((item) => item !== except && item.points !== null && item.type !== 'epic')
    .filter((item) => categoryOf(settings, item) === 'done')
    .toSorted((a, b) =>
      (a.done ?? '') === (b.done ?? '') ? 0 : (a.done ?? '') > (b.done ?? '') ? -1 : 1,
    );
  return [...settings.points]
    .sort((a, b) => a - b)
    .map((points) => ({
      points,
      items: done
        .filter((item) => item.points === points)
        .slice(0, mostOfSize)
        .map(({ id, title }) => ({ id, title })),
    }))
    .filter(({ items }) => items.length > 0);
}
