import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';

const file = 'backlog/backlog.yaml';

describe('config', () => {
  it('sets a key and leaves every other byte of the file', async () => {
    const backlog = await createNewBacklog();
    const before = backlog.read(file);
    await backlog.ok('config', 'set', 'sprint.length', '7');
    expect(backlog.read(file).replace(/sprint:\n {2}length: 7\n/, '')).toBe(before);
    expect(await backlog.ok('config', 'get', 'sprint.length')).toBe('7\n');
    await backlog.ok('config', 'set', 'sprint', '');
    expect(backlog.read(file)).toBe(before);
    expect(await backlog.json('config', 'get', 'sprint.length')).toEqual({
      key: 'sprint.length',
      value: 14,
    });
  });

  it('takes lists, rule ids with slashes and texts', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('config', 'set', 'points', '[1, 2, 4]');
    await backlog.ok('config', 'set', 'check.rules.story/atomic', 'error');
    await backlog.ok('config', 'set', 'product', 'Calendar');
    expect(await backlog.ok('config', 'get', 'points')).toBe('[1,2,4]\n');
    expect(await backlog.ok('config', 'get', 'check.rules.story/atomic')).toBe('error\n');
    const all = await backlog.ok('config', 'get');
    expect(all).toContain('product\tCalendar\n');
    expect(all).toContain('statuses.doing\tdoing\n');
  });

  it('answers 1 for what is not set', async () => {
    const backlog = await createNewBacklog();
    expect(await backlog.run(['config', 'get', 'timezone'])).toMatchObject({ code: 1, stderr: '' });
  });

  it.each([
    [['sprint.length', '0'], 'sprint.length'],
    [['sprnt.length', '7'], 'Did you mean sprint?'],
    [['ids', 'wild'], 'ids'],
    [['ids', '[a'], 'is not valid YAML'],
    [['ids', 'random\nproduct: x'], 'is not valid YAML'],
    [['statuses.doing', 'todo'], 'statuses'],
  ])('refuses %j and writes nothing', async (argv, message) => {
    const backlog = await createNewBacklog();
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['config', 'set', ...argv]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('puts right what keeps everything else from running', async () => {
    const backlog = await createNewBacklog();
    backlog.write(file, 'sprint:\n  length: -1\n');
    expect((await backlog.run(['list'])).code).toBe(2);
    await backlog.ok('config', 'set', 'sprint.length', '10');
    expect((await backlog.run(['list'])).code).toBe(0);
  });
});
