import type { Backlog } from '../../backlog/backlog.js';
import { type FieldType, fieldsOf } from '../../item/field.js';
import type { Kind } from '../../item/kind.js';
import { asDeclared } from '../../item/scalar-rule.js';
import type { Value } from '../../item/value.js';
import { isDay } from '../../text/date.js';
import { didYouMean } from '../../text/suggest.js';
import { defineRule, levels, type Report, type Subject } from '../define-rule.js';
import { kindOfSubject } from '../lifecycle.js';

type FieldTypes = ReadonlyMap<string, FieldType>;

const required = ['id', 'type', 'title'] as const;

export const fieldType = defineRule({
  id: 'field/type',
  summary: 'Every field has a valid value, and id, type and title are present',
  why: 'An invalid value counts as missing: no points, no date, no rank.',
  levels: levels('error', 'error', 'off'),
  isLocal: true,
  good: [
    { text: '---\nid: TA-1\ntype: task\ntitle: Paint\npoints: 2\ncreated: 2026-11-24\n---\n' },
  ],
  bad: [
    { text: '---\nid: TA-1\ntype: task\ntitle: Paint\npoints: two\n---\n' },
    { text: '---\nid: TA-1\ntype: task\ntitle: Paint\ncreated: 2026-02-30\n---\n' },
    { text: '---\nid: TA-1\ntype: task\n---\n' },
    { text: '---\nid: TA-1\ntype: tsak\ntitle: Paint\n---\n' },
  ],
  check(subject) {
    const { item, backlog } = subject;
    if (item === null || backlog === null) return [];
    const { fields } = item.document;
    const missing = required.filter((key) => isMissing(fields[key]));
    const kind = kindOfSubject(subject);
    if (kind === undefined && item.type !== '') return [unknownType(item.type, subject)];
    const own = backlog.settings.fields;
    const types = backlog.fact(readTypes).get(kind);
    if (types === undefined) return [];
    const wrong: Report[] = [];
    for (const key of Object.keys(fields)) {
      const type = types.get(key);
      const value = asDeclared(Object.hasOwn(own, key) ? type : undefined, fields[key] ?? null);
      if (type === undefined || isMissing(value)) continue;
      const fault = faultIn(value, type);
      if (fault !== null) wrong.push({ message: `${key}: ${fault}`, at: { field: [key] } });
    }
    return [
      ...missing.map((key) => ({ message: `${key} is missing`, at: { field: [key] } })),
      ...wrong,
    ];
  },
});

/** What each field of each kind holds, the backlog's own fields among them. */
function readTypes({ settings }: Backlog): ReadonlyMap<Kind | undefined, FieldTypes> {
  const typesOf = (kind?: Kind): FieldTypes => {
    const specs = Object.entries(kind ? fieldsOf(kind) : {});
    const known = specs.map(([key, { type }]): [string, FieldType] => [key, type]);
    return new Map([...known, ...Object.entries(settings.fields)]);
  };
  return new Map([undefined, ...settings.kinds].map((kind) => [kind, typesOf(kind)]));
}

function isMissing(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function unknownType(type: string, { backlog }: Subject): Report {
  const types = backlog?.settings.kinds.map((kind) => kind.type) ?? [];
  const message = `there is no type "${type}".${didYouMean(type, types)} (${types.join(', ')})`;
  return { message, at: { field: ['type'] } };
}

/** What should stand there instead; null when the value is right. */
function faultIn(value: Value, type: FieldType): string | null {
  switch (type) {
    case 'text':
      return typeof value === 'object' ? 'expected text' : null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
        ? null
        : 'expected a number of 0 or more';
    case 'day':
      return typeof value === 'string' && isDay(value)
        ? null
        : 'expected a date such as 2026-11-24';
    case 'list':
      return isListOf(value, (one) => typeof one !== 'object' && one !== null) ||
        typeof value !== 'object'
        ? null
        : 'expected a list of texts such as [one, two]';
    case 'map':
      return typeof value === 'object' && !Array.isArray(value)
        ? null
        : 'expected keys and values below it';
    case 'flag':
      return typeof value === 'boolean' ? null : 'expected true or false';
    case 'records':
      return isListOf(value, (one) => typeof one === 'object' && one !== null && 'id' in one)
        ? null
        : 'expected a list of {id, points}';
    default:
      return type satisfies never;
  }
}

function isListOf(value: Value, holds: (one: Value) => boolean): boolean {
  return Array.isArray(value) && (value as readonly Value[]).every(holds);
}
