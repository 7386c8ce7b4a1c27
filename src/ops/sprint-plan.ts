import { type Backlog, spellIds } from '../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../backlog/change-set.js';
import { categoryOf, isOpen, isReady } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Template } from '../item/template.js';
import { type PlannableItem, planSprint, type SprintPlan } from '../plan/plan-sprint.js';
import type { ScoreModel } from '../score/define-model.js';
import { scoreItem } from '../score/score-item.js';
import { failure, type Result, success } from '../text/problem.js';
import { changeEach, changeItem } from './change-item.js';
import type { Clock } from './clock.js';
import { createSprint } from './create-sprint.js';
import { changeSprint } from './sprint-membership.js';
import { listSprints, recentVelocity, type Sprint } from './sprints.js';

export interface PlanRequest {
  readonly capacity: number | undefined;
  readonly must: readonly Item[];
  readonly not: readonly Item[];
  /** Seconds. */
  readonly timeLimit: number | undefined;
}

export interface PlannedSprint {
  readonly plan: SprintPlan;
  /** The planned sprint it is for; null when there is none yet. */
  readonly sprint: Sprint | null;
}

/** Chooses the best set of items for the planned sprint, or for the next one to be made. */
export async function planNextSprint(
  backlog: Backlog,
  model: ScoreModel,
  request: PlanRequest,
): Promise<Result<PlannedSprint>> {
  const planned = listSprints(backlog).find(({ category }) => category === 'todo') ?? null;
  const capacity = request.capacity ?? findCapacity(backlog, planned);
  if (capacity === null) {
    return failure({
      kind: 'usage',
      message: 'how much fits? Give --capacity POINTS, or set sprint.capacity in backlog.yaml',
    });
  }
  const isMember = (item: Item) => planned !== null && item.sprint === planned.id;
  const members = backlog.work.filter(isMember);
  const plan = await planSprint({
    items: listPlannable(backlog, model, isMember),
    capacity,
    must: [...new Set([...members, ...request.must])].map(({ id }) => id),
    not: request.not.map(({ id }) => id),
    ...(request.timeLimit === undefined ? {} : { timeLimit: request.timeLimit }),
  });
  return plan.ok ? success({ plan: plan.value, sprint: planned }) : plan;
}

function findCapacity(backlog: Backlog, planned: Sprint | null): number | null {
  return planned?.capacity ?? backlog.settings.sprint.capacity ?? recentVelocity(backlog);
}

/** Epics are planned by their parts; dropped items and those in another sprint are not planned. */
function listPlannable(
  backlog: Backlog,
  model: ScoreModel,
  isMember: (item: Item) => boolean,
): readonly PlannableItem[] {
  const { settings } = backlog;
  const running = new Set(
    listSprints(backlog)
      .filter(({ category }) => category === 'doing')
      .map(({ id }) => id),
  );
  return backlog.work
    .filter((item) => categoryOf(settings, item) !== 'dropped')
    .map((item) => {
      const isElsewhere = item.sprint !== null && running.has(item.sprint) && !isMember(item);
      return {
        id: item.id,
        title: item.title,
        points: item.points,
        value: scoreItem({ score: item.score, points: item.points }, model).benefit,
        depends: spellIds(backlog, item.depends),
        ready: isReady(settings, item) && item.type !== 'epic',
        done: !isOpen(settings, item),
        status: item.status,
        ...(isElsewhere ? { elsewhere: `in ${item.sprint} already` } : {}),
      };
    });
}

/** Puts the chosen items into the planned sprint, or into one made for them. */
export function applyPlan(
  backlog: Backlog,
  { plan, sprint }: PlannedSprint,
  template: Template,
  { today }: Pick<Clock, 'today'>,
): Result<{ readonly id: string; readonly changes: ChangeSet }> {
  const made: FileChange[] = [];
  let id = sprint?.id;
  if (id === undefined) {
    const created = createSprint(
      backlog,
      template,
      { goal: undefined, start: undefined, length: undefined, capacity: plan.capacity },
      { today },
    );
    if (!created.ok) return created;
    id = created.value.id;
    made.push(created.value.change);
  }
  const target = id;
  const chosen = new Set(plan.chosen.map((item) => item.id));
  const items = backlog.work.filter((item) => chosen.has(item.id) && item.sprint !== target);
  const changes = changeEach(items, (item) =>
    changeItem(backlog.settings, item, changeSprint(item, target, today, 'planned')),
  );
  return changes.ok ? success({ id: target, changes: [...made, ...changes.value] }) : changes;
}
