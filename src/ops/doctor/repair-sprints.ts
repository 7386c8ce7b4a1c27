import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import { findDisagreements, outcomeOf } from '../../backlog/sprint-outcome.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { sameId } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import { parseSprintEvent } from '../../item/sprint-event.js';
import {
  type CountedItem,
  findRecordFaults,
  type RecordKey,
  readRecords,
  recordKeys,
} from '../../item/sprint-record.js';
import { isEqualValue } from '../../item/value.js';
import { type Result, success } from '../../text/problem.js';
import { setField } from '../items/change-item.js';
import { writeRecords } from '../sprints/sprints.js';
import type { DoctorFinding } from './finding.js';
import type { Repaired } from './repair-duplicates.js';
import { applyRepairs, type Repair, type WorkingCopy } from './working-copy.js';

/**
 * Counts again, from the items' own state and events, what contradicts itself in a sprint's record:
 * two branches that closed one sprint counted apart. What the items do not tell is left.
 */
export function repairSprints(copy: WorkingCopy): Result<Repaired> {
  const repairs = new Map<string, Repair>();
  const findings: DoctorFinding[] = [];
  for (const sprint of itemsOfType(copy.backlog, 'sprint')) {
    const { fields, path } = sprint.document;
    const isClosed = categoryOf(copy.backlog.settings, sprint) === 'done';
    const faults = [
      ...findRecordFaults(fields, isClosed),
      ...(isClosed ? findDisagreements(copy.backlog, sprint) : []),
    ];
    if (faults.length === 0) continue;
    const ids = new Set(faults.map(({ id }) => id.toUpperCase()));
    const counted = countAgain(copy.backlog, sprint, ids);
    const message = faults.map((fault) => fault.message).join('; ');
    const returning = (counted?.done ?? []).flatMap(({ id }) => {
      const item = ids.has(id.toUpperCase()) ? getItem(copy.backlog, id) : undefined;
      return item && item.sprint !== sprint.id ? [item] : [];
    });
    const fix = counted === null ? null : describe(counted, ids, sprint.id, returning);
    findings.push({ kind: 'sprint-record', path, message, fix });
    if (counted === null) continue;
    repairs.set(path, { edits: editRecords(sprint, counted) });
    for (const item of returning) {
      repairs.set(item.document.path, { edits: takeBack(item, sprint.id) });
    }
  }
  const repaired = applyRepairs(copy, repairs);
  return repaired.ok ? success({ copy: repaired.value, findings }) : repaired;
}

type Counted = Readonly<Record<RecordKey, readonly CountedItem[]>>;

/** The record with the items in doubt counted again, or null where one cannot be. */
function countAgain(backlog: Backlog, sprint: Item, doubtful: ReadonlySet<string>): Counted | null {
  const read = (key: RecordKey) => readRecords(sprint.document.field(key));
  const committed = uniteEqual(read('committed'));
  const added = uniteEqual(read('added'));
  if (committed === null || added === null) return null;
  const later = added.filter((one) => !hasId(committed, one.id));
  const came = [...committed, ...later];
  const exits = { removed: read('removed'), done: read('done'), carried: read('carried') };
  const isKnown = Object.values(exits).every((list) => list.every(({ id }) => hasId(came, id)));
  if (!isKnown) return null;
  const counted = { removed: [], done: [], carried: [] } as Record<
    keyof typeof exits,
    CountedItem[]
  >;
  const isClosed = categoryOf(backlog.settings, sprint) === 'done';
  for (const one of isClosed ? came : []) {
    const said = (['removed', 'done', 'carried'] as const).filter((key) =>
      hasId(exits[key], one.id),
    );
    const item = getItem(backlog, one.id);
    const outcome =
      doubtful.has(one.id.toUpperCase()) || said.length !== 1
        ? item && outcomeFor(backlog, item, sprint.id)
        : said[0];
    if (!outcome) return null;
    counted[outcome].push(one);
  }
  return { committed, added: later, ...(isClosed ? counted : exits) };
}

/** Null also where two items have the id, and where a sprint that was started counts the item as its own by now. */
function outcomeFor(backlog: Backlog, item: Item, sprint: string) {
  if (backlog.withId(item.id).length > 1) return null;
  const outcome = outcomeOf(backlog.settings, item, sprint);
  const now = item.sprint === null ? undefined : getItem(backlog, item.sprint);
  const isElsewhere =
    now !== undefined && now.id !== sprint && categoryOf(backlog.settings, now) !== 'todo';
  return outcome === 'done' && isElsewhere ? null : outcome;
}

/** Each item once; null where it stands there with two numbers of points. */
function uniteEqual(list: readonly CountedItem[]): readonly CountedItem[] | null {
  const united: CountedItem[] = [];
  for (const one of list) {
    const known = united.find(({ id }) => sameId(id, one.id));
    if (known && known.points !== one.points) return null;
    if (!known) united.push(one);
  }
  return united;
}

function hasId(list: readonly CountedItem[], id: string): boolean {
  return list.some((one) => sameId(one.id, id));
}

function editRecords({ document }: Item, counted: Counted): readonly FieldEdit[] {
  return recordKeys.flatMap((key) => {
    const value = writeRecords(counted[key]);
    const isThere = document.field(key) !== undefined || counted[key].length > 0;
    return isThere && !isEqualValue(document.field(key), value) ? [setField(key, value)] : [];
  });
}

/** Done in this sprint, so never carried over: its events of that go, and it is in here again. */
function takeBack(item: Item, sprint: string): readonly FieldEdit[] {
  const events = item.sprints.map((text) => ({ text, event: parseSprintEvent(text) }));
  const left = events.findLastIndex(({ event }) => event?.sign === '-' && event.sprint === sprint);
  const kept = left === -1 ? events : events.slice(0, left);
  return [
    setField('sprint', sprint),
    setField(
      'sprints',
      kept.map(({ text }) => text),
    ),
  ];
}

function describe(
  counted: Counted,
  doubtful: ReadonlySet<string>,
  sprint: string,
  returning: readonly Item[],
): string {
  const parts = recordKeys.flatMap((key) => {
    const ids = counted[key].map(({ id }) => id).filter((id) => doubtful.has(id.toUpperCase()));
    return ids.length === 0 ? [] : [`${key} ${ids.join(', ')}`];
  });
  const back = returning.map(({ id }) => `; ${id} is in ${sprint} again`).join('');
  return `is recounted from the items' events: ${parts.join('; ')}${back}`;
}
