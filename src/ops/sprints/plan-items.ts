import { type Backlog, getItem } from '../../backlog/backlog.js';
import { ancestorsOf } from '../../backlog/graph.js';
import { categoryOf, isOpen, isReady } from '../../backlog/workflow.js';
import { type Item, readText } from '../../item/item.js';
import { sumDecimals } from '../../plan/solver/scale-numbers.js';
import {
  type PlanGroup,
  type PlannableItem,
  type SizeUnit,
  sizeOf,
} from '../../plan/sprint-request.js';
import type { ScoreModel } from '../../score/define-model.js';
import { neutral } from '../../score/derive-scores.js';
import { deriveFrom } from '../../score/measure-demand.js';
import { scoredFields } from '../../score/read-inputs.js';
import { scoreItem } from '../../score/score-item.js';
import { type Result, success, usage } from '../../text/problem.js';
import { listSprints, type Sprint } from './sprints.js';

/**
 * The items as planning sees them. Work begun and in no sprint is as good as ready; what another
 * open sprint has is that sprint's.
 *
 * @param planned the sprints that are planned now
 */
export function listPlannable(
  backlog: Backlog,
  model: ScoreModel,
  planned: readonly Sprint[],
  unit: SizeUnit,
): readonly PlannableItem[] {
  const { settings } = backlog;
  const ids = new Set(planned.map(({ id }) => id));
  const others = new Map(
    listSprints(backlog)
      .filter(({ category, id }) => (category === 'doing' || category === 'todo') && !ids.has(id))
      .map((sprint) => [sprint.id, { sprint: sprint.id, isEarlier: sprint.category === 'doing' }]),
  );
  const work = backlog.work.filter(
    (item) =>
      categoryOf(settings, item) !== 'dropped' && !(item.archived && isOpen(settings, item)),
  );
  const readValue = createValuation(backlog, model, work);
  return work.map((item) => {
    const elsewhere = others.get(item.sprint ?? '');
    const hours = item.document.field('hours');
    return {
      id: item.id,
      title: item.title,
      points: item.points,
      ...(unit === 'hours' ? { size: typeof hours === 'number' ? hours : null } : {}),
      ...(unit === 'items' ? { size: 1 } : {}),
      value: readValue(item),
      depends: item.depends.flatMap((id) => listAwaited(backlog, item, id)),
      excludes: item.excludes.map((id) => getItem(backlog, id)?.id ?? id),
      skills: item.skills,
      assignee: item.assignee,
      ready: isReady(settings, item) || categoryOf(settings, item) === 'doing',
      done: !isOpen(settings, item),
      status: item.status,
      isEpic: item.type === 'epic',
      isBug: item.type === 'bug',
      ...(elsewhere && { elsewhere }),
    };
  });
}

/**
 * The same items, worth what their place in the backlog says: each point of an item counts more the
 * higher it stands, so that what fits is taken from the top.
 */
export function valueByOrder(items: readonly PlannableItem[]): readonly PlannableItem[] {
  const open = items.filter(({ done, isEpic }) => !done && !isEpic);
  const places = new Map(open.map(({ id }, index) => [id, open.length - index]));
  return items.map((item) => ({
    ...item,
    value: (places.get(item.id) ?? 0) * (sizeOf(item) ?? 0),
  }));
}

// The benefit as `rank` has it, without what items inherit: what waits for one is chosen itself, and
// would count twice.
function createValuation(
  backlog: Backlog,
  model: ScoreModel,
  items: readonly Item[],
): (item: Item) => number | null {
  const { factors } = model.isAmount ? deriveFrom(backlog, items) : {};
  return (item) => {
    const { benefit } = scoreItem(scoredFields(item), model);
    const { goal, demand } = factors?.get(item.id) ?? neutral;
    return benefit === null ? null : benefit * goal * (1 + demand);
  };
}

/** What a reference in `depends` waits for: an item itself, an epic's open parts. */
function listAwaited(backlog: Backlog, item: Item, id: string): readonly string[] {
  const awaited = getItem(backlog, id);
  if (awaited?.type !== 'epic' || !isOpen(backlog.settings, awaited)) return [awaited?.id ?? id];
  const parts = listOpenParts(backlog, awaited).filter((part) => part !== item);
  return parts.length > 0 ? parts.map((part) => part.id) : [awaited.id];
}

/** An item itself; of an epic the open items below it, at any depth, that are no epics. */
export function listOpenParts(backlog: Backlog, item: Item): readonly Item[] {
  if (item.type !== 'epic') return [item];
  return backlog.work.filter(
    (part) =>
      part.type !== 'epic' &&
      isOpen(backlog.settings, part) &&
      ancestorsOf(backlog, part).includes(item),
  );
}

/** An epic or feedback to be done as a whole, with its worth when that is given. */
export interface WholeGroup {
  readonly item: Item;
  readonly value: number | undefined;
}

/**
 * Groups whose value counts only when all parts are chosen: the value given, else the epic's own
 * benefit, else what its parts are worth together.
 */
export function listWholeGroups(
  backlog: Backlog,
  model: ScoreModel,
  wholeGroups: readonly WholeGroup[],
  plannable: readonly PlannableItem[],
): Result<readonly PlanGroup[]> {
  const values = new Map(plannable.map(({ id, value }) => [id, value ?? 0]));
  const summed = new Map<string, string>();
  const groups: PlanGroup[] = [];
  for (const { item, value: given } of wholeGroups) {
    const parts = listParts(backlog, item);
    const ids = parts.map(({ id }) => id);
    if (ids.length === 0) return usage(`--whole ${item.id}: it has no open parts`);
    const own = given ?? scoreItem(scoredFields(item), model).benefit;
    for (const id of own === null ? ids : []) {
      const other = summed.get(id);
      if (other !== undefined) {
        return usage(
          `${id} is part of ${other} and ${item.id}: give their values, such as --whole ${item.id}=8`,
        );
      }
      summed.set(id, item.id);
    }
    const value = own ?? sumDecimals(ids.map((id) => values.get(id) ?? 0));
    groups.push({ id: item.id, title: item.title, value, items: ids });
  }
  return success(groups);
}

function listParts(backlog: Backlog, item: Item): readonly Item[] {
  if (item.type !== 'feedback') return listOpenParts(backlog, item);
  const named = item.document.field('items');
  const ids = (Array.isArray(named) ? named : [named]).map((id) => readText(id));
  const answers = ids.map((id) => getItem(backlog, id ?? '')).filter((one) => one !== undefined);
  const parts = answers.flatMap((answer) => listOpenParts(backlog, answer));
  return [...new Set(parts)].filter((part) => isOpen(backlog.settings, part));
}
