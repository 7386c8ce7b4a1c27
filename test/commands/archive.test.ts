import { describe, expect, it } from 'vitest';
import { hashFolder, listFiles } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';

describe('archive', () => {
  it('moves closed items’ files as they are, and says where to', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('done', id);
    const text = await backlog.fileOf(id);
    expect(await backlog.json('archive', id)).toEqual([
      { id, title: 'one', path: `backlog/items/archive/${id}-one.md` },
    ]);
    expect(backlog.read(`backlog/items/archive/${id}-one.md`)).toBe(text);
    expect(listFiles(backlog.dir).filter((path) => path.includes(id))).toHaveLength(1);
  });

  it('hides them from list; show, --all and is:archived still find them', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const open = await backlog.id('add', 'two', '--set', `depends=${id}`);
    await backlog.ok('drop', id);
    await backlog.ok('archive', id);
    expect(await backlog.json('list')).toMatchObject([{ id: open }]);
    expect(await backlog.json('list', '--all')).toHaveLength(2);
    expect(await backlog.json('list', 'is:archived')).toMatchObject([{ id }]);
    expect(await backlog.json('show', id.slice(3))).toMatchObject({ id });
  });

  it('takes all that were done before a day', async () => {
    const backlog = await createNewBacklog();
    const ids = [];
    for (const day of ['2026-01-01', '2026-06-01', '2026-07-01']) {
      const id = await backlog.id('add', day);
      await backlog.ok('done', id, '--on', day);
      ids.push(id);
    }
    const reopened = await backlog.id('add', 'open', '--set', 'done=2026-01-01');
    const archived = await backlog.json<{ id: string }[]>('archive', '--done-before', '2026-06-15');
    expect(archived.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
    expect(await backlog.json('list')).toMatchObject([{ id: reopened }]);
  });

  it('never gives an archived id away again', async () => {
    const backlog = await createNewBacklog('--ids', 'sequential');
    await backlog.ok('add', 'one');
    await backlog.ok('drop', 'ST-1');
    await backlog.ok('archive', 'ST-1');
    expect(await backlog.id('add', 'two')).toBe('ST-2');
  });

  it.each([
    [[], 'name items, or --done-before'],
    [['--done-before', 'june'], '--done-before: a day is expected'],
    [['OPEN'], 'is still open (draft)'],
    [['lead'], 'lead is a persona: only work is archived'],
  ])('refuses %j', async (argv, message) => {
    const backlog = await createNewBacklog();
    const open = await backlog.id('add', 'one');
    await backlog.ok('add', '-t', 'persona', 'Lead');
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run([
      'archive',
      ...argv.map((word) => (word === 'OPEN' ? open : word)),
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });
});
