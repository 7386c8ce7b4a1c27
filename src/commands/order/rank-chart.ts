import type { Backlog } from '../../backlog/backlog.js';
import { drawKano, type KanoPoint } from '../../chart/kano.js';
import { drawScoreBars } from '../../chart/score-bars.js';
import { drawValueEffort } from '../../chart/value-effort.js';
import type { RankedRow } from '../../ops/order/rank-backlog.js';
import type { ScoreModel } from '../../score/define-model.js';
import { evaluateKano } from '../../score/models/kano.js';
import { middleBounds } from '../../score/models/value-effort.js';
import { makeScoreWriter } from '../../score/write-score.js';

/** So many bars are a picture; more are a list. */
const mostBars = 30;

/** The picture a model is known by, or its scores as bars; items without a score stay out. */
export function drawRanking(
  backlog: Backlog,
  model: ScoreModel,
  rows: readonly RankedRow[],
): string {
  const scored = rows.filter(({ score }) => score !== null);
  switch (model.id) {
    case 'value-effort':
      return drawQuadrants(backlog, scored);
    case 'kano':
      return drawKano(scored.flatMap(toKanoPoint));
    default:
      return drawBars(model, scored, rows.length);
  }
}

function drawQuadrants({ settings }: Backlog, rows: readonly RankedRow[]): string {
  const own = settings.rank['value-effort'];
  const isEstimate = (row: RankedRow) => row.inputs['effort'] !== undefined;
  return drawValueEffort({
    split: { value: own?.value ?? middleBounds.value, effort: own?.effort ?? middleBounds.effort },
    unit: 'points, unless scored',
    points: rows.filter(isEstimate).map(({ id, title, inputs }) => ({
      id,
      title,
      value: Number(inputs['value']),
      effort: Number(inputs['effort']),
    })),
  });
}

function toKanoPoint({ id, title, inputs }: RankedRow): readonly KanoPoint[] {
  const counts = inputs['kano'];
  if (typeof counts !== 'object') return [];
  const { better, worse, category } = evaluateKano(counts);
  return better === null || worse === null ? [] : [{ id, title, better, worse, category }];
}

function drawBars(model: ScoreModel, rows: readonly RankedRow[], total: number): string {
  const shown = rows.slice(0, mostBars);
  const write = makeScoreWriter(rows.map(({ score }) => score));
  const name = model.id.toUpperCase();
  return drawScoreBars({
    title: model.name,
    subtitle: `${name} = ${model.formula}; ${shown.length} of ${total} open items, in ranked order`,
    label: name,
    ...(model.unit === undefined ? {} : { unit: model.unit }),
    bars: shown.map(({ id, title, score }) => ({
      id,
      title,
      score: score ?? 0,
      text: write(score),
    })),
  });
}
