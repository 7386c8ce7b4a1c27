import { addDays } from '../../src/text/date.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

/** Points each closed sprint delivered, two weeks each, the last one ending on 22 November 2026. */
export const usualPace = [20, 26, 18, 24, 30, 12, 22, 25, 19];

export interface OpenItem {
  readonly id: string;
  readonly points?: number;
  readonly more?: string;
}

/** A backlog with closed sprints, and open items in the order given. */
export function createBacklogWithHistory(
  delivered: readonly number[],
  open: readonly OpenItem[],
): Sandbox {
  const sandbox = createSandbox();
  sandbox.write('backlog/backlog.yaml', 'product: Test\n');
  const first = addDays('2026-11-23', -14 * delivered.length);
  for (const [index, points] of delivered.entries()) {
    const id = `2026-S${String(index + 1).padStart(2, '0')}`;
    const start = addDays(first, 14 * index);
    const done = `ST-D${index}`;
    sandbox.write(
      `backlog/sprints/${id}.md`,
      `---
id: ${id}
type: sprint
status: closed
title: Sprint ${index + 1}
start: ${start}
end: ${addDays(start, 13)}
committed: [{id: ${done}, points: ${points + 2}}]
added: []
removed: []
done: [{id: ${done}, points: ${points}}]
carried: []
---
`,
    );
    writeItem(sandbox, {
      id: done,
      points,
      more: `status: done\ncreated: ${addDays(start, -20)}\nstarted: ${start}\ndone: ${addDays(start, 4 + (index % 6))}\nsprint: ${id}`,
    });
  }
  for (const [index, item] of open.entries()) {
    const rank = `rank: a${index}`;
    writeItem(sandbox, { ...item, more: `${rank}\n${item.more ?? ''}` });
  }
  return sandbox;
}

function writeItem(sandbox: Sandbox, { id, points, more = '' }: OpenItem): void {
  const lines = [
    `id: ${id}`,
    `type: ${id.startsWith('EP-') ? 'epic' : 'story'}`,
    ...(more.includes('status:') ? [] : ['status: ready']),
    ...(more.includes('title:') ? [] : [`title: Item ${id}`]),
    ...(points === undefined ? [] : [`points: ${points}`]),
    ...(more.includes('created:') ? [] : ['created: 2026-10-01']),
    more.trim(),
  ];
  sandbox.write(`backlog/items/${id}-item.md`, `---\n${lines.filter(Boolean).join('\n')}\n---\n`);
}
