import { statusesOf } from '../../backlog/workflow.js';
import { didYouMean } from '../../text/suggest.js';
import { defineRule, levels } from '../define-rule.js';
import { kindOfSubject } from '../lifecycle.js';

export const statusUnknown = defineRule({
  id: 'status/unknown',
  summary: 'A status belongs to the workflow of its type',
  why: 'An unknown status counts as to do: finished work reappears in every plan.',
  levels: levels('error', 'error', 'off'),
  isLocal: true,
  good: [{ text: '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: Paint\n---\n' }],
  bad: [{ text: '---\nid: TA-1\ntype: task\nstatus: redy\ntitle: Paint\n---\n' }],
  check(subject) {
    const { item, backlog } = subject;
    if (item === null || backlog === null || item.status === null) return [];
    if (kindOfSubject(subject) === undefined) return [];
    const names = Object.keys(statusesOf(backlog.settings, item.type));
    // A persona has no workflow: there the field itself is unknown.
    if (names.length === 0 || names.includes(item.status)) return [];
    const hint = didYouMean(item.status, names);
    const message = `unknown status "${item.status}".${hint} (${names.join(', ')})`;
    return [{ message, at: { field: ['status'] } }];
  },
});
