import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import { findServing } from '../../backlog/membership.js';
import { type Item, numberOf } from '../../item/item.js';
import type { ScoreModel } from '../../score/define-model.js';
import { explainPlace, type PlaceExplanation } from '../../score/explain-place.js';
import { measureDemand } from '../../score/measure-demand.js';
import { type Result, success } from '../../text/problem.js';
import { readRankable } from './rank-backlog.js';
import type { ItemHistory } from './why-history.js';
import { type InputSource, traceInputs, type VoteFiles } from './why-inputs.js';

/** An item in a line. */
export interface NamedItem {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
}

export interface ServedGoal extends NamedItem {
  /** 1 unless the goal says otherwise. */
  readonly weight: number;
  /** The epic that serves it, when the item does not itself. */
  readonly through: string | null;
}

export interface HeardFeedback extends NamedItem {
  /** Title of the stakeholder, or whoever is named; null when nobody is. */
  readonly from: string | null;
}

export interface Supporter extends NamedItem {
  readonly weight: number;
}

/** One item's reasons: what `why --json` prints. */
export interface WhyReport extends NamedItem {
  readonly type: string;
  /** Where it stands now among the open items; null for closed and archived ones and for epics. */
  readonly place: number | null;
  readonly of: number;
  /** How the model explains its place; null where it has none. */
  readonly explanation: PlaceExplanation | null;
  readonly inputs: readonly InputSource[];
  readonly goals: readonly ServedGoal[];
  /** The goals it works against. */
  readonly conflicts: readonly ServedGoal[];
  readonly feedback: readonly HeardFeedback[];
  readonly stakeholders: readonly Supporter[];
  /** How many stakeholders the backlog knows. */
  readonly ofStakeholders: number;
  /** Open ones only, nearest first. */
  readonly waitsFor: readonly NamedItem[];
  readonly waitedForBy: readonly NamedItem[];
  readonly history: ItemHistory | null;
}

export interface WhyOptions {
  readonly top: number;
  readonly votes: VoteFiles;
  /** Null where git keeps none. */
  readonly history: ItemHistory | null;
}

/** Why an item stands where it stands. Fails on a circle of `depends`. */
export function explainItem(
  backlog: Backlog,
  item: Item,
  model: ScoreModel,
  { top, votes, history }: WhyOptions,
): Result<WhyReport> {
  const { open, items, derivation } = readRankable(backlog);
  const place = open.indexOf(item) + 1;
  const explained =
    place === 0
      ? null
      : explainPlace(items, model, item.id, { top, derivation, points: backlog.settings.points });
  if (explained && !explained.ok) return explained;
  const explanation = explained?.value ?? null;
  const demand = measureDemand(backlog).get(item.id);
  const stakeholders = itemsOfType(backlog, 'stakeholder');
  return success({
    ...nameItem(item),
    type: item.type,
    place: place === 0 ? null : place,
    of: open.length,
    explanation,
    inputs: explanation ? traceInputs(item, explanation, votes, history) : [],
    goals: listGoals(backlog, item, 'goals'),
    conflicts: listGoals(backlog, item, 'conflicts'),
    feedback: (demand?.feedback ?? []).flatMap((id) => nameFeedback(backlog, id)),
    stakeholders: (demand?.stakeholders ?? []).flatMap((id) => {
      const found = getItem(backlog, id);
      return found ? [{ ...nameItem(found), weight: weightOf(found) }] : [];
    }),
    ofStakeholders: stakeholders.length,
    waitsFor: nameAll(backlog, explanation?.waitsFor ?? []),
    waitedForBy: nameAll(backlog, explanation?.waitedForBy ?? []),
    history,
  });
}

/** The item's own, or else those of the nearest epic above it that names any. */
export function listGoals(
  backlog: Backlog,
  item: Item,
  key: 'goals' | 'conflicts',
): readonly ServedGoal[] {
  const serving = findServing(backlog, item, key);
  return (serving?.[key] ?? []).flatMap((id) => {
    const goal = getItem(backlog, id);
    const through = serving === item ? null : (serving?.id ?? null);
    return goal ? [{ ...nameItem(goal), weight: weightOf(goal), through }] : [];
  });
}

function nameFeedback(backlog: Backlog, id: string): readonly HeardFeedback[] {
  const feedback = getItem(backlog, id);
  if (!feedback) return [];
  const from = feedback.document.field('from');
  const source = typeof from === 'string' ? from : null;
  const known = source === null ? undefined : getItem(backlog, source);
  return [{ ...nameItem(feedback), from: known?.title ?? source }];
}

function nameAll(backlog: Backlog, ids: readonly string[]): readonly NamedItem[] {
  return ids.flatMap((id) => {
    const item = getItem(backlog, id);
    return item ? [nameItem(item)] : [];
  });
}

function nameItem({ id, title, status }: Item): NamedItem {
  return { id, title, status };
}

function weightOf(item: Item): number {
  const weight = numberOf(item, 'weight') ?? -1;
  return weight >= 0 ? weight : 1;
}
