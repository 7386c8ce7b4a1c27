import { readWay } from '../../backlog/way-of-working.js';
import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

/** An epic is the sum of its parts, and a spike has its timebox. */
const exempt: ReadonlySet<string> = new Set(['epic', 'spike']);

export const readyEstimate = defineRule({
  id: 'ready/estimate',
  summary: 'An item that is ready or in progress has points, unless the team counts items (way:)',
  why: 'Plans and forecasts count points; an item without an estimate distorts them.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  good: [
    { text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\n---\n' },
    {
      text: '---\nid: TA-1\ntype: task\nstatus: ready\ntitle: Paint\npoints: 2\n---\n\n## Acceptance criteria\n\n- [ ] The door is blue\n',
    },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\nstatus: ready\ntitle: Paint\n---\n\n## Acceptance criteria\n\n- [ ] The door is blue\n',
    },
  ],
  check(subject) {
    const { item, backlog } = subject;
    if (backlog !== null && readWay(backlog.settings).unit === 'items') return [];
    if (item === null || exempt.has(item.type) || !isReadyOrStarted(subject)) return [];
    // A value that is no number is what field/type speaks of.
    if ((item.document.field('points') ?? null) !== null) return [];
    const message = `status is ${item.status}, but there are no points`;
    return [{ message, at: { field: ['status'] } }];
  },
});
