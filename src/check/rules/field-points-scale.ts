import { plural } from '../../text/amount.js';
import { defineRule, levels } from '../define-rule.js';
import { isOpenWork } from '../lifecycle.js';

const task = (points: number) =>
  `---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\npoints: ${points}\n---\n`;

export const fieldPointsScale = defineRule({
  id: 'field/points-scale',
  summary: 'Points of open work are on the scale in backlog.yaml; epics may have sums',
  why: 'Estimates are comparable only on one scale; a value off it is a typo, or the scale lacks a step.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [
    { text: task(5) },
    { text: task(4), settings: { points: [1, 2, 4, 8] } },
    { text: '---\nid: EP-1\ntype: epic\nstatus: draft\ntitle: Paint\npoints: 34\n---\n' },
  ],
  bad: [{ text: task(4) }, { text: task(8), settings: { points: [0.5, 1, 2] } }],
  check(subject) {
    const { item, backlog } = subject;
    if (!item || !backlog || item.type === 'epic' || !isOpenWork(subject)) return [];
    const { points: scale } = backlog.settings;
    if (item.points === null || item.points === 0 || scale.includes(item.points)) return [];
    const count = `${item.points} ${plural(item.points, 'point is', 'points are')}`;
    const message = `${count} not on the scale ${scale.join(', ')} (points: in backlog.yaml)`;
    return [{ message, at: { field: ['points'] } }];
  },
});
