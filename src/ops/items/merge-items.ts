import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../../backlog/change-set.js';
import { findNewCycle } from '../../backlog/graph.js';
import { isOpen, isWorkItem } from '../../backlog/workflow.js';
import { addCriteria, readCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import { plainText, type Value } from '../../item/value.js';
import { withArticle } from '../../text/article.js';
import type { Day } from '../../text/date.js';
import { type Result, success, usage } from '../../text/problem.js';
import { changeEach, changeItem, setField } from './change-item.js';
import { changeStatus } from './change-status.js';
import { listHolders, redirectReferences } from './redirect-references.js';

/**
 * Makes one work item of several that turned out to be the same: the one that stays gets the
 * others' labels, goals, skills, blockers and criteria; who named them names it; they are dropped,
 * with a note where they went. Points are left as they are: the sum of two doublets is no estimate.
 */
export function mergeItems(
  backlog: Backlog,
  sources: readonly Item[],
  target: Item,
  on: Day,
): Result<ChangeSet> {
  const refusal = [target, ...sources].map((item) => whyNot(backlog, item)).find(Boolean);
  if (refusal) return usage(refusal);
  if (sources.includes(target)) return usage(`${target.id} cannot be merged into itself`);
  const kept = changeItem(
    backlog.settings,
    target,
    editTarget(target, sources),
    addCriteria(bodyOf(target.document), newCriteria(target, sources), backlog.settings.language),
  );
  if (!kept.ok) return kept;
  const reason = `merged into ${target.id}`;
  const dropped = changeEach(sources, (source) =>
    changeStatus(backlog, source, { verb: 'drop', on, reason, tick: false }),
  );
  if (!dropped.ok) return dropped;
  const followed = redirectHolders(backlog, sources, target);
  if (!followed.ok) return followed;
  const changes = [kept.value, ...dropped.value, ...followed.value];
  const cycle = findNewCycle(backlog, changes);
  return cycle === null ? success(changes) : usage(cycle);
}

function whyNot(backlog: Backlog, item: Item): string | null {
  if (!isWorkItem(backlog.settings, item)) {
    return `${item.id} is ${withArticle(item.type)}: only work items can be merged`;
  }
  return isOpen(backlog.settings, item) ? null : `${item.id} is ${item.status} already`;
}

function redirectHolders(
  backlog: Backlog,
  sources: readonly Item[],
  target: Item,
): Result<readonly FileChange[]> {
  const holders = [...new Set(sources.flatMap((source) => listHolders(backlog, source)))].filter(
    (holder) => holder !== target && !sources.includes(holder),
  );
  return changeEach(holders, (holder) =>
    changeItem(backlog.settings, holder, redirectAll(holder, sources, target)),
  );
}

/** One edit a field, though a holder may name several of the sources. */
function redirectAll(holder: Item, sources: readonly Item[], target: Item): readonly FieldEdit[] {
  const gone = new Set(sources.map(({ id }) => id.toUpperCase()));
  const edits = sources.flatMap(({ id }) => redirectReferences(holder, id, target.id));
  const byKey = new Map(edits.map((edit) => [edit.path[0], edit]));
  return [...byKey].map(([key, { value }]) => {
    if (!Array.isArray(value)) return setField(key, value);
    const left = (value as readonly Value[]).filter((id) => !gone.has(plainText(id).toUpperCase()));
    return setField(key, left.length === 0 ? undefined : left);
  });
}

/** The target stops naming what it swallows, and takes over what its lists lack. */
function editTarget(target: Item, sources: readonly Item[]): readonly FieldEdit[] {
  const lists = {
    labels: (item: Item) => item.labels,
    goal: (item: Item) => item.goals,
    skills: (item: Item) => item.skills,
    depends: (item: Item) => item.depends,
  };
  const gone = new Set(sources.map(({ id }) => id.toUpperCase()));
  const united = Object.entries(lists).flatMap(([key, read]) => {
    const own = read(target).filter((one) => !gone.has(one.toUpperCase()));
    const known = new Set([...own, target.id].map((one) => one.toUpperCase()));
    const added = sources.flatMap(read).filter((one) => {
      const isNew = !known.has(one.toUpperCase()) && !gone.has(one.toUpperCase());
      known.add(one.toUpperCase());
      return isNew;
    });
    return added.length === 0 ? [] : [setField(key, [...own, ...added])];
  });
  const keys = new Set(united.map(({ path }) => path[0]));
  const released = redirectAll(target, sources, target).filter(({ path }) => !keys.has(path[0]));
  return [...united, ...released];
}

function newCriteria(target: Item, sources: readonly Item[]): readonly string[] {
  const criteriaOf = (item: Item) =>
    readCriteria(bodyOf(item.document)).items.map(({ text }) => text);
  const known = new Set(criteriaOf(target));
  return [...new Set(sources.flatMap(criteriaOf))].filter((text) => !known.has(text));
}
