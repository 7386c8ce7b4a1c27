import { didYouMean } from '../../text/suggest.js';
import { defineRule, levels, type Report, type Subject } from '../define-rule.js';
import { needsStory } from '../lifecycle.js';
import { personaNames, resolveRole } from '../personas.js';
import { candidatesFor, faultOf, referencesOf } from '../references.js';
import { inFile } from '../subject.js';
import { GENERIC_ROLES } from '../words/generic-roles.js';

export const personaUnknown = defineRule({
  id: 'persona/unknown',
  summary: 'Every role and every persona: field refers to a persona of the backlog',
  why: 'Two names for one persona split what you know about them; a new persona deserves a file.',
  levels: levels('warn', 'warn', 'off'),
  supersedes: ['ref/unknown', 'persona/similar'],
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\n---\n\nAs a Guest, I want to leave a note, so that my host knows I came.\n',
      others: { 'personas/guest.md': '---\nid: guest\ntype: persona\ntitle: Guest\n---\n' },
    },
  ],
  bad: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\n---\n\nAs a gest, I want to leave a note, so that my host knows I came.\n',
      others: { 'personas/guest.md': '---\nid: guest\ntype: persona\ntitle: Guest\n---\n' },
    },
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\npersona: gast\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
      others: { 'personas/guest.md': '---\nid: guest\ntype: persona\ntitle: Guest\n---\n' },
    },
  ],
  check(subject) {
    return [...checkField(subject), ...checkRole(subject)];
  },
});

function checkField(subject: Subject): readonly Report[] {
  const { backlog } = subject;
  if (backlog === null) return [];
  return subject
    .view(referencesOf)
    .filter(({ key }) => key === 'persona')
    .flatMap((reference) => {
      const fault = faultOf(backlog, reference);
      if (fault === null) return [];
      const ids = candidatesFor(backlog, 'persona').map(({ id }) => id);
      const message = `persona names ${reference.id}, ${fault}.${didYouMean(reference.id, ids)}`;
      return [{ message, at: { field: reference.field } }];
    });
}

/** Only where personas are kept at all, and none is named: then the role must say who it is. */
function checkRole(subject: Subject): readonly Report[] {
  const { backlog, item, story } = subject;
  const reading = story?.reading;
  if (backlog === null || item === null || !needsStory(subject) || item.persona !== null) return [];
  if (!reading?.ok || reading.role === null || reading.spans.role === undefined) return [];
  if (personaNames(backlog).size === 0 || GENERIC_ROLES.has(reading.role.toLowerCase())) return [];
  const { persona, hint } = resolveRole(backlog, reading.role);
  if (persona !== null) return [];
  const next = hint || ` Add one with storymark add -t persona, or add the role as an alias.`;
  const message = `no persona is called "${reading.role}".${next}`;
  return [{ message, at: { span: inFile(subject, reading.spans.role) } }];
}
