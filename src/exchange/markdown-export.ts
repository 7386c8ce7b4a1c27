import type { Category } from '../item/kind.js';
import type { PlainKey } from '../language/catalogue.js';
import type { Words } from '../language/words.js';
import { escapeMarkdown, joinSections } from '../text/markdown.js';
import type { ExportedItem, ExportFormat } from './exported-item.js';

const headings: readonly (readonly [Category, PlainKey])[] = [
  ['doing', 'headDoing'],
  ['todo', 'headTodo'],
  ['done', 'headDone'],
  ['dropped', 'headDropped'],
];

/** A list to read, for a wiki, a mail or a chat: by progress, in the backlog's order. */
export const markdownExport: ExportFormat = {
  id: 'markdown',
  summary: 'a list to read, for a wiki or a mail',
  isForOthers: true,
  write(items, { product, words }) {
    const sections = headings.flatMap(([category, heading]) => {
      const lines = items
        .filter((item) => item.category === category)
        .map((item) => writeLine(item, words));
      return [[words.say(heading), lines] as const];
    });
    return [
      `# ${product === null ? words.say('headBacklog') : escapeMarkdown(product)}`,
      ...joinSections(sections),
    ].join('\n\n');
  },
};

function writeLine(
  { id, type, title, category, fields, parentTitle }: ExportedItem,
  words: Words,
): string {
  const points =
    typeof fields['points'] === 'number' ? [words.say('points', { count: fields['points'] })] : [];
  const kind = type === 'story' ? [] : [type];
  const epic =
    parentTitle === null ? [] : [words.say('partOf', { title: escapeMarkdown(parentTitle) })];
  const facts = words.joinFacts([...kind, ...points, ...epic]);
  const tick = category === 'done' ? 'x' : ' ';
  return `- [${tick}] **${id}** ${escapeMarkdown(title)}${facts === '' ? '' : ` (${facts})`}`;
}
