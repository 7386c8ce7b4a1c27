import { type Backlog, spellIds } from '../../backlog/backlog.js';
import { type RankChange, reorderItems } from '../../backlog/order-key.js';
import type { Item } from '../../item/item.js';
import type { ScoreModel } from '../../score/define-model.js';
import type { Derivation } from '../../score/derive-scores.js';
import { deriveFrom } from '../../score/measure-demand.js';
import { type RankableItem, type RankedPlace, rankItems } from '../../score/ranking.js';
import { type Result, success } from '../../text/problem.js';
import { listOpen } from '../items/open-place.js';

export interface RankedRow extends Omit<RankedPlace, 'pulledUpBy' | 'pinned'> {
  readonly title: string;
  /** What waits for it and set its place, or null. */
  readonly pulledUpBy: string | null;
  readonly pinned: boolean;
}

export interface BacklogRanking {
  readonly rows: readonly RankedRow[];
  /** What the model finds doubtful about its settings, the items together, or single inputs. */
  readonly warnings: readonly string[];
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
    field: (key: string) => item.document.field(key),
    depends: spellIds(backlog, item.depends),
    position: index,
    ...(item.document.field('pin') === 'top' ? { pinned: true } : {}),
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
  const rows = ranked.value.map((place) => toRow(place, open[place.was - 1]?.title ?? ''));
  return success({ rows, warnings: listWarnings(model, rows, open) });
}

/** The fewest new order keys that bring a ranking about, one file each. */
export function findRankChanges(
  backlog: Backlog,
  rows: readonly Pick<RankedRow, 'was'>[],
): readonly RankChange[] {
  const present = listOpen(backlog).map(({ id, rank }) => ({ id, rank: rank ?? undefined }));
  const desired = rows.flatMap(({ was }) => present[was - 1] ?? []);
  return reorderItems(present, desired);
}

// Named one by one: spreading costs a large backlog more than ranking does.
function toRow(place: RankedPlace, title: string): RankedRow {
  const row = {
    id: place.id,
    title,
    position: place.position,
    was: place.was,
    score: place.score,
    benefit: place.benefit,
    inputs: place.inputs,
    missing: place.missing,
    invalid: place.invalid,
    warnings: place.warnings,
    pulledUpBy: place.pulledUpBy ?? null,
    pinned: place.pinned ?? false,
  };
  const { ranges, details, derived } = place;
  if (!ranges && !details && !derived) return row;
  return {
    ...row,
    ...(ranges ? { ranges } : {}),
    ...(details ? { details } : {}),
    ...(derived ? { derived } : {}),
  };
}

function listWarnings(
  model: ScoreModel,
  rows: readonly RankedRow[],
  open: readonly Item[],
): readonly string[] {
  const assessed = model.assess
    ? rows
        .filter(({ score }) => score !== null)
        .map(({ id, inputs, was }) => ({ id, inputs, points: open[was - 1]?.points ?? null }))
    : [];
  const unsound = rows.filter(({ invalid }) => invalid.length > 0);
  const oddPins = open.filter(({ document }) => (document.field('pin') ?? 'top') !== 'top');
  return [
    ...(model.warnings ?? []),
    ...(model.assess?.(assessed) ?? []),
    ...unsound.flatMap(({ id, invalid }) => invalid.map(({ message }) => `${id}: ${message}`)),
    ...oddPins.map(({ id }) => `${id}: pin can only be top`),
  ];
}
