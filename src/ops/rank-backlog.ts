import { type Backlog, spellIds } from '../backlog/backlog.js';
import { type RankChange, reorderItems } from '../backlog/order-key.js';
import type { Item } from '../item/item.js';
import type { ScoreModel } from '../score/define-model.js';
import type { Derivation } from '../score/derive-scores.js';
import { deriveFrom } from '../score/measure-demand.js';
import { type RankableItem, type RankedPlace, rankItems } from '../score/ranking.js';
import { type Result, success } from '../text/problem.js';
import { listOpen } from './open-place.js';

export interface RankedRow extends Omit<RankedPlace, 'pulledUpBy' | 'pinned'> {
  readonly title: string;
  /** What waits for it and set its place, or null. */
  readonly pulledUpBy: string | null;
  readonly pinned: boolean;
}

export interface BacklogRanking {
  readonly rows: readonly RankedRow[];
  /** The fewest new order keys that bring the order about, one file each. */
  readonly ranks: readonly RankChange[];
  /** What the model finds doubtful about its settings, the items together, or single inputs. */
  readonly doubts: readonly string[];
}

/** What ranking sees of a backlog. */
export interface Rankable {
  /** The open items in their present order. */
  readonly open: readonly Item[];
  readonly items: readonly RankableItem[];
  readonly derivation: Derivation;
}

export function readRankable(backlog: Backlog): Rankable {
  const open = listOpen(backlog);
  const items = open.map((item, index) => ({
    id: item.id,
    score: item.score,
    points: item.points,
    fields: item.document.fields,
    depends: spellIds(backlog, item.depends),
    position: index,
    ...(item.document.fields['pin'] === 'top' ? { pinned: true } : {}),
  }));
  return { open, items, derivation: deriveFrom(backlog, open) };
}

/**
 * The open items in the order a model gives them. Closed items keep their keys and lie wherever
 * these fall.
 */
export function rankBacklog(backlog: Backlog, model: ScoreModel): Result<BacklogRanking> {
  const { open, items, derivation } = readRankable(backlog);
  const ranked = rankItems(items, model, derivation);
  if (!ranked.ok) return ranked;
  const byId = new Map(open.map((item) => [item.id, item]));
  const rows = ranked.value.map((place) => ({
    ...place,
    title: byId.get(place.id)?.title ?? '',
    pulledUpBy: place.pulledUpBy ?? null,
    pinned: place.pinned ?? false,
  }));
  const toEntry = ({ id }: { readonly id: string }) => ({
    id,
    rank: byId.get(id)?.rank ?? undefined,
  });
  const ranks = reorderItems(open.map(toEntry), rows.map(toEntry));
  return success({ rows, ranks, doubts: listDoubts(model, rows, byId) });
}

function listDoubts(
  model: ScoreModel,
  rows: readonly RankedRow[],
  byId: ReadonlyMap<string, Item>,
): readonly string[] {
  const assessed = rows
    .filter(({ score }) => score !== null)
    .map(({ id, inputs }) => ({ id, inputs, points: byId.get(id)?.points ?? null }));
  return [
    ...(model.warnings ?? []),
    ...(model.assess?.(assessed) ?? []),
    ...rows.flatMap(({ id, invalid }) => invalid.map(({ message }) => `${id}: ${message}`)),
    ...[...byId.values()].flatMap(({ id, document: { fields } }) =>
      (fields['pin'] ?? 'top') === 'top' ? [] : [`${id}: pin can only be top`],
    ),
  ];
}
