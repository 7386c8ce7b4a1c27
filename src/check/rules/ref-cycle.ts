import { describeCycle } from '../../backlog/graph.js';
import { findCycles } from '../cycles.js';
import { defineSetRule, levels, type SetReport, type Subject } from '../define-rule.js';

export const refCycle = defineSetRule({
  id: 'ref/cycle',
  summary: 'No item waits for itself or is its own ancestor',
  why: 'Items in a circle can never be begun, and no order of the backlog is right for them.',
  levels: levels('error', 'error', 'off'),
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\ndepends: [ST-2]\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: {
        'items/ST-2.md':
          '---\nid: ST-2\ntype: story\ntitle: Read notes\n---\n\nAs a host, I want to read notes, so that I can thank my guests.\n',
      },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\ndepends: [ST-2]\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: {
        'items/ST-2.md':
          '---\nid: ST-2\ntype: story\ntitle: Read notes\ndepends: [ST-1]\n---\n\nAs a host, I want to read notes, so that I can thank my guests.\n',
      },
    },
  ],
  check(subjects) {
    return [
      ...reportCycles(subjects, 'depends', (subject) => subject.item?.depends ?? []),
      ...reportCycles(subjects, 'parent', ({ item }) => (item?.parent ? [item.parent] : [])),
    ];
  },
});

function reportCycles(
  subjects: readonly Subject[],
  key: 'depends' | 'parent',
  targetsOf: (subject: Subject) => readonly string[],
): readonly SetReport[] {
  const byId = new Map<string, Subject>();
  for (const subject of subjects) {
    const id = subject.item?.id.toUpperCase() ?? '';
    if (id !== '' && !byId.has(id)) byId.set(id, subject);
  }
  const edges = new Map<string, readonly string[]>();
  for (const [id, subject] of byId) {
    const targets = targetsOf(subject);
    if (targets.length > 0)
      edges.set(
        id,
        targets.map((target) => target.toUpperCase()),
      );
  }
  return findCycles(edges).map((cycle) =>
    cycle.flatMap((id, index): SetReport => {
      const subject = byId.get(id);
      if (subject === undefined) return [];
      const turned = [...cycle.slice(index), ...cycle.slice(0, index)];
      const names = describeCycle(turned.map((one) => byId.get(one)?.item?.id ?? one));
      const what =
        key === 'depends' ? 'these wait for each other' : 'these are their own ancestors';
      return [{ subject, message: `${what}: ${names}. Remove one link.`, at: { field: [key] } }];
    }),
  );
}
