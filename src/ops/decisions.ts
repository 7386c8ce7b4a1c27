import { type Backlog, itemsOfType } from '../backlog/backlog.js';
import { findPromise } from '../backlog/feedback.js';
import { openBlockers } from '../backlog/graph.js';
import { categoryOf, isReady } from '../backlog/workflow.js';
import { readCriteria } from '../item/criteria.js';
import { bodyOf } from '../item/document.js';
import { type Item, readText } from '../item/item.js';
import { countDays } from '../plan/cycle-time.js';
import { type Day, isDay } from '../text/date.js';
import { listInbox, speakerOf } from './feedback.js';
import { forecastDue } from './forecast-due.js';
import { createForecaster } from './forecast-item.js';
import { lookAhead, usualOutlook } from './forecast-outlook.js';
import { measureBacklog } from './measures.js';
import { listOpen } from './open-place.js';
import { listQuestions } from './questions.js';
import { listSprints, recentVelocity } from './sprints.js';

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
    ...decideUnready(backlog),
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
    const why = 'is planned, and none runs';
    return [{ kind: 'sprint', id, title, why, command: `storymark sprint start ${id}` }];
  }
  const isWork = backlog.work.some((item) => isReady(backlog.settings, item));
  if (!isWork) return [];
  const why = 'no sprint runs or is planned';
  return [
    { kind: 'sprint', id: '', title: 'The next sprint', why, command: 'storymark sprint plan' },
  ];
}

function decideDates(backlog: Backlog, today: Day): readonly Decision[] {
  const promised = itemsOfType(backlog, 'feedback').flatMap((feedback) => {
    const promise = findPromise(backlog, feedback);
    return promise === null ? [] : [{ feedback, promise }];
  });
  const isDated = backlog.work.some(({ due }) => due !== null);
  // Imagining the future costs: only where somebody was told a day.
  const late = isDated
    ? forecastDue(backlog, lookAhead(backlog, { ...usualOutlook, today })).filter((one) => one.late)
    : [];
  const forecaster = promised.length > 0 ? createForecaster(backlog, today) : null;
  return [
    ...late.map(({ id, title, due, date }): Decision => {
      const why = `due ${due}, ${date === null ? 'no day in sight' : `likely ${date}`}`;
      return { kind: 'date', id, title, why, command: `storymark why ${id}` };
    }),
    ...promised.flatMap(({ feedback, promise }) => {
      const day = lastDay(promise.items, forecaster);
      if (day === null || day <= promise.day) return [];
      const { id, title } = feedback;
      const why = `${speakerOf(backlog, feedback) ?? 'they'} were told ${promise.day}, likely ${day}`;
      return [{ kind: 'date' as const, id, title, why, command: `storymark answer ${id} --save` }];
    }),
  ];
}

function lastDay(
  items: readonly Item[],
  forecaster: ReturnType<typeof createForecaster> | null,
): Day | null {
  return items
    .map((item) => forecaster?.(item)?.sure ?? null)
    .reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

function decideInbox(backlog: Backlog, today: Day): readonly Decision[] {
  return listInbox(backlog).map((feedback): Decision => {
    const { id, title, created } = feedback;
    const day = readText(feedback.document.fields['date']) ?? created;
    const from = speakerOf(backlog, feedback);
    const said = day === null || !isDay(day) ? 'said' : `said ${sayDaysAgo(day, today)}`;
    const why = `${said}${from === null ? '' : ` by ${from}`}, undecided`;
    return { kind: 'inbox', id, title, why, command: `storymark triage ${id}` };
  });
}

/** As many as two sprints take in: what is further down has time. */
const sprintsAhead = 2;
const usualVelocity = 20;

function decideUnready(backlog: Backlog): readonly Decision[] {
  let room = sprintsAhead * (recentVelocity(backlog) ?? usualVelocity);
  const near = listOpen(backlog).filter((item) => {
    if (item.type === 'epic' || item.sprint !== null) return false;
    const isNear = room > 0;
    room -= item.points ?? 1;
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

function listLacks({ settings }: Backlog, item: Item) {
  const { id } = item;
  const [ready = 'ready'] = settings.ready;
  const lacks = [
    {
      what: 'no points',
      is: item.points === null && item.type !== 'spike',
      command: `storymark set ${id} points=…`,
    },
    {
      what: 'no acceptance criteria',
      is: item.type === 'story' && readCriteria(bodyOf(item.document)).items.length === 0,
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
        ...(one?.old ? [`in progress for ${one.age} days, longer than usual`] : []),
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
    why: to === null ? 'nobody is asked' : `${to} is asked`,
    command: `storymark ask ${id} "…" --answer ${number}`,
  }));
}

function sayDaysAgo(day: Day, today: Day): string {
  const days = countDays(day, today) - 1;
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}
