import type { ScoreModel } from '../define-model.js';
import { wsjf } from './wsjf.js';

/** Every scoring model, in the order help lists them. A new one is one file and one line here. */
export const scoreModels: readonly ScoreModel[] = [wsjf];

export function findModel(id: string): ScoreModel | undefined {
  return scoreModels.find((model) => model.id === id);
}
