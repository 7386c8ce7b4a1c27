/**
 * storymark as a library: what the commands do, for programs. Functions throw a `ProblemError` when
 * they cannot do what they were called for. `docs/library.md` shows each of them in use.
 *
 * @packageDocumentation
 */

export type { ChangeSet, FileChange } from './backlog/change-set.js';
// One text: a story's parts, what is wrong with it, its fields.
export type { Preset, Severity } from './check/define-rule.js';
export type { CheckReport, Finding } from './check/finding.js';
export type { RuleSetting } from './check/settings.js';
export type { Document } from './item/document.js';
export type { Item } from './item/item.js';
export type { Fields, Value } from './item/value.js';
export type {
  BacklogSnapshot,
  CheckChoices,
  ForecastOptions,
  NewDocument,
  PlaceChoice,
  PlanOptions,
} from './library/backlog-snapshot.js';
export { type CheckTextOptions, checkText } from './library/check-text.js';
export { editDocument, type FieldValues } from './library/edit-document.js';
// A backlog in a folder: read, query, check, rank, plan, forecast, change, write.
export { type BacklogFolder, type OpenOptions, openBacklog } from './library/open-backlog.js';
export type { AddedItem } from './ops/items/add-item.js';
export type { BacklogRanking, RankedRow } from './ops/order/rank-backlog.js';
export type { ForecastReport } from './ops/sprints/forecast.js';
export type { PlannedSprint } from './ops/sprints/sprint-plan.js';
// Which items to take: exact selection within limits, for one sprint or for several.
export type { Release, ReleaseProblem } from './plan/solver/release-problem.js';
export { selectItems } from './plan/solver/select-items.js';
export { selectRelease } from './plan/solver/select-release.js';
export type {
  SelectableItem,
  Selection,
  SelectionGoal,
  SelectionGroup,
  SelectionLimit,
  SelectionProblem,
} from './plan/solver/selection-problem.js';
export { parseStory, type ReadOptions } from './story/parse-story.js';
export type { StoryDefect, StoryFormat, StoryReading, StorySpans } from './story/story.js';

// What is thrown.
export { type Problem, ProblemError } from './text/problem.js';
