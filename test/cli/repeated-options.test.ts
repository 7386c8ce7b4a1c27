import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/commands/index.js';
import { createNewBacklog } from '../support/new-backlog.js';

describe('an option of several values', () => {
  it('never takes the arguments behind it', () => {
    const greedy = commandSpecs.flatMap(({ name, options = [] }) =>
      options.filter(({ flags }) => flags.includes('...')).map(({ flags }) => `${name} ${flags}`),
    );
    expect(greedy).toEqual([]);
  });

  it.each([
    ['add -t task --label', ['add', '-t', 'task', '--label', 'x', 'Title'], 'Title'],
    ['add --set', ['add', '--set', 'points=3', 'Title'], 'Title'],
    ['add -c', ['add', '-c', 'it works', 'Title'], 'Title'],
    ['import --label', ['import', 'csv', '--label', 'w', 'in.csv'], 'Menu'],
    ['import --set', ['import', 'csv', '--set', 'points=3', 'in.csv'], 'Menu'],
  ])('%s leaves the argument alone', async (_, argv, title) => {
    const backlog = await createNewBacklog();
    backlog.write('in.csv', 'title,type\nMenu,task\n');
    await backlog.ok(...argv);
    expect(await backlog.json('list')).toMatchObject([{ title }]);
  });

  it('is given again, or with commas where that is the sign of a list', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', '--label', 'a,b', '--label', 'c', 'Title');
    expect(await backlog.json('show', id)).toMatchObject({ labels: ['a', 'b', 'c'] });
    const { code, stderr } = await backlog.run(['add', 'Other', '--label', 'a', 'b']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('too many arguments')]);
  });
});
