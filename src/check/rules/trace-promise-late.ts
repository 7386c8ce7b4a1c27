import { defineRule, levels } from '../define-rule.js';
import { findLatePromise } from '../late-promise.js';

const said = (promised: string) =>
  `---\nid: FB-1\ntype: feedback\nstatus: answered\ntitle: It is cold\ndate: 2026-10-01\npromised: ${promised}\nanswered: 2026-10-02\nitems: [TA-1]\n---\n`;
const heating = {
  'items/TA-1.md': '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Mend the heating\n---\n',
};

export const tracePromiseLate = defineRule({
  id: 'trace/promise-late',
  summary: 'A date promised to a stakeholder is not earlier than the 85 % forecast',
  why: 'Stakeholders accept a delay they hear about in time, and remember one they do not.',
  levels: levels('warn', 'warn', 'off'),
  good: [{ text: said('2026-12-20'), path: 'feedback/FB-1.md', others: heating }],
  bad: [{ text: said('2026-11-20'), path: 'feedback/FB-1.md', others: heating }],
  check({ item, backlog, today, forecastOf }) {
    if (item?.type !== 'feedback' || backlog === null || today === null) return [];
    const late = findLatePromise(backlog, item, { today, forecastOf });
    if (late === null) return [];
    const { told, day, enough, open } = late;
    const tell = `run storymark answer ${item.id} --save to give a new date`;
    const at = { field: ['promised'] };
    if (told < today) {
      const what = open.map(({ id }) => id).join(', ');
      return [
        {
          message: `promised for ${told}, but ${what} ${open.length === 1 ? 'is' : 'are'} still open: ${tell}`,
          at,
        },
      ];
    }
    const likely = enough ? '85 % likely is' : 'at the pace so far it is';
    const when = day === null ? 'no date can be forecast' : `${likely} ${day}`;
    const ids = open.map(({ id }) => id).join(', ');
    return [{ message: `promised for ${told}, but ${when} (${ids}): ${tell}`, at }];
  },
});
