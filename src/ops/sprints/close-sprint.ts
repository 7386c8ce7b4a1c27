import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { refuseTwins } from '../../backlog/lookup.js';
import { measureSize } from '../../backlog/progress.js';
import { carriedReason } from '../../backlog/sprint-outcome.js';
import { type WayOfWorking, wayOf } from '../../backlog/way-of-working.js';
import { categoryOf, isOpen } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { findSection } from '../../item/sections.js';
import type { Template } from '../../item/template.js';
import { sectionTitle } from '../../language/section-titles.js';
import type { Words } from '../../language/words.js';
import { closeSprint } from '../../plan/sprint-record.js';
import type { CountedItem, SprintRecord } from '../../plan/velocity.js';
import type { Clock } from '../../text/clock.js';
import type { Day } from '../../text/date.js';
import { failure, type Result, success, usage } from '../../text/problem.js';
import { changeEach, changeItem, setField } from '../items/change-item.js';
import { changeSprint } from '../items/place.js';
import { type AdoptedAction, adoptActions, retroLabel } from './retro-actions.js';
import { listSprints, type Sprint, sprintItems, sprintMembers, writeRecords } from './sprints.js';

export interface SprintClosing {
  /** Where unfinished items go; null: out of any sprint. */
  readonly next: string | null;
  readonly on: Day;
  /** What items made of retrospective actions start from. */
  readonly template: Template;
  /** What is written into the sprint and into those items. */
  readonly words: Words;
}

export interface ClosedSprint {
  readonly record: SprintRecord;
  /** Done after the sprint's last day and before its close: counted, and said. */
  readonly late: readonly CountedItem[];
  /** Retrospective actions that became items. */
  readonly adopted: readonly AdoptedAction[];
  /** Actions of earlier retrospectives that nobody has finished. */
  readonly openActions: readonly Item[];
  readonly changes: ChangeSet;
}

/**
 * Freezes what was committed, added, removed, done and carried; moves on what is not done; makes
 * items of the actions that its retrospective, and those of sprints closed before, agreed on.
 */
export function endSprint(
  backlog: Backlog,
  sprint: Sprint,
  { next, on, template, words }: SprintClosing,
  clock: Clock,
): Result<ClosedSprint> {
  if (sprint.category === 'done') return usage(`${sprint.id} is closed already`);
  if (sprint.category !== 'doing') return usage(`${sprint.id} was never started`);
  const refused = refuseTwins(backlog, sprintMembers(backlog, sprint));
  if (refused.length > 0) return failure(...refused);
  const record = closeSprint({
    sprint: { id: sprint.id, started: sprint.started ?? on, committed: sprint.record.committed },
    items: sprintItems(backlog),
  });
  const late = listLate(backlog, sprint, record);
  const sources = listSprints(backlog).filter(
    (one) => one.category === 'done' || one.id === sprint.id,
  );
  const adopted = adoptActions(backlog, sources, { template, words }, clock);
  if (!adopted.ok) return adopted;
  const { bodies } = adopted.value;
  const closed = changeItem(
    backlog.settings,
    sprint.item,
    [
      setField('status', 'closed'),
      setField('added', writeRecords(record.added)),
      setField('removed', writeRecords(record.removed)),
      setField('done', writeRecords(record.done)),
      setField('carried', writeRecords(record.carried)),
    ],
    openRetrospective(
      writeReview(bodies.get(sprint.id) ?? bodyOf(sprint.item.document), record, {
        late,
        on,
        words,
        unit: wayOf(backlog).unit,
      }),
      words.tag,
    ),
  );
  if (!closed.ok) return closed;
  const earlier = changeEach(
    sources.filter(({ id }) => id !== sprint.id && bodies.has(id)).map(({ item }) => item),
    (item) => changeItem(backlog.settings, item, [], bodies.get(item.id)),
  );
  if (!earlier.ok) return earlier;
  const moved = changeEach(listLeaving(backlog, sprint), (item) => {
    const isDropped = categoryOf(backlog.settings, item) === 'dropped';
    const edits = isDropped
      ? changeSprint(backlog, item, null, on, 'dropped')
      : changeSprint(backlog, item, next, on, carriedReason);
    return changeItem(backlog.settings, item, edits);
  });
  if (!moved.ok) return moved;
  return success({
    record,
    late,
    adopted: adopted.value.adopted,
    openActions: backlog.work.filter(
      (item) => item.labels.includes(retroLabel) && isOpen(backlog.settings, item),
    ),
    changes: [closed.value, ...earlier.value, ...moved.value, ...adopted.value.changes],
  });
}

/** Items in a sprint that are still to be done. */
export function listUnfinished(backlog: Backlog, sprint: Sprint): readonly Item[] {
  return listLeaving(backlog, sprint).filter((item) => isOpen(backlog.settings, item));
}

// What is not done does not stay in a closed sprint.
function listLeaving(backlog: Backlog, sprint: Sprint): readonly Item[] {
  return backlog.work.filter(
    (item) => item.sprint === sprint.id && categoryOf(backlog.settings, item) !== 'done',
  );
}

function listLate(
  backlog: Backlog,
  { end }: Sprint,
  { done }: SprintRecord,
): readonly CountedItem[] {
  const days = new Map(backlog.work.map((item) => [item.id, item.done]));
  return done.filter(({ id }) => {
    const day = days.get(id) ?? null;
    return end !== null && day !== null && day > end;
  });
}

interface ClosingNote {
  /** What the team counts. */
  readonly unit: WayOfWorking['unit'];
  readonly late: readonly CountedItem[];
  readonly on: Day;
  readonly words: Words;
}

/** The numbers of the review, right under its heading, or under one made at the end. */
function writeReview(
  body: string,
  record: SprintRecord,
  { late, on, words, unit }: ClosingNote,
): string {
  const spell = (items: readonly CountedItem[]) =>
    words.say(unit, { count: measureSize(items, unit) });
  const { committed, added, removed, done, carried } = record;
  const end = lineEndOf(body);
  const line = words.paragraph([
    words.say('closedLine', {
      day: words.day(on),
      done: spell(done),
      committed: spell(committed),
      added: spell(added),
      removed: spell(removed),
      carried: spell(carried),
    }),
    ...(late.length === 0 ? [] : [words.say('closedLate', { size: spell(late) })]),
  ]);
  const title = sectionTitle('review', words.tag);
  const review = findSection(body, title);
  if (!review) return `${body.trimEnd()}${end}${end}## ${title}${end}${end}${line}${end}`;
  const at = review.heading.span[1];
  return `${body.slice(0, at)}${end}${end}${line}${body.slice(at)}`;
}

/** A closed sprint has a place to write down what was learnt. */
function openRetrospective(body: string, language: string): string {
  const title = sectionTitle('retrospective', language);
  if (findSection(body, title)) return body;
  const end = lineEndOf(body);
  return `${body.trimEnd()}${end}${end}## ${title}${end}`;
}

function lineEndOf(body: string): string {
  return body.includes('\r\n') ? '\r\n' : '\n';
}
