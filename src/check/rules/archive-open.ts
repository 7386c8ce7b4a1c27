import { isOpen, isWorkItem } from '../../backlog/workflow.js';
import { archiveFolder } from '../../item/kind.js';
import { defineRule, levels } from '../define-rule.js';

const item = (status: string) =>
  `---\nid: TA-1\ntype: task\nstatus: ${status}\ntitle: Paint the door\n---\n`;

export const archiveOpen = defineRule({
  id: 'archive/open',
  summary: 'No open item is in the archive',
  why: 'A branch that archived it while another reopened it leaves it where no list shows it.',
  levels: levels('error', 'error', 'off'),
  isLocal: true,
  good: [{ text: item('done'), path: 'items/archive/TA-1.md' }],
  bad: [{ text: item('ready'), path: 'items/archive/TA-1.md' }],
  check({ backlog, item: subject, path }) {
    if (!backlog || !subject || !path.includes(`${archiveFolder}/`)) return [];
    const { settings } = backlog;
    if (!isWorkItem(settings, subject) || !isOpen(settings, subject)) return [];
    const message = `${subject.id} is open, but in the archive: storymark archive --undo ${subject.id} brings it back`;
    return [{ message, at: { field: ['status'] } }];
  },
});
