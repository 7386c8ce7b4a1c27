import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/commands/index.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

const types = [
  'story',
  'epic',
  'task',
  'bug',
  'spike',
  'goal',
  'persona',
  'stakeholder',
  'feedback',
  'sprint',
];

describe('schema', () => {
  it.each(types)('of %s takes every such document of the example', async (type) => {
    const sandbox = createSandbox('examples/calendar');
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(await sandbox.ok('schema', type)),
    );
    const documents = await sandbox.json<Record<string, unknown>[]>(
      'list',
      `type:${type}`,
      '--all',
    );
    expect(documents.length).toBeGreaterThan(0);
    for (const { path: _path, story: _story, criteria: _criteria, ...fields } of documents) {
      expect(validate(fields) || [fields['id'], validate.errors]).toBe(true);
    }
  });

  it('of a story refuses what check would', async () => {
    const sandbox = createSandbox();
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      await sandbox.json('schema', 'story'),
    );
    const sound = { id: 'ST-1', type: 'story', title: 'x', status: 'draft', points: 3 };
    expect(validate(sound)).toBe(true);
    for (const odd of [
      { title: undefined },
      { type: 'bug' },
      { status: 'redy' },
      { points: 'x' },
      { created: '24.11.2026' },
    ]) {
      expect(validate(JSON.parse(JSON.stringify({ ...sound, ...odd })))).toBe(false);
    }
  });

  it('knows a backlog’s own types and statuses, and the settings', async () => {
    const backlog = await createNewBacklog();
    backlog.write(
      'backlog/backlog.yaml',
      'types: { chore: { prefix: CH, statuses: { open: todo, shut: done } } }\n',
    );
    expect(JSON.parse(await backlog.ok('schema', 'chore'))).toMatchObject({
      title: 'storymark chore',
      properties: { type: { const: 'chore' } },
    });
    expect(await backlog.ok('schema', 'chore')).toContain('"shut"');
    expect(JSON.parse(await backlog.ok('schema', 'settings'))).toHaveProperty(
      'properties.statuses',
    );
    const { code, stderr } = await backlog.run(['schema', 'chor']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('unknown type "chor". Did you mean chore?'),
    ]);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that asks for the words',
    async (shell) => {
      expect(await createSandbox().ok('completion', shell)).toContain('storymark complete --');
    },
  );

  it('prints a script that bash takes', async () => {
    const { status, stderr } = spawnSync('bash', ['-n'], {
      input: await createSandbox().ok('completion', 'bash'),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(['basch', 'constructor', 'toString'])('refuses the shell %s', async (shell) => {
    const { code, stderr } = await createSandbox().run(['completion', shell]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`unknown shell "${shell}".`)]);
  });
});

describe('complete', () => {
  const complete = async (...words: readonly string[]) => {
    const stdout = await createSandbox('examples/calendar').ok('complete', '--', ...words);
    return stdout.split('\n').filter((word) => word !== '');
  };

  it('gives commands, and those of a group behind its word', async () => {
    const visible = commandSpecs
      .filter(({ hidden }) => !hidden)
      .map(({ name }) => name.split(' ')[0]);
    expect(await complete('')).toEqual([...new Set(visible)]);
    expect(await complete('spl')).toEqual(['split']);
    expect(await complete('sprint', 'cl')).toEqual(['close']);
  });

  it('gives ids of open items, in any case, and none that are closed', async () => {
    expect(await complete('show', 'st-7')).toEqual(['ST-7K3FD', 'ST-7Q0XW']);
    expect(await complete('move', 'ST-7K3FD', 'ep-2')).toEqual(['EP-2M9QT']);
    expect(await complete('show', 'ST-2Q')).toEqual([]);
  });

  it('gives flags, and the words an argument can be', async () => {
    expect(await complete('list', '--s')).toEqual(['--sort']);
    expect(await complete('add', '--dry')).toEqual(['--dry-run']);
    expect(await complete('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await complete('nonsense', '')).toEqual([]);
  });

  it('is quiet where there is no backlog, and where it is broken', async () => {
    const sandbox = createSandbox();
    expect(await sandbox.ok('complete', '--', 'show', '')).toBe('');
    sandbox.write('backlog/backlog.yaml', 'nonsense: [');
    expect((await sandbox.run(['complete', '--', 'show', ''])).stdout).toBe('');
  });
});
