/**
 * storymark as a library: pure functions over text and values; no process, no terminal.
 *
 * @packageDocumentation
 */
export { type Document, readDocument } from './item/document.js';
export { editFields, type FieldEdit } from './item/edit/edit.js';
export { checkLoneFiles, type LoneFile } from './ops/check/check-backlog.js';
export {
  amountAt,
  type Completion,
  chanceWithin,
  forecastAmount,
  forecastWork,
  periodAt,
  type Simulation,
  type WorkForecast,
} from './plan/forecast.js';
export { plainResampling, type Resampling, urnResampling } from './plan/resample.js';
export type { Release, ReleaseProblem } from './plan/solver/release-problem.js';
export { selectItems } from './plan/solver/select-items.js';
export { selectRelease } from './plan/solver/select-release.js';
export type { Selection, SelectionProblem } from './plan/solver/selection-problem.js';
export * from './score/index.js';
export { findStory } from './story/find-story.js';
export { parseStory } from './story/parse-story.js';
