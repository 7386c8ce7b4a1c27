/**
 * storymark as a library: pure functions over text and values; no process, no terminal.
 *
 * @packageDocumentation
 */
export { type Document, readDocument } from './item/document.js';
export { editFields, type FieldEdit } from './item/edit.js';
export { checkLoneFiles, type LoneFile } from './ops/check-backlog.js';
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
export type { Release, ReleaseProblem } from './plan/release-problem.js';
export { plainResampling, type Resampling, urnResampling } from './plan/resample.js';
export { selectItems } from './plan/select-items.js';
export { selectRelease } from './plan/select-release.js';
export type { Selection, SelectionProblem } from './plan/selection-problem.js';
export * from './score/index.js';
export { findStory } from './story/find-story.js';
export { parseStory } from './story/parse-story.js';
