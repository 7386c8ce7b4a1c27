import { findPromise } from '../../backlog/feedback.js';
import { isDay } from '../../text/date.js';
import { defineRule, levels } from '../define-rule.js';

const said = (promised: string) =>
  `---\nid: FB-1\ntype: feedback\nstatus: answered\ntitle: It is cold\ndate: 2026-10-01\npromised: ${promised}\nanswered: 2026-10-02\nitems: [TA-1]\n---\n`;
const heating = {
  'items/TA-1.md': '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Mend the heating\n---\n',
};

export const tracePromiseLate = defineRule({
  id: 'trace/promise-late',
  summary: 'A date a stakeholder was told holds: the 85 % forecast does not pass it',
  why: 'A date that slips is forgiven when it is said in time, and remembered when it is not.',
  levels: levels('warn', 'warn', 'off'),
  good: [{ text: said('2026-12-20'), path: 'feedback/FB-1.md', others: heating }],
  bad: [{ text: said('2026-11-20'), path: 'feedback/FB-1.md', others: heating }],
  check({ item, backlog, today, forecastOf }) {
    if (item?.type !== 'feedback' || backlog === null || today === null) return [];
    const promise = findPromise(backlog, item);
    if (promise === null || !isDay(promise.day)) return [];
    const { day: promised, items: open } = promise;
    const at = { field: ['promised'] };
    const tell = `storymark answer ${item.id} --save tells a new one`;
    if (promised < today) {
      const what = open.map(({ id }) => id).join(', ');
      return [{ message: `told for ${promised}, but ${what} is still open: ${tell}`, at }];
    }
    const late = open.flatMap((one) => {
      const forecast = forecastOf?.(one, promised) ?? null;
      return forecast === null ? [] : [{ id: one.id, sure: forecast.sure ?? 'out of reach' }];
    });
    const [last] = late.toSorted((a, b) => (a.sure < b.sure ? 1 : -1));
    if (!last) return [];
    const message = `told for ${promised}, but 85 % sure is ${last.sure} (${last.id}): ${tell}`;
    return [{ message, at }];
  },
});
