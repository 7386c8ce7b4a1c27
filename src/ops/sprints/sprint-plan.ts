import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../../backlog/change-set.js';
import { refuseTwins } from '../../backlog/lookup.js';
import { isInSprint, listServing } from '../../backlog/membership.js';
import { wayOf } from '../../backlog/way-of-working.js';
import type { Item } from '../../item/item.js';
import type { Template } from '../../item/template.js';
import { planRelease, type ReleasePlan } from '../../plan/plan-release.js';
import { planSprint, type SprintPlan } from '../../plan/plan-sprint.js';
import {
  type PlanBasis,
  type PlanConstraints,
  type PlannableItem,
  type SizeUnit,
  sizeOf,
} from '../../plan/sprint-request.js';
import type { ScoreModel } from '../../score/define-model.js';
import { count } from '../../text/amount.js';
import type { Clock } from '../../text/clock.js';
import type { Day } from '../../text/date.js';
import { failure, type Result, success } from '../../text/problem.js';
import { changeEach, changeItem } from '../items/change-item.js';
import { changeSprint } from '../items/place.js';
import { createSprint } from './create-sprint.js';
import { type DueOutlook, listLateItems } from './forecast-due.js';
import {
  type CapacityRequest,
  findCapacities,
  listSlots,
  type SprintSlot,
} from './plan-capacity.js';
import {
  listOpenParts,
  listPlannable,
  listWholeGroups,
  valueByOrder,
  type WholeGroup,
} from './plan-items.js';
import type { Sprint } from './sprints.js';
import { sayCalendar, sprintCalendar } from './team-calendar.js';

export interface PlanRequest extends Omit<CapacityRequest, 'unit'> {
  /** Undefined: what the team counts, and items where nothing that could be chosen has points. */
  readonly unit: SizeUnit | undefined;
  /** Undefined: the scores, and the backlog's order where nothing that could be chosen has one. */
  readonly basis: PlanBasis | undefined;
  readonly must: readonly Item[];
  readonly not: readonly Item[];
  readonly goal: Item | undefined;
  /** Least share of the points that serves the goal, 0 to 1. */
  readonly goalShare: number;
  /** Share of the capacity that only bugs may use, 0 to 1. */
  readonly reserve: number;
  readonly wholeGroups: readonly WholeGroup[];
  /** How many sprints; a release plan when more than one. */
  readonly sprints: number;
  /** Per sprint, 0 to 1. */
  readonly discount: number | undefined;
  readonly withAlternatives: boolean;
  readonly withoutPrices: boolean;
  /** The only items whose prices are asked for. */
  readonly pricesOf?: readonly string[];
  /** Seconds. */
  readonly timeLimit: number | undefined;
  readonly nodeLimit: number | undefined;
}

/** A plan for one sprint, without constraints. */
const usualPlan: PlanRequest = {
  capacity: undefined,
  velocity: undefined,
  unit: undefined,
  basis: undefined,
  skills: {},
  members: {},
  must: [],
  not: [],
  goal: undefined,
  goalShare: 0.6,
  reserve: 0,
  wholeGroups: [],
  sprints: 1,
  discount: undefined,
  withAlternatives: false,
  withoutPrices: false,
  timeLimit: undefined,
  nodeLimit: undefined,
};

export interface PlannedSprint {
  readonly plan: SprintPlan;
  /** Of a release plan: the sprints with their dates. Null of a plan for one. */
  readonly sprints: readonly PlannedSlot[] | null;
  /** Items whose `due` this plan, and then the backlog's order, would miss. */
  readonly late: readonly DueOutlook[];
  /** The planned sprint it is for; null when there is none yet. */
  readonly sprint: Sprint | null;
  /** What goes into it. */
  readonly next: readonly string[];
  /** What was taken for granted, a sentence each. */
  readonly assumed: readonly string[];
}

type PlannedSlot = ReleasePlan['sprints'][number] & {
  readonly sprint: string | null;
  readonly start: Day;
  readonly end: Day;
};

/** Chooses the best set of items for the planned sprint, or the next one; or for several. */
export async function planNextSprint(
  backlog: Backlog,
  model: ScoreModel,
  constrained: Partial<PlanRequest>,
  { today }: Pick<Clock, 'today'>,
): Promise<Result<PlannedSprint>> {
  const options = { ...usualPlan, ...constrained };
  const slots = listSlots(backlog, today, options.sprints);
  const prepared = prepareItems(backlog, model, options, slots);
  const { assumed } = prepared;
  const request = { ...options, unit: prepared.unit, basis: prepared.basis };
  const capacities = findCapacities(backlog, slots, request);
  if (!capacities.ok) return capacities;
  const constraints = gatherConstraints(backlog, model, request, prepared.items);
  if (!constraints.ok) return constraints;
  const membersOf = (slot: SprintSlot | undefined) =>
    backlog.work.filter((item) => slot?.sprint && isInSprint(item, slot.sprint));
  const sprint = slots[0]?.sprint ?? null;

  if (request.sprints > 1) {
    const plan = await planRelease({
      ...constraints.value,
      sprints: capacities.value.map((sprintCapacity, index) => ({
        ...sprintCapacity,
        must: idsOf(membersOf(slots[index])),
      })),
      ...(request.discount === undefined ? {} : { discount: request.discount }),
    });
    if (!plan.ok) return plan;
    const [next = []] = plan.value.sprints.map(({ items }) => items);
    return success({
      plan: plan.value,
      sprints: plan.value.sprints.map((planned, index) => ({
        ...planned,
        ...describeSlot(slots[index]),
      })),
      late: listLateItems(backlog, today, next),
      sprint,
      next,
      assumed: [...assumed, sayCalendar(backlog, sprintCalendar(backlog, today), 'sprint')],
    });
  }
  const [sprintCapacity = { capacity: 0 }] = capacities.value;
  const must = [...new Set([...idsOf(membersOf(slots[0])), ...(constraints.value.must ?? [])])];
  const plan = await planSprint({
    ...constraints.value,
    ...sprintCapacity,
    must,
    withAlternatives: request.withAlternatives,
  });
  if (!plan.ok) return plan;
  const next = plan.value.chosen.map(({ id }) => id);
  const late = listLateItems(backlog, today, next);
  return success({ plan: plan.value, sprints: null, late, sprint, next, assumed });
}

function idsOf(items: readonly Item[]): readonly string[] {
  return items.map(({ id }) => id);
}

function describeSlot(slot: SprintSlot | undefined) {
  return { sprint: slot?.sprint?.id ?? null, start: slot?.start ?? '', end: slot?.end ?? '' };
}

interface PreparedItems {
  readonly items: readonly PlannableItem[];
  readonly unit: SizeUnit;
  readonly basis: PlanBasis;
  readonly assumed: readonly string[];
}

/** Decides what counts as size and as value, by what the items that could be chosen have. */
function prepareItems(
  backlog: Backlog,
  model: ScoreModel,
  options: PlanRequest,
  slots: readonly SprintSlot[],
): PreparedItems {
  const planned = slots.map(({ sprint }) => sprint).filter((sprint) => sprint !== null);
  const listAs = (unit: SizeUnit) => listPlannable(backlog, model, planned, unit);
  const usual = listAs(options.unit ?? wayOf(backlog).unit);
  const open = usual.filter(
    ({ ready, done, isEpic, elsewhere }) => ready && !done && !isEpic && !elsewhere,
  );
  const sized = open.filter((item) => sizeOf(item) !== null);
  const scored = open.filter(({ value }) => value !== null && value > 0);
  const unit =
    options.unit ?? (sized.length === 0 && open.length > 0 ? 'items' : wayOf(backlog).unit);
  const basis = options.basis ?? (scored.length === 0 ? 'order' : 'score');
  const items = unit === (options.unit ?? wayOf(backlog).unit) ? usual : listAs(unit);
  const unsized = open.length - sized.length;
  const unscored = open.length - scored.length;
  return {
    items: basis === 'order' ? valueByOrder(items) : items,
    unit,
    basis,
    assumed: [
      ...(unit === 'items' && options.unit === undefined
        ? ['each item counts as one, since points are not used']
        : unsized > 0 && unit !== 'items'
          ? [
              `${count(unsized, 'ready item')} without ${unit} left out; use --unit items to count each as one`,
            ]
          : []),
      ...(basis === 'order' && options.basis === undefined && open.length > 0
        ? ['no ready item is scored, so the backlog order is used as the value']
        : basis === 'score' && unscored > 0
          ? [
              `${count(unscored, 'ready item')} not scored, so their value is 0; use --by order to plan by backlog order`,
            ]
          : []),
    ],
  };
}

function gatherConstraints(
  backlog: Backlog,
  model: ScoreModel,
  request: PlanRequest & Pick<PreparedItems, 'unit' | 'basis'>,
  items: readonly PlannableItem[],
): Result<PlanConstraints> {
  const { goal, goalShare, unit, basis, reserve, timeLimit, nodeLimit, withoutPrices, pricesOf } =
    request;
  const groups = listWholeGroups(backlog, model, request.wholeGroups, items);
  if (!groups.ok) return groups;
  const partsOf = (named: readonly Item[]) =>
    named.flatMap((item) => listOpenParts(backlog, item).map(({ id }) => id));
  return success({
    items,
    unit,
    basis,
    must: [...new Set(partsOf(request.must))],
    not: [...new Set(partsOf(request.not))],
    reserve,
    groups: groups.value,
    withoutPrices,
    ...(pricesOf && { pricesOf }),
    ...(goal && {
      goal: { id: goal.id, items: idsOf(listServing(backlog, goal)), share: goalShare },
    }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
    ...(nodeLimit === undefined ? {} : { nodeLimit }),
  });
}

/** Puts what is next into the planned sprint, or into one made for it. */
export function applyPlan(
  backlog: Backlog,
  { plan, sprint, sprints, next }: PlannedSprint,
  template: Template,
  { today }: Pick<Clock, 'today'>,
): Result<{ readonly id: string; readonly changes: ChangeSet }> {
  const made: FileChange[] = [];
  let id = sprint?.id;
  if (id === undefined) {
    const capacity = sprints?.[0]?.capacity ?? plan.capacity;
    const created = createSprint(
      backlog,
      template,
      // A sprint's file counts as the team does.
      {
        goal: undefined,
        start: undefined,
        length: undefined,
        capacity: plan.unit === wayOf(backlog).unit ? capacity : undefined,
      },
      { today },
    );
    if (!created.ok) return created;
    id = created.value.id;
    made.push(created.value.change);
  }
  const target = id;
  const chosen = new Set(next);
  const items = backlog.work.filter((item) => chosen.has(item.id) && item.sprint !== target);
  const refused = refuseTwins(backlog, items);
  if (refused.length > 0) return failure(...refused);
  const changes = changeEach(items, (item) =>
    changeItem(backlog.settings, item, changeSprint(backlog, item, target, today, 'planned')),
  );
  return changes.ok ? success({ id: target, changes: [...made, ...changes.value] }) : changes;
}
