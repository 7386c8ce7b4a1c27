import { getItem } from '../../backlog/backlog.js';
import { defineStoryRule, levels } from '../define-rule.js';
import { normaliseRole, resolveRole } from '../personas.js';
import { inFile } from '../subject.js';
import { GENERIC_ROLES } from '../words/generic-roles.js';

export const personaMismatch = defineStoryRule({
  id: 'persona/mismatch',
  summary: 'The role in the text matches the persona: field',
  why: 'Lists use the field and readers the text; if they differ, they see different backlogs.',
  levels: levels('warn', 'warn', 'off'),
  supersedes: ['persona/similar'],
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\npersona: guest\n---\n\nAs a visitor, I want to leave a note, so that my host knows I came.\n',
      others: {
        'personas/guest.md':
          '---\nid: guest\ntype: persona\ntitle: Guest\naliases: [visitor]\n---\n',
      },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\npersona: guest\n---\n\nAs a host, I want to leave a note, so that my guest knows I came.\n',
      others: {
        'personas/guest.md': '---\nid: guest\ntype: persona\ntitle: Guest\n---\n',
        'personas/host.md': '---\nid: host\ntype: persona\ntitle: Host\n---\n',
      },
    },
  ],
  check({ reading }, subject) {
    const { item, backlog } = subject;
    const { role, spans } = reading;
    if (!item?.persona || backlog === null || role === null || spans.role === undefined) return [];
    const named = getItem(backlog, item.persona);
    if (named?.type !== 'persona' || GENERIC_ROLES.has(role.toLowerCase())) return [];
    const { persona } = resolveRole(backlog, role);
    if (persona === named || isPartOf(role, named.title)) return [];
    const who = persona === null ? 'not an alias of it' : `another persona, ${persona.id}`;
    const message = `persona is ${named.id}, but the role "${role}" is ${who}`;
    return [{ message, at: { span: inFile(subject, spans.role) } }];
  },
});

/** "manager" for "manager of a remote team", and the other way round. */
function isPartOf(role: string, title: string): boolean {
  const [a, b] = [normaliseRole(role), normaliseRole(title)];
  return (
    a !== '' && b !== '' && (b.startsWith(a) || a.startsWith(b) || b.endsWith(a) || a.endsWith(b))
  );
}
