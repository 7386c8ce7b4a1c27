/** Scoring as the use cases and the library see it. Pure: values in, values out. */
export {
  type Comparison,
  type Comparisons,
  readComparisons,
  readRatio,
} from './ahp/read-comparisons.js';
export { type SolvedComparisons, solveComparisons } from './ahp/solve-comparisons.js';
export {
  type ComparedItem,
  compareRankings,
  type ModelRanking,
  type RankCorrelation,
  type RankingComparison,
} from './compare-rankings.js';
export type {
  Details,
  InputKind,
  InputRange,
  InputValue,
  ModelInput,
  ModelInputs,
  ScoreModel,
} from './define-model.js';
export type { Derivation, DerivedFactors, DerivedScore } from './derive-scores.js';
export {
  type ExplainedInput,
  type ExplainOptions,
  explainPlace,
  type PlaceExplanation,
} from './explain-place.js';
export type { WhatIf } from './find-change.js';
export { kendallTau } from './kendall-tau.js';
export { configureModel, loadModel, type ModelSettings } from './load-model.js';
export { type Demand, deriveFrom, measureDemand, weighGoals } from './measure-demand.js';
export { findModel, scoreModels } from './models/index.js';
export { evaluateKano, type KanoResult } from './models/kano.js';
export { type MoscowShare, shareEffort } from './models/moscow.js';
export { findQuadrant, type Quadrant, type QuadrantBounds } from './models/value-effort.js';
export { type RankableItem, type RankedPlace, rankItems } from './ranking.js';
export { findInput, type InputProblem, type ReadInputs, readInputs } from './read-inputs.js';
export { readValue } from './read-value.js';
export { type ItemScore, scoreItem } from './score-item.js';
export {
  type Mover,
  type RankingSimulation,
  type SimulatedPlace,
  type SimulationOptions,
  simulateRanking,
} from './simulate-ranking.js';
export type { PlaceRange } from './tally-places.js';
