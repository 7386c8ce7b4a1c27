import type { Backlog } from '../../backlog/backlog.js';
import { openBlockers } from '../../backlog/graph.js';
import { wayOf } from '../../backlog/way-of-working.js';
import { categoryOf, isReady } from '../../backlog/workflow.js';
import { hasCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import { type Item, textOf } from '../../item/item.js';
import { count } from '../../text/amount.js';
import { type Day, daysBetween, isDay } from '../../text/date.js';
import { listOpen } from '../items/open-place.js';
import { listLateItems } from '../sprints/forecast-due.js';
import { measureBacklog } from '../sprints/measures.js';
import { measurePace } from '../sprints/pace.js';
import { listSprints } from '../sprints/sprints.js';
import { listInbox, speakerOf } from './feedback.js';
import { listLatePromises } from './late-promises.js';
import { listQuestions } from './questions.js';

/** What waits for the product owner, with the command that settles it. */
export interface Decision {
  readonly kind: 'sprint' | 'date' | 'inbox' | 'unready' | 'stuck' | 'question';
  readonly id: string;
  readonly title: string;
  /** Why it is here, in a few words. */
  readonly why: string;
  readonly command: string;
}

/**
 * What needs a decision today, the most pressing kind first: sprints to start or close, dates that
 * slip, feedback nobody has read, items near the top that are not ready, work that is stuck, and
 * questions still open.
 */
export function listDecisions(backlog: Backlog, today: Day): readonly Decision[] {
  return [
    ...decideSprints(backlog, today),
    ...decideDates(backlog, today),
    ...decideInbox(backlog, today),
    ...decideUnready(backlog, today),
    ...decideStuck(backlog, today),
    ...decideQuestions(backlog),
  ];
}

function decideSprints(backlog: Backlog, today: Day): readonly Decision[] {
  const sprints = listSprints(backlog);
  const running = sprints.find(({ category }) => category === 'doing');
  if (running) {
    const { id, title, end } = running;
    if (end === null || end >= today) return [];
    const why = `ended ${sayDaysAgo(end, today)}`;
    return [{ kind: 'sprint', id, title, why, command: `storymark sprint close ${id}` }];
  }
  const next = sprints.find(({ category }) => category === 'todo');
  if (next) {
    const { id, title } = next;
    const why = 'is planned; no sprint is running';
    return [{ kind: 'sprint', id, title, why, command: `storymark sprint start ${id}` }];
  }
  const isWork = backlog.work.some((item) => isReady(backlog.settings, item));
  if (!isWork || wayOf(backlog).period === 'week') return [];
  const why = 'no sprint is running or planned';
  return [
    { kind: 'sprint', id: '', title: 'The next sprint', why, command: 'storymark sprint plan' },
  ];
}

function decideDates(backlog: Backlog, today: Day): readonly Decision[] {
  return [
    ...listLateItems(backlog, today, []).map(({ id, title, due, date }): Decision => {
      const why = `due ${due}, ${date === null ? 'no date in sight' : `likely ${date}`}`;
      return { kind: 'date', id, title, why, command: `storymark why ${id}` };
    }),
    ...listLatePromises(backlog, today).map(({ feedback, told, day }): Decision => {
      const { id, title } = feedback;
      const now = told < today ? 'and it is still open' : `likely ${day ?? 'out of reach'}`;
      const why = `${speakerOf(backlog, feedback) ?? 'they'} were promised ${told}, ${now}`;
      return { kind: 'date', id, title, why, command: `storymark answer ${id} --save` };
    }),
  ];
}

function decideInbox(backlog: Backlog, today: Day): readonly Decision[] {
  return listInbox(backlog).map((feedback): Decision => {
    const { id, title, created } = feedback;
    const day = textOf(feedback, 'date') ?? created;
    const from = speakerOf(backlog, feedback);
    const said = day === null || !isDay(day) ? 'said' : `received ${sayDaysAgo(day, today)}`;
    const why = `${said}${from === null ? '' : ` by ${from}`}, not triaged`;
    return { kind: 'inbox', id, title, why, command: `storymark triage ${id}` };
  });
}

/** As much as two sprints, or four weeks, take in: what is further down has time. */
const periodsAhead = { sprint: 2, week: 4 };
/** Without a past: about five items of four points. */
const usualRoom = { points: 40, items: 10 };

function decideUnready(backlog: Backlog, today: Day): readonly Decision[] {
  const { unit, period, mean } = measurePace(backlog, today);
  let room = mean === null ? usualRoom[unit] : periodsAhead[period] * mean;
  const near = listOpen(backlog).filter((item) => {
    if (item.type === 'epic' || item.sprint !== null) return false;
    const isNear = room > 0;
    room -= unit === 'items' ? 1 : (item.points ?? 1);
    return isNear;
  });
  return near.flatMap((item): readonly Decision[] => {
    const lacks = listLacks(backlog, item);
    const [first] = lacks;
    if (first === undefined) return [];
    const { id, title } = item;
    const why = `near the top, ${lacks.map(({ what }) => what).join(', ')}`;
    return [{ kind: 'unready', id, title, why, command: first.command }];
  });
}

function listLacks(backlog: Backlog, item: Item) {
  const { settings } = backlog;
  const { id } = item;
  const [ready = 'ready'] = settings.ready;
  const lacks = [
    {
      what: 'no points',
      is: wayOf(backlog).unit === 'points' && item.points === null && item.type !== 'spike',
      command: `storymark set ${id} points=…`,
    },
    {
      what: 'no acceptance criteria',
      is: item.type === 'story' && !hasCriteria(bodyOf(item.document)),
      command: `storymark edit ${id}`,
    },
    {
      what: `still ${item.status ?? 'without status'}`,
      is: categoryOf(settings, item) === 'todo' && !isReady(settings, item),
      command: `storymark set ${id} status=${ready}`,
    },
  ];
  return lacks.filter(({ is }) => is);
}

function decideStuck(backlog: Backlog, today: Day): readonly Decision[] {
  const { aging } = measureBacklog(backlog, { today, since: null, historyOf: () => noDates });
  const age = new Map(aging.map((one) => [one.id, one]));
  return backlog.work
    .filter((item) => item.type !== 'epic' && categoryOf(backlog.settings, item) === 'doing')
    .flatMap((item): readonly Decision[] => {
      const { id, title } = item;
      const blockers = openBlockers(backlog, item).map((blocker) => blocker.id);
      const one = age.get(id);
      const reasons = [
        ...(blockers.length > 0 ? [`waits for ${blockers.join(', ')}`] : []),
        ...(one?.old ? [`in progress for ${count(one.age ?? 0, 'day')}, longer than usual`] : []),
      ];
      if (reasons.length === 0) return [];
      return [
        { kind: 'stuck', id, title, why: reasons.join(', '), command: `storymark show ${id}` },
      ];
    });
}

const noDates = { created: null, started: null, done: null };

function decideQuestions(backlog: Backlog): readonly Decision[] {
  return listQuestions(backlog).map(({ id, number, question, to }) => ({
    kind: 'question',
    id,
    title: question,
    why: to === null ? 'no one assigned' : `for ${to}`,
    command: `storymark ask ${id} "…" --answer ${number}`,
  }));
}

function sayDaysAgo(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${count(days, 'day')} ago`;
}
