import { isOpen, isWorkItem } from '../../backlog/workflow.js';
import { archiveFolder } from '../../item/kind.js';
import { defineRule, levels } from '../define-rule.js';

const item = (status: string) =>
  `---\nid: TA-1\ntype: task\nstatus: ${status}\ntitle: Paint the door\n---\n`;

export const archiveOpen = defineRule({
  id: 'archive/open',
  summary: 'Archived items are closed',
  why: 'When one branch archives an item and another reopens it, no list shows the item any more.',
  levels: levels('error', 'error', 'off'),
  isLocal: true,
  good: [{ text: item('done'), path: 'items/archive/TA-1.md' }],
  bad: [{ text: item('ready'), path: 'items/archive/TA-1.md' }],
  check({ backlog, item: subject, path }) {
    if (!backlog || !subject || !path.includes(`${archiveFolder}/`)) return [];
    const { settings } = backlog;
    if (!isWorkItem(settings, subject) || !isOpen(settings, subject)) return [];
    const message = `${subject.id} is open, but archived: run storymark archive --undo ${subject.id}`;
    return [{ message, at: { field: ['status'] } }];
  },
});
