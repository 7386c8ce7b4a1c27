import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

/** An item in the middle of things: an epic above, one it waits for, one that waits for it. */
async function withItem() {
  const backlog = await createNewBacklog();
  const epic = await backlog.id('add', '-t', 'epic', 'Sync');
  await backlog.ok('add', '-t', 'goal', 'Trust');
  const first = await backlog.id('add', 'first');
  const item = await backlog.id(
    'add',
    'Import and export events',
    '--parent',
    epic,
    '--goal',
    'trust',
    '--points',
    '13',
    '--label',
    'sync',
    '--set',
    `depends=${first}`,
    '-c',
    'one',
    '-c',
    'two',
    '-c',
    'three',
  );
  const last = await backlog.id('add', 'last', '--set', `depends=${item},${first}`);
  return { backlog, epic, first, item, last };
}

async function split(backlog: NewBacklog, ...argv: readonly string[]) {
  const added = await backlog.json<{ id: string; title: string; path: string }[]>('split', ...argv);
  return added.map(({ id }) => id);
}

async function order(backlog: NewBacklog): Promise<readonly string[]> {
  return (await backlog.json<{ id: string }[]>('list', '--all')).map(({ id }) => id);
}

type Shown = Record<string, unknown>;

describe('split', () => {
  it('puts the new ones right after the original, with what they share', async () => {
    const { backlog, epic, first, item, last } = await withItem();
    const [a = '', b = ''] = await split(
      backlog,
      item,
      'Import events',
      'As a lead, I want to export events, so that I see them',
    );
    expect(await order(backlog)).toEqual([epic, first, item, a, b, last]);
    for (const id of [a, b]) {
      const shown = await backlog.json<Shown>('show', id);
      expect(shown).toMatchObject({
        type: 'story',
        status: 'draft',
        parent: epic,
        goal: ['trust'],
        labels: ['sync'],
        depends: [first],
        created: '2026-11-24',
      });
      expect(shown).not.toHaveProperty('points');
    }
    expect(await backlog.json('show', b)).toMatchObject({
      title: 'Export events',
      story: { role: 'lead' },
    });
  });

  it('keeps the original by default: what waits for it waits for the new ones too', async () => {
    const { backlog, first, item, last } = await withItem();
    const added = await split(backlog, item, 'Import events');
    expect(await backlog.json('show', item)).toMatchObject({ status: 'draft', points: 13 });
    expect(await backlog.json('show', last)).toMatchObject({ depends: [item, first, ...added] });
  });

  it('drops the original when asked: what waited for it waits for the new ones', async () => {
    const { backlog, first, item, last } = await withItem();
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'add', item);
    const added = await split(
      backlog,
      item,
      'Import events',
      'Export events',
      '--original',
      'drop',
    );
    const shown = await backlog.json<Shown>('show', item);
    expect(shown).toMatchObject({
      status: 'dropped',
      sprints: [expect.any(String), '2026-11-24 -2026-S24 13 split'],
    });
    expect(shown).not.toHaveProperty('sprint');
    expect(await backlog.json('show', last)).toMatchObject({ depends: [first, ...added] });
  });

  it('makes the original their parent when asked', async () => {
    const { backlog, epic, item, last, first } = await withItem();
    const added = await split(
      backlog,
      item,
      'Import events',
      'Export events',
      '--original',
      'parent',
    );
    const shown = await backlog.json<Shown>('show', item);
    expect(shown).toMatchObject({ type: 'epic', parent: epic });
    expect(shown).not.toHaveProperty('points');
    for (const id of added) expect(await backlog.json('show', id)).toMatchObject({ parent: item });
    expect(await backlog.json('show', last)).toMatchObject({ depends: [first, ...added] });
  });

  it('shares the criteria out and leaves the rest', async () => {
    const { backlog, item } = await withItem();
    const [a = '', b = ''] = await split(
      backlog,
      item,
      'A part',
      'B part',
      '--criteria',
      '1,3',
      '--criteria',
      '2',
    );
    expect(await backlog.fileOf(a)).toContain('- [ ] one\n- [ ] three\n');
    expect(await backlog.fileOf(b)).toContain('- [ ] two\n');
    expect(await backlog.json('show', item)).toMatchObject({ criteria: { total: 0 } });
    const second = await withItem();
    const [c = ''] = await split(second.backlog, second.item, 'C part', '--criteria', '2');
    expect(await second.backlog.json('show', c)).toMatchObject({ criteria: { total: 1, done: 0 } });
    expect(await second.backlog.fileOf(second.item)).toContain('- [ ] one\n- [ ] three\n');
  });

  it.each([
    [['ITEM'], "missing required argument 'title'"],
    [['ITEM', 'A', '--criteria', '4'], 'has no criterion 4: it has 3'],
    [['ITEM', 'A', '--criteria', '0'], '--criteria: "0" is not a number'],
    [['ITEM', 'A', '--criteria', 'one'], '--criteria: "one" is not a number'],
    [
      ['ITEM', 'A', '--criteria', '1', '--criteria', '2'],
      '--criteria: given more often than there are new items',
    ],
    [['ITEM', 'A', '--criteria', '1', '2'], '"2" is not a title'],
    [['ITEM', 'A', '--original', 'burn'], 'Allowed choices are keep, drop, parent'],
    [['ITEM', ' '], 'title is empty'],
    [['trust', 'A'], 'trust is not a work item'],
    [['nobody', 'A'], 'there is no item "nobody"'],
  ])('refuses %j', async (argv, message) => {
    const { backlog, item } = await withItem();
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run([
      'split',
      ...argv.map((word) => (word === 'ITEM' ? item : word)),
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });
});
