import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { refuseTwins } from '../../backlog/lookup.js';
import { categoryOf, isWorkItem } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { listCommitment } from '../../plan/sprint-record.js';
import type { CountedItem } from '../../plan/velocity.js';
import { withArticle } from '../../text/article.js';
import { addDays, type Day } from '../../text/date.js';
import { failure, type Result, success, usage } from '../../text/problem.js';
import { evaluateText } from '../items/assignment.js';
import { changeEach, changeItem, setField } from '../items/change-item.js';
import { addNote } from '../items/change-status.js';
import type { Warning } from '../items/change-warnings.js';
import { changeSprint } from '../items/place.js';
import { listSprints, type Sprint, sprintItems, sprintMembers, writeRecords } from './sprints.js';

/** What is in the sprint now becomes its commitment, with the points of now. */
export function startSprint(
  backlog: Backlog,
  sprint: Sprint,
  today: Day,
  reason: string | null = null,
): Result<{ readonly committed: readonly CountedItem[]; readonly changes: ChangeSet }> {
  if (sprint.category === 'doing') return usage(`${sprint.id} is running already`);
  if (sprint.category !== 'todo') return usage(`${sprint.id} is closed`);
  const running = listSprints(backlog).find(({ category }) => category === 'doing');
  if (running) return usage(`${running.id} is still running: close it first`);
  const committed = listCommitment(sprint.id, sprintItems(backlog));
  if (committed.length === 0) {
    return usage(`${sprint.id} is empty: run storymark sprint plan --apply or sprint add first`);
  }
  const refused = refuseTwins(backlog, sprintMembers(backlog, sprint));
  if (refused.length > 0) return failure(...refused);
  const why = reason === null ? null : evaluateText('the reason', reason);
  if (why?.ok === false) return why;
  const body = bodyOf(sprint.item.document);
  const change = changeItem(
    backlog.settings,
    sprint.item,
    [
      setField('status', 'active'),
      ...(today === sprint.start ? [] : [setField('started', today)]),
      setField('committed', writeRecords(committed)),
    ],
    reason === null ? body : addNote(body, `Started on ${today}: ${reason}`),
  );
  return change.ok ? success({ committed, changes: [change.value] }) : change;
}

/** Starting a few days early is usual; more than a week is a slip, or the wrong sprint. */
export function warnAboutStart({ id, start, end }: Sprint, today: Day): readonly Warning[] {
  const message =
    start !== null && start > addDays(today, mostDaysEarly)
      ? `it starts on ${start}, and today is ${today}`
      : end !== null && today > end
        ? `it ended on ${end}, and today is ${today}`
        : null;
  return message === null ? [] : [{ id, rule: null, message }];
}

const mostDaysEarly = 7;

/** Takes items into a sprint that is not closed, or out of theirs (null). */
export function moveToSprint(
  backlog: Backlog,
  items: readonly Item[],
  sprint: Sprint | null,
  on: Day,
  reason: string,
): Result<ChangeSet> {
  if (sprint?.category === 'done') return usage(`${sprint.id} is closed`);
  const why = evaluateText('--reason', reason);
  if (!why.ok) return why;
  const odd = items.find((item) => !isWorkItem(backlog.settings, item) || item.type === 'epic');
  if (odd) {
    const what = withArticle(odd.type);
    return usage(`${odd.id} is ${what}: a sprint takes stories, tasks, bugs and spikes`);
  }
  const dropped = items.find((item) => sprint && categoryOf(backlog.settings, item) === 'dropped');
  if (dropped) {
    return usage(`${dropped.id} is ${dropped.status}: run storymark reopen ${dropped.id} first`);
  }
  const homeless = items.find((item) => sprint === null && item.sprint === null);
  if (homeless) return usage(`${homeless.id} is not in a sprint`);
  const closed = new Set(
    listSprints(backlog)
      .filter(({ category }) => category === 'done')
      .map(({ id }) => id),
  );
  const frozen = items.find(
    (item) =>
      item.sprint !== null &&
      closed.has(item.sprint) &&
      // Reopened, it is free again; the sprint's own record stays.
      categoryOf(backlog.settings, item) === 'done',
  );
  if (frozen) return usage(`${frozen.id} was done in ${frozen.sprint}, which is closed`);
  return changeEach(items, (item) =>
    changeItem(backlog.settings, item, changeSprint(backlog, item, sprint?.id ?? null, on, reason)),
  );
}
