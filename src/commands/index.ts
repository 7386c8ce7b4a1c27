import { addSpec } from './add.spec.js';
import { answerSpec } from './answer.spec.js';
import { archiveSpec } from './archive.spec.js';
import { askSpec } from './ask.spec.js';
import { burndownSpec } from './burndown.spec.js';
import { checkSpec } from './check.spec.js';
import type { CommandGroup, CommandModule, CommandSpec } from './command.js';
import { completeSpec, completionSpec } from './completion.spec.js';
import { configGetSpec, configSetSpec } from './config.spec.js';
import { deleteSpec } from './delete.spec.js';
import { diffSpec } from './diff.spec.js';
import { doctorSpec } from './doctor.spec.js';
import { editSpec } from './edit.spec.js';
import { estimateSpec } from './estimate.spec.js';
import { exportSpec } from './export.spec.js';
import { forecastSpec } from './forecast.spec.js';
import { goalMeasureSpec, goalsSpec, visionSpec } from './goals.spec.js';
import { importSpec } from './import.spec.js';
import { initSpec } from './init.spec.js';
import { linkSpec } from './link.spec.js';
import { listSpec } from './list.spec.js';
import { logSpec } from './log.spec.js';
import { measuresSpec } from './measures.spec.js';
import { mergeSpec } from './merge.spec.js';
import { mergeDriverSpec } from './merge-driver.spec.js';
import { moveSpec } from './move.spec.js';
import { parseSpec } from './parse.spec.js';
import { rankSpec } from './rank.spec.js';
import { refineSpec } from './refine.spec.js';
import { reportSpec } from './report.spec.js';
import { roadmapSpec } from './roadmap.spec.js';
import { explainSpec, rulesSpec } from './rules.spec.js';
import { schemaSpec } from './schema.spec.js';
import { scoreSpec } from './score.spec.js';
import { searchSpec } from './search.spec.js';
import { setSpec } from './set.spec.js';
import { showSpec } from './show.spec.js';
import { siteBuildSpec, siteServeSpec } from './site.spec.js';
import { splitSpec } from './split.spec.js';
import {
  sprintAddSpec,
  sprintCloseSpec,
  sprintCreateSpec,
  sprintDropSpec,
  sprintListSpec,
  sprintPlanSpec,
  sprintShowSpec,
  sprintStartSpec,
} from './sprint.spec.js';
import { stageSpec, stagesSpec } from './stage.spec.js';
import { doneSpec, dropSpec, reopenSpec, startSpec } from './status.spec.js';
import { templatesSpec } from './templates.spec.js';
import { todaySpec } from './today.spec.js';
import { traceSpec } from './trace.spec.js';
import { triageSpec } from './triage.spec.js';
import { velocitySpec } from './velocity.spec.js';
import { whySpec } from './why.spec.js';

/** Every command with the code behind it, which is loaded only when it is called. */
const commands: readonly (readonly [CommandSpec, () => Promise<CommandModule>])[] = [
  [addSpec, () => import('./add.js')],
  [listSpec, () => import('./list.js')],
  [searchSpec, () => import('./search.js')],
  [showSpec, () => import('./show.js')],
  [logSpec, () => import('./log.js')],
  [diffSpec, () => import('./diff.js')],
  [setSpec, () => import('./set.js')],
  [editSpec, () => import('./edit.js')],
  [startSpec, async () => (await import('./status.js')).statusCommand('start')],
  [doneSpec, async () => (await import('./status.js')).statusCommand('done')],
  [dropSpec, async () => (await import('./status.js')).statusCommand('drop')],
  [reopenSpec, async () => (await import('./status.js')).statusCommand('reopen')],
  [splitSpec, () => import('./split.js')],
  [mergeSpec, () => import('./merge.js')],
  [archiveSpec, () => import('./archive.js')],
  [deleteSpec, () => import('./delete.js')],
  [parseSpec, () => import('./parse.js')],
  [importSpec, () => import('./import.js')],
  [exportSpec, () => import('./export.js')],
  [checkSpec, () => import('./check.js')],
  [rulesSpec, () => import('./rules.js')],
  [explainSpec, () => import('./explain.js')],
  [templatesSpec, () => import('./templates.js')],
  [visionSpec, () => import('./vision.js')],
  [goalsSpec, () => import('./goals.js')],
  [goalMeasureSpec, () => import('./goal-measure.js')],
  [stagesSpec, () => import('./stages.js')],
  [stageSpec, () => import('./stage.js')],
  [triageSpec, () => import('./triage.js')],
  [linkSpec, () => import('./link.js')],
  [askSpec, () => import('./ask.js')],
  [answerSpec, () => import('./answer.js')],
  [traceSpec, () => import('./trace.js')],
  [reportSpec, () => import('./report.js')],
  [todaySpec, () => import('./today.js')],
  [refineSpec, () => import('./refine.js')],
  [estimateSpec, () => import('./estimate.js')],
  [moveSpec, () => import('./move.js')],
  [scoreSpec, () => import('./score.js')],
  [rankSpec, () => import('./rank.js')],
  [whySpec, () => import('./why.js')],
  [sprintPlanSpec, () => import('./sprint-plan.js')],
  [sprintCreateSpec, () => import('./sprint-create.js')],
  [sprintStartSpec, () => import('./sprint-start.js')],
  [sprintAddSpec, () => import('./sprint-add.js')],
  [sprintDropSpec, () => import('./sprint-drop.js')],
  [sprintShowSpec, () => import('./sprint-show.js')],
  [sprintListSpec, () => import('./sprint-list.js')],
  [sprintCloseSpec, () => import('./sprint-close.js')],
  [velocitySpec, () => import('./velocity.js')],
  [burndownSpec, () => import('./burndown.js')],
  [measuresSpec, () => import('./measures.js')],
  [forecastSpec, () => import('./forecast.js')],
  [roadmapSpec, () => import('./roadmap.js')],
  [siteBuildSpec, () => import('./site-build.js')],
  [siteServeSpec, () => import('./site-serve.js')],
  [initSpec, () => import('./init.js')],
  [configGetSpec, () => import('./config-get.js')],
  [configSetSpec, () => import('./config-set.js')],
  [doctorSpec, () => import('./doctor.js')],
  [schemaSpec, () => import('./schema.js')],
  [completionSpec, () => import('./completion.js')],
  [mergeDriverSpec, () => import('./merge-driver.js')],
  [completeSpec, () => import('./complete.js')],
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
