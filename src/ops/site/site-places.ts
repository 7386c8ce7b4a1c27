import { type Backlog, getItem } from '../../backlog/backlog.js';
import { openBlockers } from '../../backlog/graph.js';
import type { Words } from '../../language/words.js';
import type { ScoreModel } from '../../score/define-model.js';
import { makeScoreWriter, writeSum } from '../../score/write-score.js';
import type { PlaceView } from '../../site/site-view.js';
import { listOpen } from '../items/open-place.js';
import { type RankedRow, rankBacklog } from '../order/rank-backlog.js';

/** The open items' places with the reason for each, by id. Items in a circle have no score. */
export function viewPlaces(
  backlog: Backlog,
  model: ScoreModel | null,
  words: Words,
): ReadonlyMap<string, PlaceView> {
  const open = listOpen(backlog);
  const ranking = model === null ? null : rankBacklog(backlog, model);
  const rows = ranking?.ok ? ranking.value.rows : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const explain = model === null ? () => '' : makeExplainer(model, rows, words);
  return new Map(
    open.map((item, index): [string, PlaceView] => {
      const row = byId.get(item.id);
      const place = index + 1;
      return [
        item.id,
        {
          place,
          of: open.length,
          score: row?.score ?? null,
          reason: row ? explain(row) : '',
          byScore: row && row.score !== null && row.position !== place ? row.position : null,
          isPinned: row?.pinned ?? false,
          before: (row?.pulledUpBy && getItem(backlog, row.pulledUpBy)) || null,
          after: openBlockers(backlog, item),
        },
      ];
    }),
  );
}

/**
 * `WSJF 3.20 = (8 + 5 + 3) / 5`, or what is missing. What demand and goals add is said without
 * numbers: they would tell what stakeholders weigh.
 */
function makeExplainer(model: ScoreModel, rows: readonly RankedRow[], words: Words) {
  const write = makeScoreWriter(rows.map(({ score }) => score));
  const name = model.id.toUpperCase();
  return ({ score, inputs, missing, derived }: RankedRow): string => {
    if (score === null) {
      return missing.length > 0
        ? words.say('notScoredWithout', { names: missing.join(', ') })
        : words.say('notScored');
    }
    if (derived) return words.say('scoreAndMore', { score: `${name} ${write(derived.own)}` });
    const numbers = new Map(model.inputs.map(({ key }) => [key, inputs[key] ?? null]));
    const sum = writeSum(model.formula, numbers);
    return sum === null ? `${name} ${write(score)}` : `${name} ${write(score)} = ${sum}`;
  };
}
