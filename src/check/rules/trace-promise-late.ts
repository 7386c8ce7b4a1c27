import { defineRule, levels } from '../define-rule.js';
import { findLatePromise } from '../late-promise.js';

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
    const late = findLatePromise(backlog, item, { today, forecastOf });
    if (late === null) return [];
    const { told, day, enough, open } = late;
    const tell = `storymark answer ${item.id} --save tells a new one`;
    const at = { field: ['promised'] };
    if (told < today) {
      const what = open.map(({ id }) => id).join(', ');
      return [
        {
          message: `told for ${told}, but ${what} ${open.length === 1 ? 'is' : 'are'} still open: ${tell}`,
          at,
        },
      ];
    }
    const likely = enough ? '85 % sure is' : 'at the pace so far it is';
    const when = day === null ? 'no day is in sight' : `${likely} ${day}`;
    const ids = open.map(({ id }) => id).join(', ');
    return [{ message: `told for ${told}, but ${when} (${ids}): ${tell}`, at }];
  },
});
