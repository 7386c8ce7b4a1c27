import type { Category } from '../item/kind.js';
import { escapeMarkdown } from '../text/markdown.js';
import type { ExportedItem, ExportFormat } from './exported-item.js';

const headings: readonly (readonly [Category, string])[] = [
  ['doing', 'In progress'],
  ['todo', 'To do'],
  ['done', 'Done'],
  ['dropped', 'Will not be done'],
];

/** A list to read, for a wiki, a mail or a chat: by progress, in the backlog's order. */
export const markdownExport: ExportFormat = {
  id: 'markdown',
  summary: 'a list to read, for a wiki or a mail',
  isForOthers: true,
  write(items, { product }) {
    const sections = headings.flatMap(([category, heading]) => {
      const lines = items.filter((item) => item.category === category).map(writeLine);
      return lines.length === 0 ? [] : [`## ${heading}\n\n${lines.join('\n')}`];
    });
    return [
      `# ${product === null ? 'Product backlog' : escapeMarkdown(product)}`,
      ...sections,
    ].join('\n\n');
  },
};

function writeLine({ id, type, title, category, fields, parentTitle }: ExportedItem): string {
  const points = typeof fields['points'] === 'number' ? [`${fields['points']} points`] : [];
  const kind = type === 'story' ? [] : [type];
  const epic = parentTitle === null ? [] : [`part of ${escapeMarkdown(parentTitle)}`];
  const facts = [...kind, ...points, ...epic].join(', ');
  const tick = category === 'done' ? 'x' : ' ';
  return `- [${tick}] **${id}** ${escapeMarkdown(title)}${facts === '' ? '' : ` (${facts})`}`;
}
