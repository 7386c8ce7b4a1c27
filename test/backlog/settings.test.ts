import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseSettings, settingsJsonSchema } from '../../src/backlog/settings.js';
import { readYamlFile } from '../../src/item/yaml/read-yaml.js';
import { repository } from '../support/sandbox.js';

/** The problems of a settings file, as `line:column: message`. */
function problemsOf(text: string): readonly string[] {
  const fields = readYamlFile('backlog.yaml', text);
  if (!fields.ok) throw new Error(fields.problems[0]?.message);
  const parsed = parseSettings(fields.value, text);
  if (parsed.ok) return [];
  return parsed.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

describe('settings', () => {
  it.each([
    ['# c\nids: foo\n', '2:1: ids: Invalid option: expected one of "random"|"sequential"'],
    ['statusses: {}\n', '1:1: statusses: unknown key. Did you mean statuses?'],
    ['sprint:\n  length: 0\n', '2:3: sprint.length: Too small: expected number to be >=1'],
    ['sprint:\n  lenght: 3\n', '2:3: sprint.lenght: unknown key.'],
    ['sprint: {length: 99}\n', '1:10: sprint.length: Too big: expected number to be <=60'],
    ['points: [0]\n', '1:1: points.0: Too small: expected number to be >0'],
    ['types:\n  Chore: {prefix: CH}\n', '2:3: types.Chore: Invalid key in record'],
    [
      'types:\n  chore: {prefix: ch}\n',
      '2:11: types.chore.prefix: a prefix must be one to four capital letters',
    ],
    ['statuses: {a: todo}\n', '1:1: statuses: no status has the category doing, done, dropped'],
    [
      'ready: [redy]\n',
      '1:1: ready: "redy" is not a status (draft, ready, doing, review, done, dropped)',
    ],
    [
      'fields: {customer: texts}\n',
      '1:10: fields.customer: Invalid option: expected one of "text"|"number"|"day"|"list"',
    ],
  ])('%j is refused at its place', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('names every problem at once', () => {
    expect(problemsOf('ids: 1\nlanguage: 2\n')).toHaveLength(2);
  });

  it('wants a ready status of those teams that have their own', () => {
    const own = 'statuses: {todo: todo, wip: doing, ok: done, no: dropped}\n';
    expect(problemsOf(own)).toEqual([
      'undefined:undefined: ready: "ready" is not a status (todo, wip, ok, no)',
    ]);
    expect(problemsOf(`${own}ready: [todo]\n`)).toEqual([]);
  });

  it('takes a key with nothing behind it for absent', () => {
    expect(problemsOf('rank:\nsprint:\n# capacity: 20\nstatuses:\n')).toEqual([]);
  });

  it('adds types of the team’s own, and statuses to the built-in ones', () => {
    const parsed = parseSettings({
      types: { chore: { prefix: 'CH' }, bug: { prefix: 'BU', statuses: { new: 'todo' } } },
    });
    const kinds = parsed.ok ? parsed.value.kinds : [];
    expect(kinds.find(({ type }) => type === 'chore')).toMatchObject({
      prefix: 'CH',
      folder: 'items',
      template: 'task',
    });
    expect(kinds.find(({ type }) => type === 'bug')?.statuses).toEqual({ new: 'todo' });
    expect(kinds.filter(({ type }) => type === 'bug')).toHaveLength(1);
  });
});

describe('the shipped settings', () => {
  const shipped = readFileSync(join(repository, 'templates/backlog.yaml'), 'utf8');
  /** Every default as the comments give it: `# key: …` without the prose around it. */
  const uncommented = shipped
    .split('\n')
    .filter(
      (line) =>
        !/^# .*[.:]$|^# (For|What|done, or|How|Zone|The|Statuses|Types|Front|Turns| {2}(random|sequential) )/.test(
          line,
        ) || /^# +\w+:/.test(line),
    )
    .map((line) => line.replace(/^# /, ''))
    .join('\n');

  it('change nothing as they come', () => {
    expect(problemsOf(shipped)).toEqual([]);
  });

  it.each(['ids', 'statuses', 'sprint', 'rank', 'check', 'fields', 'types'])(
    'show %s in a form that works when the # is taken away',
    (key) => {
      const lines = uncommented.split('\n');
      const start = lines.findIndex((line) => line.startsWith(`${key}:`));
      expect(start).toBeGreaterThan(-1);
      const length = lines.slice(start + 1).findIndex((line) => !/^ {2,}/.test(line));
      expect(problemsOf(`${lines.slice(start, start + 1 + length).join('\n')}\n`)).toEqual([]);
    },
  );

  it('have a JSON Schema that takes and refuses what the program does', () => {
    const validate = new Ajv2020({ strict: false }).compile(settingsJsonSchema());
    expect(validate({ product: 'X', ids: 'sequential', sprint: { capacity: 3 } })).toBe(true);
    expect(validate({ ids: 'other' })).toBe(false);
    expect(validate({ statusses: {} })).toBe(false);
  });
});
