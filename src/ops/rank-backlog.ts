import { type Backlog, spellIds } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import { rekey } from '../backlog/order-key.js';
import { isOpen } from '../backlog/workflow.js';
import type { ScoreModel } from '../score/define-model.js';
import { type RankedPlace, rankItems } from '../score/ranking.js';
import { type Result, success } from '../text/problem.js';
import { applyRanks } from './place.js';

export interface RankedRow extends Omit<RankedPlace, 'pulledUpBy'> {
  readonly title: string;
  /** What waits for it and set its place, or null. */
  readonly pulledUpBy: string | null;
}

export interface BacklogRanking {
  readonly rows: readonly RankedRow[];
  /** The fewest files that have to change. */
  readonly changes: ChangeSet;
}

/**
 * The open items in the order a model gives them; epics are ordered by hand, since their parts
 * are what gets scored. Closed items keep their keys and lie wherever these fall.
 */
export function rankBacklog(backlog: Backlog, model: ScoreModel): Result<BacklogRanking> {
  const { settings } = backlog;
  const open = backlog.work.filter(
    (item) => isOpen(settings, item) && !item.archived && item.type !== 'epic',
  );
  const ranked = rankItems(
    open.map((item, index) => ({
      id: item.id,
      score: item.score,
      points: item.points,
      depends: spellIds(backlog, item.depends),
      position: index,
    })),
    model,
  );
  if (!ranked.ok) return ranked;
  const byId = new Map(open.map((item) => [item.id, item]));
  const rows = ranked.value.map((place) => ({
    ...place,
    pulledUpBy: place.pulledUpBy ?? null,
    title: byId.get(place.id)?.title ?? '',
  }));
  const order = rows.map(({ id }) => ({ id, rank: byId.get(id)?.rank ?? undefined }));
  const changes = applyRanks(backlog, rekey(order));
  return changes.ok ? success({ rows, changes: changes.value }) : changes;
}
