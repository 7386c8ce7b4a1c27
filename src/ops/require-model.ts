import type { Backlog } from '../backlog/backlog.js';
import type { ScoreModel } from '../score/define-model.js';
import { findModel, scoreModels } from '../score/models/index.js';
import { failure, type Result, success } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';

/** The model asked for, or the backlog's own. */
export function requireModel(backlog: Backlog, id: string | undefined): Result<ScoreModel> {
  const wanted = id ?? backlog.settings.rank.model;
  const model = findModel(wanted);
  if (model) return success(model);
  const known = scoreModels.map((one) => one.id);
  return failure({
    kind: 'usage',
    message: `unknown scoring model "${wanted}".${didYouMean(wanted, known)} (${known.join(', ')})`,
  });
}
