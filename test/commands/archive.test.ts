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
    const reopened = await backlog.id('add', 'open', '--set', 'done=2026-01-01', '--force', 'x');
    const archived = await backlog.json<{ id: string }[]>('archive', '--done-before', '2026-06-15');
    expect(archived.map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
    expect(await backlog.json('list')).toMatchObject([{ id: reopened }]);
  });

  it('brings items back with --undo, as they are', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('done', id);
    const text = await backlog.fileOf(id);
    await backlog.ok('archive', id);
    expect(await backlog.json('archive', '--undo', id)).toEqual([
      { id, title: 'one', path: `backlog/items/${id}-one.md` },
    ]);
    expect(backlog.read(`backlog/items/${id}-one.md`)).toBe(text);
    expect(listFiles(backlog.dir).filter((path) => path.includes(id))).toHaveLength(1);
    expect(await backlog.run(['archive', '--undo', id])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${id} is not archived`),
    });
  });

  it.each([
    ['reopen', 'ID'],
    ['start', 'ID', '--force', 'wanted after all'],
    ['set', 'ID', 'status=ready'],
    ['set', 'ID', 'status='],
    ['edit', 'ID'],
  ])('brings an item back that %s opens', async (...words) => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('drop', id);
    await backlog.ok('archive', id);
    const argv = words.map((word) => (word === 'ID' ? id : word));
    const env = { EDITOR: 'sed -i s/dropped/ready/' };
    expect((await backlog.run([...argv, '--json'], { env })).stdout).toContain(
      `"path": "backlog/items/${id}-one.md"`,
    );
    expect(listFiles(backlog.dir).filter((path) => path.includes(id))).toEqual([
      expect.not.stringContaining('archive'),
    ]);
    expect(await backlog.json('list')).toMatchObject([{ id }]);
    expect((await backlog.run(['doctor'])).code).toBe(0);
  });

  it('leaves a closed item where it is when something else of it changes', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('drop', id);
    await backlog.ok('archive', id);
    await backlog.ok('set', id, 'labels=x');
    await backlog.ok('done', id, '--force', 'it was done after all');
    expect(backlog.read(`backlog/items/archive/${id}-one.md`)).toContain('status: done');
  });

  it('does not put away what has open items in it, or split what is put away', async () => {
    const backlog = await createNewBacklog();
    const epic = await backlog.id('add', 'epic', '-t', 'epic');
    const part = await backlog.id('add', 'part', '--parent', epic);
    await backlog.ok('set', epic, 'status=done', '--force', 'the rest comes later');
    expect(await backlog.run(['archive', epic])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${epic} has open items: ${part}`),
    });
    await backlog.ok('drop', part);
    await backlog.ok('archive', epic, part);
    expect(await backlog.run(['split', part, 'a', 'b'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`storymark archive --undo ${part}`),
    });
  });

  it('lets check find an open item in the archive, and doctor bring it back', async () => {
    const backlog = await createNewBacklog();
    const path = 'items/archive/ST-1-one.md';
    backlog.write(`backlog/${path}`, '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: x\n---\n');
    expect((await backlog.run(['check'])).stdout).toContain('archive/open');
    await backlog.run(['doctor', '--fix']);
    expect(backlog.read('backlog/items/ST-1-one.md')).toContain('status: ready');
    expect(listFiles(backlog.dir).filter((one) => one.endsWith(path))).toEqual([]);
  });

  it('never gives an archived id away again', async () => {
    const backlog = await createNewBacklog('--ids', 'sequential');
    await backlog.ok('add', 'one');
    await backlog.ok('drop', 'ST-1');
    await backlog.ok('archive', 'ST-1');
    expect(await backlog.id('add', 'two')).toBe('ST-2');
  });

  it.each([
    [[], 'give items or --done-before'],
    [['--done-before', 'june'], '--done-before: expected a date'],
    [['OPEN'], 'is still open (draft)'],
    [['lead'], 'lead is a persona: only work items can be archived'],
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
