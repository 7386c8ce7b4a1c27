import { defineRule, levels } from '../define-rule.js';
import { kindOfSubject } from '../lifecycle.js';

export const idFilename = defineRule({
  id: 'id/filename',
  summary: 'A file is named after its id',
  why: 'Commands and people find a document by its file name.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  good: [
    {
      text: '---\nid: TA-1\ntype: task\ntitle: Paint the door\n---\n',
      path: 'items/TA-1-paint-the-door.md',
    },
    { text: '---\nid: host\ntype: persona\ntitle: Host\n---\n', path: 'personas/host.md' },
  ],
  bad: [
    {
      text: '---\nid: TA-1\ntype: task\ntitle: Paint the door\n---\n',
      path: 'items/TA-2-paint-the-door.md',
    },
    { text: '---\nid: host\ntype: persona\ntitle: Host\n---\n', path: 'personas/hosts.md' },
  ],
  check(subject) {
    const { item, path } = subject;
    const kind = kindOfSubject(subject);
    if (item === null || kind === undefined || item.id === '') return [];
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isCoded = kind.idStyle === 'coded';
    if (name === `${item.id}.md` || (isCoded && name.startsWith(`${item.id}-`))) return [];
    const wanted = isCoded ? `${item.id}-….md` : `${item.id}.md`;
    const message = `the file of ${item.id} is named ${name}: rename it to ${wanted}`;
    return [{ message, at: { field: ['id'] } }];
  },
});
