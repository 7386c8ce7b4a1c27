import { type Backlog, getItem } from '../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../backlog/change-set.js';
import { ancestorsOf } from '../backlog/graph.js';
import { categoryOf, isOpen, isReady } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Template } from '../item/template.js';
import { planSprint, type SprintPlan } from '../plan/plan-sprint.js';
import type { PlannableItem } from '../plan/plannable-item.js';
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
  const members = backlog.work.filter((item) => planned !== null && item.sprint === planned.id);
  const wished = (items: readonly Item[]) =>
    items.flatMap((item) => (item.type === 'epic' ? listOpenParts(backlog, item) : [item]));
  const plan = await planSprint({
    items: listPlannable(backlog, model, planned),
    capacity,
    must: [...new Set([...members, ...wished(request.must)])].map(({ id }) => id),
    not: wished(request.not).map(({ id }) => id),
    ...(request.timeLimit === undefined ? {} : { timeLimit: request.timeLimit }),
  });
  return plan.ok ? success({ plan: plan.value, sprint: planned }) : plan;
}

function findCapacity(backlog: Backlog, planned: Sprint | null): number | null {
  return planned?.capacity ?? backlog.settings.sprint.capacity ?? recentVelocity(backlog);
}

/**
 * The items as planning sees them. Work begun and in no sprint is as good as ready; what another
 * open sprint has is that sprint's.
 */
function listPlannable(
  backlog: Backlog,
  model: ScoreModel,
  planned: Sprint | null,
): readonly PlannableItem[] {
  const { settings } = backlog;
  const others = new Map(
    listSprints(backlog)
      .filter(
        ({ category, id }) => (category === 'doing' || category === 'todo') && id !== planned?.id,
      )
      .map((sprint) => [sprint.id, { sprint: sprint.id, isEarlier: sprint.category === 'doing' }]),
  );
  return backlog.work
    .filter((item) => categoryOf(settings, item) !== 'dropped')
    .map((item) => {
      const elsewhere = others.get(item.sprint ?? '');
      return {
        id: item.id,
        title: item.title,
        points: item.points,
        value: scoreItem({ ...item, fields: item.document.fields }, model).benefit,
        depends: item.depends.flatMap((id) => listAwaited(backlog, item, id)),
        ready: isReady(settings, item) || categoryOf(settings, item) === 'doing',
        done: !isOpen(settings, item),
        status: item.status,
        isEpic: item.type === 'epic',
        ...(elsewhere && { elsewhere }),
      };
    });
}

/** What a reference in `depends` waits for: an item itself, an epic's open parts. */
function listAwaited(backlog: Backlog, item: Item, id: string): readonly string[] {
  const awaited = getItem(backlog, id);
  if (awaited?.type !== 'epic' || !isOpen(backlog.settings, awaited)) return [awaited?.id ?? id];
  const parts = listOpenParts(backlog, awaited).filter((part) => part !== item);
  return parts.length > 0 ? parts.map((part) => part.id) : [awaited.id];
}

/** The open items below an epic, at any depth, that are no epics themselves. */
function listOpenParts(backlog: Backlog, epic: Item): readonly Item[] {
  return backlog.work.filter(
    (item) =>
      item.type !== 'epic' &&
      isOpen(backlog.settings, item) &&
      ancestorsOf(backlog, item).includes(epic),
  );
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
