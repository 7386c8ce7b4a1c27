import { categoryOf, isReady, isWorkItem } from '../../backlog/workflow.js';
import { readCriteria } from '../../item/criteria.js';
import { defineRule, levels } from '../define-rule.js';

/** Types whose result is tested against criteria; an epic's are its parts', a spike answers. */
const exempt: ReadonlySet<string> = new Set(['epic', 'spike']);

export const readyCriteria = defineRule({
  id: 'ready/criteria',
  summary: 'An item that is ready or being done has acceptance criteria',
  why: 'Without them nobody can say when it is done, and the estimate is of something else.',
  levels: levels('warn', 'error', 'off'),
  good: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: x\n---\n\nAs a guest, I want to leave a note.\n\n## Acceptance criteria\n\n- [ ] The host sees the note\n',
    },
    { text: '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: x\n---\n' },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: x\n---\n\nAs a guest, I want to leave a note.\n',
    },
  ],
  check({ item, backlog, text, bodyStart }) {
    if (!item || !backlog || !isWorkItem(backlog.settings, item) || exempt.has(item.type))
      return [];
    const { settings } = backlog;
    const isBegun = isReady(settings, item) || categoryOf(settings, item) === 'doing';
    if (!isBegun || readCriteria(text.slice(bodyStart)).items.length > 0) return [];
    return [
      {
        message: `status is ${item.status}, but there are no acceptance criteria`,
        at: { field: ['status'] },
      },
    ];
  },
});
