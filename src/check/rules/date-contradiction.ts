import { type Item, textOf } from '../../item/item.js';
import { isDay } from '../../text/date.js';
import { defineRule, levels, type Report, type Subject } from '../define-rule.js';
import { workCategory } from '../lifecycle.js';

/** Days in the order in which they come in an item's life. */
const sequences = [
  ['created', 'started', 'was started before it was created'],
  ['created', 'done', 'was done before it was created'],
  ['started', 'done', 'was done before it was started'],
] as const;

export const dateContradiction = defineRule({
  id: 'date/contradiction',
  summary: 'Dates are in order, match the status and are not in the future',
  why: 'Velocity, lead times and forecasts are computed from them.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  defaults: { created: true },
  options: (z) => z.strictObject({ created: z.boolean() }),
  good: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint\ncreated: 2026-10-01\nstarted: 2026-11-02\ndone: 2026-11-03\n---\n',
    },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Paint\nstarted: 2026-11-04\ndone: 2026-11-03\n---\n',
    },
    { text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\ndone: 2026-11-03\n---\n' },
    { text: '---\nid: TA-1\ntype: task\nstatus: dropped\ntitle: Paint\ndone: 2026-11-03\n---\n' },
    {
      text: '---\nid: TA-1\ntype: task\nstatus: dropped\ntitle: Paint\nstarted: 2027-11-03\n---\n',
    },
    {
      text: '---\nid: 2026-S24\ntype: sprint\nstatus: planned\ntitle: Paint\nstart: 2026-11-16\nend: 2026-11-06\n---\n',
      path: 'sprints/2026-S24.md',
    },
  ],
  check(subject, { created }) {
    const { item } = subject;
    if (item === null) return [];
    if (item.type === 'sprint') return checkSprint(item);
    if (workCategory(subject) === null) return [];
    return [
      ...checkSequence(item, created),
      ...checkStatus(item, subject),
      ...checkFuture(subject, created),
    ];
  },
});

function checkSequence(item: Item, withCreated: boolean): readonly Report[] {
  if (item.started === null && item.done === null) return [];
  return sequences.flatMap(([before, after, what]) => {
    if (before === 'created' && !withCreated) return [];
    const [first, second] = [item[before], item[after]];
    if (first === null || second === null || first <= second) return [];
    if (!isDate(first) || !isDate(second)) return [];
    const message = `${what}: ${before} ${first}, ${after} ${second}`;
    return [{ message, at: { field: [after] } }];
  });
}

function checkStatus(item: Item, subject: Subject): readonly Report[] {
  if (!isDate(item.done) || item.status === null || workCategory(subject) === 'done') return [];
  const message = `done on ${item.done}, but the status is ${item.status}`;
  return [{ message, at: { field: ['done'] } }];
}

/** Days that say when something happened. */
const pastKeys = ['created', 'started', 'done'] as const;

function checkFuture({ item, today }: Subject, withCreated: boolean): readonly Report[] {
  if (item === null || today === null) return [];
  return pastKeys.flatMap((key) => {
    const day = item[key];
    if (!isDate(day) || day <= today || (key === 'created' && !withCreated)) return [];
    return [{ message: `${key} on ${day}, which is in the future`, at: { field: [key] } }];
  });
}

function checkSprint(sprint: Item): readonly Report[] {
  const [start, end] = [textOf(sprint, 'start'), textOf(sprint, 'end')];
  if (!isDate(start) || !isDate(end) || start <= end) return [];
  const message = `the sprint ends before it starts: ${start} to ${end}`;
  return [{ message, at: { field: ['end'] } }];
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isDay(value);
}
