import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, startRepository } from '../support/check-backlog.js';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { scriptedPrompt } from '../support/sandbox.js';

describe('delete', () => {
  it('removes the file of what nobody names', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const path = await backlog.pathOf(id);
    expect(await backlog.json('delete', id, '--force')).toMatchObject([{ id, path }]);
    expect(await backlog.json('list', '--all')).toEqual([]);
  });

  it.each([
    [
      'that git does not know',
      (backlog: NewBacklog) => {
        git(backlog, 'rm', '--quiet', '--cached', '-r', 'backlog/items');
        git(backlog, 'commit', '--quiet', '-m', 'without');
      },
    ],
    [
      'that is staged and not committed',
      (backlog: NewBacklog) => {
        git(backlog, 'rm', '--quiet', '--cached', '-r', 'backlog/items');
        git(backlog, 'commit', '--quiet', '-m', 'without');
        git(backlog, 'add', '--all');
      },
    ],
    [
      'with a change that is not committed',
      (backlog: NewBacklog) => backlog.ok('set', 'ST-', 'points=3'),
    ],
    [
      'outside a repository',
      (backlog: NewBacklog) => rmSync(join(backlog.dir, '.git'), { recursive: true }),
    ],
  ] as const)(
    'asks before it removes a file %s, and refuses where it cannot ask',
    async (_, change) => {
      const backlog = await createNewBacklog();
      const id = await backlog.id('add', 'one');
      startRepository(backlog);
      await change(backlog);
      const before = hashFolder(backlog.dir);
      const { code, stderr } = await backlog.run(['delete', id]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('commit first, or use --force')]);
      const declined = await backlog.run(['delete', id], { prompt: scriptedPrompt([false]) });
      expect([declined.code, declined.stderr]).toEqual([
        130,
        expect.stringContaining('nothing was deleted'),
      ]);
      expect((await backlog.run(['delete', id, '--dry-run'])).code).toBe(0);
      expect(hashFolder(backlog.dir)).toEqual(before);
      await backlog.run(['delete', id], { prompt: scriptedPrompt([true]) });
      expect(await backlog.json('list', '--all')).toEqual([]);
    },
  );

  it('removes at once what a commit holds', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    startRepository(backlog);
    await backlog.ok('delete', id);
    expect(await backlog.json('list', '--all')).toEqual([]);
  });

  it('refuses what others name, and names them; --force takes the references out', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const other = await backlog.id('add', 'two', '--set', `depends=${id}`);
    const third = await backlog.id('add', 'three', '--set', `depends=${id},${other}`);
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['delete', id]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`referenced by ${other}, ${third}`),
    ]);
    expect(hashFolder(backlog.dir)).toEqual(before);
    await backlog.ok('delete', id, '--force');
    expect(await backlog.fileOf(other)).not.toContain('depends');
    expect(await backlog.json('show', third)).toMatchObject({ depends: [other] });
  });

  it('takes a pair that names each other, and no number that would be given again', async () => {
    const backlog = await createNewBacklog();
    const epic = await backlog.id('add', '-t', 'epic', 'one');
    const part = await backlog.id('add', 'two', '--parent', epic);
    await backlog.ok('delete', epic, part, '--force');
    expect(await backlog.json('list', '--all')).toEqual([]);
    const numbered = await createNewBacklog('--ids', 'sequential');
    const id = await numbered.id('add', 'one');
    const { code, stderr } = await numbered.run(['delete', id, '--force']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('its number would be reused')]);
  });
});

describe('merge', () => {
  it('moves criteria, lists and links over, and drops the others with a note', async () => {
    const backlog = await createNewBacklog();
    const blocker = await backlog.id('add', 'blocker');
    const kept = await backlog.id('add', 'kept', '--label', 'a', '--criterion', 'is seen');
    const gone = await backlog.id(
      'add',
      'gone',
      ...['--label', 'b', '--criterion', 'is seen', '--criterion', 'is heard'],
      ...['--set', `depends=${blocker}`],
    );
    const waiting = await backlog.id('add', 'waiting', '--set', `depends=${gone},${kept}`);
    await backlog.ok('set', kept, `depends=${gone}`);
    expect(await backlog.json('merge', gone, '--into', kept)).toMatchObject([{ id: kept }]);
    expect(await backlog.json('show', kept)).toMatchObject({
      labels: ['a', 'b'],
      depends: [blocker],
      criteria: { total: 2, done: 0 },
    });
    expect(await backlog.json('show', waiting)).toMatchObject({ depends: [kept] });
    expect(await backlog.json('show', gone)).toMatchObject({ status: 'dropped' });
    expect(await backlog.fileOf(gone)).toContain(`> Dropped on 2026-11-24: merged into ${kept}`);
  });

  it('lets an epic’s parts and feedback follow', async () => {
    const backlog = await createNewBacklog();
    const kept = await backlog.id('add', '-t', 'epic', 'kept');
    const gone = await backlog.id('add', '-t', 'epic', 'gone');
    const part = await backlog.id('add', 'part', '--parent', gone);
    const wish = await backlog.id('add', '-t', 'feedback', 'wish', '--set', `items=${gone}`);
    await backlog.ok('merge', gone, '--into', kept);
    expect(await backlog.json('show', part)).toMatchObject({ parent: kept });
    expect(await backlog.json('show', wish)).toMatchObject({ items: [kept] });
  });

  it.each([
    [['GONE'], 'give the item to keep: --into ID'],
    [['GONE', '--into', 'GONE'], 'cannot be merged into itself'],
    [['GONE', '--into', 'lead'], 'lead is a persona: only work items can be merged'],
    [['GONE', '--into', 'DONE'], 'is done already'],
  ])('refuses %j', async (argv, message) => {
    const backlog = await createNewBacklog();
    const gone = await backlog.id('add', 'gone');
    const done = await backlog.id('add', 'done');
    await backlog.ok('done', done);
    await backlog.ok('add', '-t', 'persona', 'Lead');
    const before = hashFolder(backlog.dir);
    const words = argv.map((word) => word.replace('GONE', gone).replace('DONE', done));
    const { code, stderr } = await backlog.run(['merge', ...words]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('refuses what would make items wait in a circle', async () => {
    const backlog = await createNewBacklog();
    const first = await backlog.id('add', 'first');
    const middle = await backlog.id('add', 'middle', '--set', `depends=${first}`);
    const last = await backlog.id('add', 'last', '--set', `depends=${middle}`);
    const { code, stderr } = await backlog.run(['merge', last, '--into', first]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('would create a cycle')]);
  });
});
