import { categoryOf } from '../../backlog/workflow.js';
import { isDay } from '../../text/date.js';
import { compareText } from '../../text/words.js';
import { defineSetRule, levels, type SetReport, type Subject } from '../define-rule.js';

const sprint = (id: string, start: string, end: string, status = 'planned') =>
  `---\nid: ${id}\ntype: sprint\nstatus: ${status}\ntitle: Notes\nstart: ${start}\nend: ${end}\n---\n`;

export const sprintOverlap = defineSetRule({
  id: 'sprint/overlap',
  summary: 'Sprints do not overlap, and one runs at a time',
  why: 'Two branches can each create the next sprint; a day in both counts twice in velocity.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: sprint('2026-S25', '2026-12-07', '2026-12-20'),
      path: 'sprints/2026-S25.md',
      others: { 'sprints/2026-S24.md': sprint('2026-S24', '2026-11-23', '2026-12-06', 'active') },
    },
  ],
  bad: [
    {
      text: sprint('2026-S25', '2026-12-01', '2026-12-14'),
      path: 'sprints/2026-S25.md',
      others: { 'sprints/2026-S24.md': sprint('2026-S24', '2026-11-23', '2026-12-06') },
    },
    {
      text: sprint('2026-S25', '2026-12-07', '2026-12-20', 'active'),
      path: 'sprints/2026-S25.md',
      others: { 'sprints/2026-S24.md': sprint('2026-S24', '2026-11-23', '2026-12-06', 'active') },
    },
  ],
  check(subjects) {
    const sprints = subjects
      .filter(({ item }) => item?.type === 'sprint')
      .map((subject) => ({ subject, ...datesOf(subject), isRunning: isRunning(subject) }))
      .sort((a, b) => compareText(a.start, b.start));
    const running = sprints.filter((one) => one.isRunning);
    return [
      ...pairUp(running).map((pair) => tell(pair, 'status', 'runs at the same time as')),
      ...pairUp(sprints.filter(({ start, end }) => start !== '' && start <= end))
        .filter(([before, after]) => after.start <= before.end)
        .map((pair) => tell(pair, 'start', 'overlaps')),
    ];
  },
});

function datesOf({ item }: Subject): { readonly start: string; readonly end: string } {
  const [start, end] = ['start', 'end'].map((key) => item?.document.field(key));
  const isDated = [start, end].every((day) => typeof day === 'string' && isDay(day));
  return isDated ? { start: String(start), end: String(end) } : { start: '', end: '' };
}

function isRunning({ backlog, item }: Subject): boolean {
  return backlog !== null && item !== null && categoryOf(backlog.settings, item) === 'doing';
}

function pairUp<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((after, index) => [list[index] as T, after]);
}

type Placed = { readonly subject: Subject };

/** Told at the later one, or at the earlier where only that is asked for. */
function tell([before, after]: readonly [Placed, Placed], field: string, what: string): SetReport {
  const about = ({ subject }: Placed, { subject: other }: Placed) => ({
    subject,
    message: `${subject.item?.id} ${what} ${other.item?.id}`,
    at: { field: [field] },
  });
  return [about(after, before), about(before, after)];
}
