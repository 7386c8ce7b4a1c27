import { entriesOf, plainText, type Value } from '../../item/value.js';
import type { ExportedItem, ExportFormat } from '../exported-item.js';

/** Issues in the shape of `gh issue list --json`, which `import github` reads back. */
export const githubExport: ExportFormat = {
  id: 'github',
  summary: 'issues in the format of gh issue list --json',
  isForOthers: true,
  write: (items) => JSON.stringify(items.map(writeIssue), null, 2),
};

function writeIssue(item: ExportedItem, index: number): object {
  const { title, body, category, type, fields } = item;
  const isClosed = category === 'done' || category === 'dropped';
  const done = fields['done'];
  return {
    number: index + 1,
    title: `${item.id} ${title}`,
    body: body.trim(),
    state: isClosed ? 'CLOSED' : 'OPEN',
    stateReason: isClosed ? (category === 'done' ? 'COMPLETED' : 'NOT_PLANNED') : '',
    labels: [...new Set([type, ...textsOf(fields['labels'])])].map((name) => ({ name })),
    assignees: textsOf(fields['assignee']).map((login) => ({ login })),
    milestone: item.parentTitle === null ? null : { title: item.parentTitle },
    ...(typeof fields['created'] === 'string'
      ? { createdAt: `${fields['created']}T00:00:00Z` }
      : {}),
    ...(isClosed && typeof done === 'string' ? { closedAt: `${done}T00:00:00Z` } : {}),
  };
}

function textsOf(value: Value | undefined): readonly string[] {
  return entriesOf(value)
    .map(plainText)
    .filter((text) => text !== '');
}
