import { listAskedFor } from '../../backlog/feedback.js';
import { categoryOf, isOpen } from '../../backlog/workflow.js';
import { textOf } from '../../item/item.js';
import { daysBetween, isDay } from '../../text/date.js';
import { defineRule, levels, type Report } from '../define-rule.js';

const said = (fields: string) =>
  `---\nid: FB-1\ntype: feedback\ntitle: It is cold\n${fields}---\n\n> It is cold in there.\n`;
const heating = {
  'items/TA-1.md':
    '---\nid: TA-1\ntype: task\nstatus: done\ntitle: Mend the heating\nstarted: 2026-11-18\ndone: 2026-11-20\n---\n',
};

export const traceUnanswered = defineRule({
  id: 'trace/unanswered',
  summary: 'Feedback gets an answer within two weeks, and another when the request is done',
  why: 'People who get no answer stop giving feedback.',
  levels: levels('warn', 'warn', 'off'),
  defaults: { days: 14 },
  options: (z) => z.strictObject({ days: z.int().min(0) }),
  good: [
    { text: said('status: new\ndate: 2026-11-20\n'), path: 'feedback/FB-1.md' },
    {
      text: said('status: answered\ndate: 2026-09-01\nanswered: 2026-11-21\nitems: [TA-1]\n'),
      path: 'feedback/FB-1.md',
      others: heating,
    },
  ],
  bad: [
    { text: said('status: new\ndate: 2026-11-01\n'), path: 'feedback/FB-1.md' },
    {
      text: said('status: declined\ndate: 2026-11-01\nreason: too dear\n'),
      path: 'feedback/FB-1.md',
    },
    {
      text: said('status: answered\ndate: 2026-09-01\nanswered: 2026-09-08\nitems: [TA-1]\n'),
      path: 'feedback/FB-1.md',
      others: heating,
    },
  ],
  check({ item, backlog, today }, { days }) {
    if (item?.type !== 'feedback' || backlog === null || today === null) return [];
    const { settings } = backlog;
    const answered = textOf(item, 'answered');
    const asked = listAskedFor(backlog, item);
    if (answered !== null) {
      const isClosed = asked.every((one) => !isOpen(settings, one));
      const since = asked.find(({ done }) => done !== null && done > answered);
      return isClosed && since
        ? [report(`${since.id} was finished after the answer of ${answered}`, item.id)]
        : [];
    }
    // Answered in the days before the day was kept.
    if (categoryOf(settings, item) === 'done') return [];
    const on = textOf(item, 'date') ?? item.created;
    if (on === null || !isDay(on) || daysBetween(on, today) <= days) return [];
    return [
      report(`received on ${on}, ${daysBetween(on, today)} days ago, and not answered`, item.id),
    ];
  },
});

function report(what: string, id: string): Report {
  return { message: `${what}: run storymark answer ${id}`, at: { field: ['status'] } };
}
