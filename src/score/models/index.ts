import type { ScoreModel } from '../define-model.js';
import { ahp } from './ahp.js';
import { cd3 } from './cd3.js';
import { formula } from './formula.js';
import { ice } from './ice.js';
import { kano } from './kano.js';
import { moscow } from './moscow.js';
import { opportunity } from './opportunity.js';
import { rice } from './rice.js';
import { valueEffort } from './value-effort.js';
import { weighted } from './weighted.js';
import { wsjf } from './wsjf.js';

/**
 * Every scoring model as it is without settings, in the order help lists them. A new one is one
 * file and one line here, and one in `load-model.ts` if `backlog.yaml` can change it.
 */
export const scoreModels: readonly ScoreModel[] = [
  wsjf,
  cd3,
  rice,
  ice,
  valueEffort,
  moscow,
  kano,
  opportunity,
  weighted,
  ahp,
  formula,
];

/** For what a model is; to score by it, `loadModel` gives it as `backlog.yaml` has it. */
export function findModel(id: string): ScoreModel | undefined {
  return scoreModels.find((model) => model.id === id);
}
