import { fieldsOf } from '../../item/field.js';
import { suggest } from '../../text/suggest.js';
import { defineRule, levels } from '../define-rule.js';
import { kindOfSubject } from '../lifecycle.js';

/** Read by check itself, in every kind of document. */
const ownFields = ['check-disable'];

export const fieldUnknown = defineRule({
  id: 'field/unknown',
  summary: 'Every frontmatter key is known, or declared under fields: in backlog.yaml',
  why: 'A misspelled key is silently ignored: its points or links are missing.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  good: [
    {
      text: '---\nid: TA-1\ntype: task\ntitle: Paint the door\npoints: 2\nteam: carpenters\n---\n',
      settings: { fields: { team: 'text' } },
    },
  ],
  bad: [{ text: '---\nid: TA-1\ntype: task\ntitle: Paint the door\npionts: 2\n---\n' }],
  check(subject) {
    const { item, backlog } = subject;
    const kind = kindOfSubject(subject);
    if (item === null || backlog === null || kind === undefined) return [];
    const specs = fieldsOf(kind);
    const own = backlog.settings.fields;
    const unknown = Object.keys(item.document.fields).filter(
      (key) => !(Object.hasOwn(specs, key) || Object.hasOwn(own, key) || ownFields.includes(key)),
    );
    return unknown.map((key) => {
      const near = suggest(key, [...Object.keys(specs), ...Object.keys(own)]);
      const hint = near
        ? `Did you mean ${near}?`
        : 'If it is a custom field, declare it under fields: in backlog.yaml.';
      return { message: `${item.type} has no field "${key}". ${hint}`, at: { field: [key] } };
    });
  },
});
