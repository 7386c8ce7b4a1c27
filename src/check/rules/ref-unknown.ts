import { allItems, getItem } from '../../backlog/backlog.js';
import { didYouMean } from '../../text/suggest.js';
import { defineRule, levels, type Report } from '../define-rule.js';

/** Fields that name other documents: one of them, or a list. */
const singles = ['parent', 'persona', 'sprint', 'from'] as const;
const lists = ['depends', 'goal', 'items', 'stakeholders'] as const;

export const refUnknown = defineRule({
  id: 'ref/unknown',
  summary: 'What a document names by its id is there',
  why: 'A name that leads nowhere hides what an item waits for, serves or belongs to.',
  levels: levels('error', 'error', 'off'),
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: x\ndepends: [ST-2]\n---\n\nAs a guest, I want to leave a note.\n',
      others: {
        'items/ST-2.md':
          '---\nid: ST-2\ntype: story\ntitle: y\n---\n\nAs a guest, I want to read notes.\n',
      },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: x\ndepends: [ST-9]\n---\n\nAs a guest, I want to leave a note.\n',
    },
  ],
  check({ item, backlog }) {
    if (!item || !backlog) return [];
    const { fields } = item.document;
    const named = [
      ...singles.flatMap((key) => namesIn(key, fields[key])),
      ...lists.flatMap((key) => namesIn(key, fields[key])),
    ];
    return named
      .filter(({ id }) => getItem(backlog, id) === undefined)
      .map(({ id, field }): Report => {
        const ids = allItems(backlog).map((other) => other.id);
        const message = `${field[0]} names ${id}, which is not there.${didYouMean(id, ids)}`;
        return { message, at: { field } };
      });
  },
});

function namesIn(key: string, value: unknown) {
  if (typeof value === 'string' && value !== '') return [{ id: value, field: [key] }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((id, index) =>
    typeof id === 'string' ? [{ id, field: [key, String(index)] }] : [],
  );
}
