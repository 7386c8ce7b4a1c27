import type { Refinement, UnrefinedItem } from '../../ops/stories/refine.js';
import type { Style } from '../../terminal/style.js';
import { describeReferences } from './estimate.js';

/** What is not ready, item by item; a row for each in a pipe. */
export function describeRefinement({ items, ready }: Refinement, style: Style): string {
  if (!style.isTerminal) {
    return style.table({
      columns: ['place', 'id', 'status', 'points', 'lacks', 'title'].map((title) => ({ title })),
      rows: items.map((item) => [
        String(item.place),
        item.id,
        item.status ?? '',
        String(item.points ?? ''),
        listLacks(item).join('; '),
        item.title,
      ]),
    });
  }
  const are = ready === 1 ? '1 more is ready' : `${ready} more are ready`;
  if (items.length === 0) return `Nothing to refine: the top ${ready} items are ready.`;
  const blocks = items.map((item) =>
    [
      `${String(item.place).padStart(3)}  ${style.bold(item.id)} ${item.title}`,
      ...listLacks(item).map((lack) => `     - ${lack}`),
    ].join('\n'),
  );
  return [...blocks, style.dim(`${are} as they are. A list for the meeting: --agenda`)].join('\n');
}

/** What stands between the item and being begun, in words. */
export function listLacks({
  findings,
  questions,
  status,
  split,
}: UnrefinedItem): readonly string[] {
  const asked = questions.map(
    ({ question, to }) => `open${to === null ? '' : ` (${to})`}: ${question}`,
  );
  const found = findings.map(({ message }) => message.replace(/^status is \S+, but /, ''));
  const cut = split.length === 0 ? [] : [`large, or several things: storymark split`];
  const lacks = [...found, ...asked, ...cut];
  return lacks.length > 0 ? lacks : [`nothing is missing, but it is still ${status ?? 'open'}`];
}

/** The meeting's list in Markdown: what to decide about each, and what sizes were before. */
export function writeAgenda({ items, references }: Refinement): string {
  if (items.length === 0) return '# Refinement\n\nNothing to refine at the top.';
  const blocks = items.map((item) =>
    [
      `## ${item.place}. ${item.title} (${item.id})`,
      '',
      ...listLacks(item).map((lack) => `- [ ] ${lack}`),
      ...(item.split.length === 0
        ? []
        : ['', 'Ways to split it:', '', ...item.split.map(({ name, ask }) => `- ${name}: ${ask}`)]),
    ].join('\n'),
  );
  const sizes = describeReferences(references).map((line) => `- ${line}`);
  const past = sizes.length === 0 ? [] : [['## Sizes', '', ...sizes].join('\n')];
  return ['# Refinement', ...blocks, ...past].join('\n\n');
}
