import { getItem } from '../../backlog/backlog.js';
import { builtInKinds, isWorkKind } from '../../item/kind.js';
import { withArticle } from '../../text/article.js';
import { defineRule, levels } from '../define-rule.js';
import { workCategory } from '../lifecycle.js';

const below = (type: string, parent: string) => ({
  text: `---\nid: TA-1\ntype: ${type}\nstatus: draft\ntitle: Paint the door\nparent: TA-2\n---\n`,
  others: {
    'items/TA-2.md': `---\nid: TA-2\ntype: ${parent}\nstatus: draft\ntitle: Doors\n---\n`,
  },
});

/** What may stand below each built-in type; the team's own types may stand anywhere. */
const children: Readonly<Record<string, readonly string[]>> = {
  epic: ['epic', 'story', 'task', 'bug', 'spike'],
  story: ['task', 'bug', 'spike'],
};

const builtIn = builtInKinds.filter(isWorkKind).map(({ type }) => type);

export const refParentType = defineRule({
  id: 'ref/parent-type',
  summary: 'A parent is an epic, or a story for tasks, bugs and spikes',
  why: 'Progress, roadmap and forecasts add up children: a bug with child stories is missing from all of them.',
  levels: levels('warn', 'error', 'off'),
  good: [
    below('task', 'story'),
    below('epic', 'epic'),
    { ...below('task', 'feature'), settings: { types: { feature: { prefix: 'FE' } } } },
  ],
  bad: [below('epic', 'story'), below('task', 'bug'), below('task', 'task')],
  check(subject) {
    const { backlog, item } = subject;
    if (!backlog || !item?.parent || workCategory(subject) === null) return [];
    const parent = getItem(backlog, item.parent);
    if (!parent || !builtIn.includes(item.type) || !builtIn.includes(parent.type)) return [];
    if (children[parent.type]?.includes(item.type)) return [];
    const message = `${withArticle(item.type)} below ${parent.id}, which is ${withArticle(parent.type)}`;
    return [{ message, at: { field: ['parent'] } }];
  },
});
