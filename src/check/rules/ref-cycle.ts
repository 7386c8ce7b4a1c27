import { describeCycle } from '../../backlog/graph.js';
import { findCycles } from '../cycles.js';
import { defineSetRule, levels, type SetReport, type Subject } from '../define-rule.js';

export const refCycle = defineSetRule({
  id: 'ref/cycle',
  summary: 'Dependencies and parents have no cycles',
  why: 'Items in a cycle can never start, and no order of the backlog is right for them.',
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
    const byId = new Map<string, number>();
    for (const [index, { item }] of subjects.entries()) {
      const id = item?.id.toUpperCase() ?? '';
      if (id !== '' && !byId.has(id)) byId.set(id, index);
    }
    return [
      ...reportCycles(subjects, byId, 'depends', ({ item }) => item?.depends ?? none),
      ...reportCycles(subjects, byId, 'parent', ({ item }) => {
        const parent = item?.parent;
        return parent ? [parent] : none;
      }),
    ];
  },
});

const none: readonly never[] = [];

function numbersOf(ids: readonly string[], byId: ReadonlyMap<string, number>): readonly number[] {
  const numbers: number[] = [];
  for (const id of ids) {
    const number = byId.get(id) ?? byId.get(id.toUpperCase());
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}

function reportCycles(
  subjects: readonly Subject[],
  byId: ReadonlyMap<string, number>,
  key: 'depends' | 'parent',
  targetsOf: (subject: Subject) => readonly string[],
): readonly SetReport[] {
  const edges = subjects.map((subject) => {
    const targets = targetsOf(subject);
    return targets.length === 0 ? none : numbersOf(targets, byId);
  });
  if (edges.every((targets) => targets === none)) return [];
  const what = key === 'depends' ? 'these wait for each other' : 'these are their own ancestors';
  return findCycles(edges).map((cycle) =>
    cycle.flatMap((number, index): SetReport => {
      const subject = subjects[number];
      if (subject === undefined) return [];
      const turned = [...cycle.slice(index), ...cycle.slice(0, index)];
      const names = describeCycle(turned.map((one) => subjects[one]?.item?.id ?? ''));
      return [{ subject, message: `${what}: ${names}. Remove one link.`, at: { field: [key] } }];
    }),
  );
}
