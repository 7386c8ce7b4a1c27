import { checkSpec } from './check/check.spec.js';
import { addSpec } from './items/add.spec.js';
import { archiveSpec } from './items/archive.spec.js';
import { deleteSpec } from './items/delete.spec.js';
import { diffSpec } from './items/diff.spec.js';
import { editSpec } from './items/edit.spec.js';
import { listSpec } from './items/list.spec.js';
import { logSpec } from './items/log.spec.js';
import { mergeSpec } from './items/merge.spec.js';
import { searchSpec } from './items/search.spec.js';
import { setSpec } from './items/set.spec.js';
import { showSpec } from './items/show.spec.js';
import { splitSpec } from './items/split.spec.js';
import { doneSpec, dropSpec, reopenSpec, startSpec } from './items/status.spec.js';
import { moveSpec } from './order/move.spec.js';
import { rankSpec } from './order/rank.spec.js';
import { scoreSpec } from './order/score.spec.js';
import { whySpec } from './order/why.spec.js';
import { goalMeasureSpec, goalsSpec, visionSpec } from './product/goals.spec.js';
import { stageSpec, stagesSpec } from './product/stage.spec.js';
import { completeSpec, completionSpec } from './setup/completion.spec.js';
import { configGetSpec, configSetSpec } from './setup/config.spec.js';
import { doctorSpec } from './setup/doctor.spec.js';
import { initSpec } from './setup/init.spec.js';
import { mergeDriverSpec } from './setup/merge-driver.spec.js';
import { schemaSpec } from './setup/schema.spec.js';
import type { CommandGroup, CommandModule, CommandSpec } from './shared/command.js';
import { siteBuildSpec, siteServeSpec } from './site/site.spec.js';
import { burndownSpec } from './sprints/burndown.spec.js';
import { forecastSpec } from './sprints/forecast.spec.js';
import { measuresSpec } from './sprints/measures.spec.js';
import { roadmapSpec } from './sprints/roadmap.spec.js';
import {
  sprintAddSpec,
  sprintCloseSpec,
  sprintCreateSpec,
  sprintDropSpec,
  sprintListSpec,
  sprintPlanSpec,
  sprintShowSpec,
  sprintStartSpec,
} from './sprints/sprint.spec.js';
import { velocitySpec } from './sprints/velocity.spec.js';
import { answerSpec } from './stakeholders/answer.spec.js';
import { askSpec } from './stakeholders/ask.spec.js';
import { linkSpec } from './stakeholders/link.spec.js';
import { reportSpec } from './stakeholders/report.spec.js';
import { todaySpec } from './stakeholders/today.spec.js';
import { traceSpec } from './stakeholders/trace.spec.js';
import { triageSpec } from './stakeholders/triage.spec.js';
import { estimateSpec } from './stories/estimate.spec.js';
import { exportSpec } from './stories/export.spec.js';
import { importSpec } from './stories/import.spec.js';
import { parseSpec } from './stories/parse.spec.js';
import { refineSpec } from './stories/refine.spec.js';
import { explainSpec, rulesSpec } from './stories/rules.spec.js';
import { templatesSpec } from './stories/templates.spec.js';

/** Every command with the code behind it, which is loaded only when it is called. */
const commands: readonly (readonly [CommandSpec, () => Promise<CommandModule>])[] = [
  [addSpec, () => import('./items/add.js')],
  [listSpec, () => import('./items/list.js')],
  [searchSpec, () => import('./items/search.js')],
  [showSpec, () => import('./items/show.js')],
  [logSpec, () => import('./items/log.js')],
  [diffSpec, () => import('./items/diff.js')],
  [setSpec, () => import('./items/set.js')],
  [editSpec, () => import('./items/edit.js')],
  [startSpec, async () => (await import('./items/status.js')).statusCommand('start')],
  [doneSpec, async () => (await import('./items/status.js')).statusCommand('done')],
  [dropSpec, async () => (await import('./items/status.js')).statusCommand('drop')],
  [reopenSpec, async () => (await import('./items/status.js')).statusCommand('reopen')],
  [splitSpec, () => import('./items/split.js')],
  [mergeSpec, () => import('./items/merge.js')],
  [archiveSpec, () => import('./items/archive.js')],
  [deleteSpec, () => import('./items/delete.js')],
  [parseSpec, () => import('./stories/parse.js')],
  [importSpec, () => import('./stories/import.js')],
  [exportSpec, () => import('./stories/export.js')],
  [checkSpec, () => import('./check/check.js')],
  [rulesSpec, () => import('./stories/rules.js')],
  [explainSpec, () => import('./stories/explain.js')],
  [templatesSpec, () => import('./stories/templates.js')],
  [visionSpec, () => import('./product/vision.js')],
  [goalsSpec, () => import('./product/goals.js')],
  [goalMeasureSpec, () => import('./product/goal-measure.js')],
  [stagesSpec, () => import('./product/stages.js')],
  [stageSpec, () => import('./product/stage.js')],
  [triageSpec, () => import('./stakeholders/triage.js')],
  [linkSpec, () => import('./stakeholders/link.js')],
  [askSpec, () => import('./stakeholders/ask.js')],
  [answerSpec, () => import('./stakeholders/answer.js')],
  [traceSpec, () => import('./stakeholders/trace.js')],
  [reportSpec, () => import('./stakeholders/report.js')],
  [todaySpec, () => import('./stakeholders/today.js')],
  [refineSpec, () => import('./stories/refine.js')],
  [estimateSpec, () => import('./stories/estimate.js')],
  [moveSpec, () => import('./order/move.js')],
  [scoreSpec, () => import('./order/score.js')],
  [rankSpec, () => import('./order/rank.js')],
  [whySpec, () => import('./order/why.js')],
  [sprintPlanSpec, () => import('./sprints/sprint-plan.js')],
  [sprintCreateSpec, () => import('./sprints/sprint-create.js')],
  [sprintStartSpec, () => import('./sprints/sprint-start.js')],
  [sprintAddSpec, () => import('./sprints/sprint-add.js')],
  [sprintDropSpec, () => import('./sprints/sprint-drop.js')],
  [sprintShowSpec, () => import('./sprints/sprint-show.js')],
  [sprintListSpec, () => import('./sprints/sprint-list.js')],
  [sprintCloseSpec, () => import('./sprints/sprint-close.js')],
  [velocitySpec, () => import('./sprints/velocity.js')],
  [burndownSpec, () => import('./sprints/burndown.js')],
  [measuresSpec, () => import('./sprints/measures.js')],
  [forecastSpec, () => import('./sprints/forecast.js')],
  [roadmapSpec, () => import('./sprints/roadmap.js')],
  [siteBuildSpec, () => import('./site/site-build.js')],
  [siteServeSpec, () => import('./site/site-serve.js')],
  [initSpec, () => import('./setup/init.js')],
  [configGetSpec, () => import('./setup/config-get.js')],
  [configSetSpec, () => import('./setup/config-set.js')],
  [doctorSpec, () => import('./setup/doctor.js')],
  [schemaSpec, () => import('./setup/schema.js')],
  [completionSpec, () => import('./setup/completion.js')],
  [mergeDriverSpec, () => import('./setup/merge-driver.js')],
  [completeSpec, () => import('./setup/complete.js')],
];

export const commandSpecs: readonly CommandSpec[] = commands.map(([spec]) => spec);

export const commandLoaders: Readonly<Record<string, () => Promise<CommandModule>>> =
  Object.fromEntries(commands.map(([spec, load]) => [spec.name, load]));

/** Words that stand before another command word. */
export const commandGroups: Readonly<
  Record<string, { readonly summary: string; readonly group: CommandGroup }>
> = {
  goal: { summary: 'measure a goal', group: 'Product' },
  sprint: { summary: 'plan, run and close sprints', group: 'Sprints' },
  config: { summary: 'read and change settings', group: 'Setup' },
  site: { summary: 'show the backlog as web pages', group: 'Site' },
};
