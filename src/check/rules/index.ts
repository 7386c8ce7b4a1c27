import type { Rule } from '../define-rule.js';
import { archiveOpen } from './archive-open.js';
import { bugSteps } from './bug-steps.js';
import { criteriaCount } from './criteria-count.js';
import { criteriaGherkin } from './criteria-gherkin.js';
import { criteriaMissing } from './criteria-missing.js';
import { criteriaVague } from './criteria-vague.js';
import { dateContradiction } from './date-contradiction.js';
import { dueLate } from './due-late.js';
import { fieldPointsScale } from './field-points-scale.js';
import { fieldType } from './field-type.js';
import { fieldUnknown } from './field-unknown.js';
import { frontmatterInvalid } from './frontmatter-invalid.js';
import { idDuplicate } from './id-duplicate.js';
import { idFilename } from './id-filename.js';
import { markdownHeading } from './markdown-heading.js';
import { personaMismatch } from './persona-mismatch.js';
import { personaSimilar } from './persona-similar.js';
import { personaUnknown } from './persona-unknown.js';
import { rankInvalid } from './rank-invalid.js';
import { readyCriteria } from './ready-criteria.js';
import { readyEstimate } from './ready-estimate.js';
import { readyParent } from './ready-parent.js';
import { readyScore } from './ready-score.js';
import { readyTooBig } from './ready-too-big.js';
import { refCycle } from './ref-cycle.js';
import { refDependsOnDropped } from './ref-depends-on-dropped.js';
import { refDoneDependsOnOpen } from './ref-done-depends-on-open.js';
import { refMerged } from './ref-merged.js';
import { refParentType } from './ref-parent-type.js';
import { refStartedDependsOnOpen } from './ref-started-depends-on-open.js';
import { refUnknown } from './ref-unknown.js';
import { setDuplicate } from './set-duplicate.js';
import { setSimilar } from './set-similar.js';
import { spikeTimebox } from './spike-timebox.js';
import { sprintClosed } from './sprint-closed.js';
import { sprintOverlap } from './sprint-overlap.js';
import { sprintRecord } from './sprint-record.js';
import { sprintUnknown } from './sprint-unknown.js';
import { statusOpenChildren } from './status-open-children.js';
import { statusUnknown } from './status-unknown.js';
import { storyArticle } from './story-article.js';
import { storyAtomic } from './story-atomic.js';
import { storyBenefitRepeatsWant } from './story-benefit-repeats-want.js';
import { storyDoubledWord } from './story-doubled-word.js';
import { storyFormat } from './story-format.js';
import { storyGenericRole } from './story-generic-role.js';
import { storyLength } from './story-length.js';
import { storyMinimal } from './story-minimal.js';
import { storyNoBenefit } from './story-no-benefit.js';
import { storyNoRole } from './story-no-role.js';
import { storyNoWant } from './story-no-want.js';
import { storyPlaceholder } from './story-placeholder.js';
import { storyProblemOriented } from './story-problem-oriented.js';
import { storyUniform } from './story-uniform.js';
import { storyVague } from './story-vague.js';
import { traceNoGoal } from './trace-no-goal.js';
import { traceNoWork } from './trace-no-work.js';
import { tracePromiseLate } from './trace-promise-late.js';
import { traceUnanswered } from './trace-unanswered.js';
import { unusedDisable } from './unused-disable.js';

/** Every rule, in the order in which findings at one place are shown. */
export const rules: readonly Rule[] = [
  frontmatterInvalid,
  fieldType,
  fieldUnknown,
  fieldPointsScale,
  idDuplicate,
  idFilename,
  statusUnknown,
  statusOpenChildren,
  archiveOpen,
  rankInvalid,
  storyNoRole,
  storyNoWant,
  storyNoBenefit,
  storyPlaceholder,
  storyFormat,
  storyUniform,
  storyAtomic,
  storyMinimal,
  storyProblemOriented,
  storyVague,
  storyBenefitRepeatsWant,
  storyLength,
  storyArticle,
  storyDoubledWord,
  storyGenericRole,
  setDuplicate,
  setSimilar,
  personaUnknown,
  personaMismatch,
  personaSimilar,
  criteriaMissing,
  criteriaCount,
  criteriaGherkin,
  criteriaVague,
  readyEstimate,
  readyCriteria,
  readyParent,
  readyScore,
  readyTooBig,
  spikeTimebox,
  bugSteps,
  refUnknown,
  refMerged,
  refCycle,
  refParentType,
  refDoneDependsOnOpen,
  refStartedDependsOnOpen,
  refDependsOnDropped,
  sprintUnknown,
  sprintClosed,
  sprintOverlap,
  sprintRecord,
  dueLate,
  dateContradiction,
  traceNoGoal,
  traceNoWork,
  traceUnanswered,
  tracePromiseLate,
  markdownHeading,
  unusedDisable,
];
