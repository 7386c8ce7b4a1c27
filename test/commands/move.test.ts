import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

async function withItems(...titles: readonly string[]) {
  const backlog = await createNewBacklog();
  const ids: Record<string, string> = {};
  for (const title of titles) ids[title] = await backlog.id('add', title);
  return { backlog, ids };
}

async function order(backlog: NewBacklog): Promise<string> {
  const items = await backlog.json<{ title: string }[]>('list');
  return items.map(({ title }) => title).join('');
}

function changedFiles(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
) {
  return Object.keys(after).filter((path) => before[path] !== after[path]);
}

describe('move', () => {
  it.each([
    [['d', '--top'], 'dabc'],
    [['a', '--bottom'], 'bcda'],
    [['d', '--before', 'b'], 'adbc'],
    [['a', '--after', 'c'], 'bcad'],
    [['d', 'b', '--top'], 'dbac'],
    [['a', 'b', '--after', 'd'], 'cdab'],
    [['b', '--after', 'a'], 'abcd'],
  ])('%j makes it %s, changing only what is moved', async (argv, wanted) => {
    const { backlog, ids } = await withItems('a', 'b', 'c', 'd');
    const before = hashFolder(backlog.dir);
    await backlog.ok('move', ...argv.map((word) => ids[word] ?? word));
    expect(await order(backlog)).toBe(wanted);
    const moved = argv.filter((word) => ids[word] !== undefined && word.length === 1);
    expect(changedFiles(before, hashFolder(backlog.dir)).length).toBeLessThanOrEqual(moved.length);
  });

  it.each([
    [['a'], 'give a place: --top, --bottom, --before ID or --after ID'],
    [['a', '--top', '--bottom'], 'give only one of --top, --bottom, --before, --after'],
    [['a', '--after', 'a'], 'cannot be moved next to itself'],
    [['g', '--top'], 'g is a goal: only work items have a place in the order'],
    [['a', '--after', 'g'], "g has no place in the backlog's order"],
    [['nobody', '--top'], 'there is no item "nobody"'],
    [['a', '--after', 'nobody'], 'there is no item "nobody"'],
    [[], "missing required argument 'id'"],
  ])('refuses %j', async (argv, message) => {
    const { backlog, ids } = await withItems('a', 'b');
    await backlog.ok('add', '-t', 'goal', 'g');
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['move', ...argv.map((word) => ids[word] ?? word)]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('survives two items with one id and one rank', async () => {
    const { backlog, ids } = await withItems('a', 'b');
    const text = await backlog.fileOf(ids['b'] ?? '');
    backlog.write('backlog/items/copy.md', text);
    expect((await backlog.run(['move', ids['a'] ?? '', '--bottom'])).code).toBe(0);
    expect(await order(backlog)).toBe('bba');
  });
});
