import { findDisagreements } from '../../backlog/sprint-outcome.js';
import { categoryOf } from '../../backlog/workflow.js';
import { findRecordFaults } from '../../item/sprint-record.js';
import { defineRule, levels } from '../define-rule.js';

const sprint = (done: string, carried: string) =>
  `---\nid: 2026-S24\ntype: sprint\nstatus: closed\ntitle: Notes\ncommitted:\n  - { id: TA-1, points: 3 }\n  - { id: TA-2, points: 2 }\ndone: [${done}]\ncarried: [${carried}]\n---\n`;
const path = 'sprints/2026-S24.md';
const [first, second] = ['{ id: TA-1, points: 3 }', '{ id: TA-2, points: 2 }'];
const carriedDone =
  '---\nid: TA-2\ntype: task\nstatus: done\ndone: 2026-12-01\ntitle: Paint\nsprints: [2026-12-04 -2026-S24 2 carried]\n---\n';

export const sprintRecord = defineRule({
  id: 'sprint/record',
  summary: "A sprint's record counts each item once and agrees with the items",
  why: 'When two branches start or close one sprint, a merge can combine both records, and velocity is wrong.',
  levels: levels('error', 'error', 'off'),
  good: [{ text: sprint(first, second), path }],
  bad: [
    { text: sprint(`${first}, ${second}`, second), path },
    { text: sprint(first, ''), path },
    { text: sprint('{ id: TA-1, points: 5 }', second), path },
    { text: sprint(first, second), path, others: { 'items/TA-2.md': carriedDone } },
  ],
  check({ backlog, item }) {
    if (!backlog || item?.type !== 'sprint') return [];
    const isClosed = categoryOf(backlog.settings, item) === 'done';
    const faults = findRecordFaults(item.document.fields, isClosed);
    const against = isClosed ? findDisagreements(backlog, item) : [];
    return [...faults, ...against].map(({ key, message }) => ({
      message: `${message}: run storymark doctor to recount the items`,
      at: { field: [key] },
    }));
  },
});
