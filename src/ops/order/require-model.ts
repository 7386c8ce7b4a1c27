import type { Backlog } from '../../backlog/backlog.js';
import type { ScoreModel } from '../../score/define-model.js';
import { loadModel } from '../../score/load-model.js';
import type { Result } from '../../text/problem.js';

/** The model asked for, or the backlog's own, as `backlog.yaml` has it. */
export async function requireModel(
  { settings }: Pick<Backlog, 'settings'>,
  id: string | undefined,
): Promise<Result<ScoreModel>> {
  return loadModel(settings, id);
}
