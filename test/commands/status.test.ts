import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { scriptedPrompt } from '../support/sandbox.js';

async function withItem(...flags: readonly string[]) {
  const backlog = await createNewBacklog();
  const id = await backlog.id('add', 'one', ...flags);
  return { backlog, id, fields: () => backlog.json<Record<string, unknown>>('show', id) };
}

const criteria = ['-c', 'Given x, then y', '-c', 'And z'];

describe('start, done, drop and reopen', () => {
  it('move an item through the workflow and stamp the days', async () => {
    const { backlog, id, fields } = await withItem();
    expect(await backlog.ok('start', id, '--on', '2026-11-20')).toBe(`${id}\n`);
    expect(await fields()).toMatchObject({ status: 'doing', started: '2026-11-20' });
    await backlog.ok('done', id, '--on', '2026-11-22');
    expect(await fields()).toMatchObject({
      status: 'done',
      started: '2026-11-20',
      done: '2026-11-22',
    });
    await backlog.ok('reopen', id, '--reason', 'it came back');
    expect(await fields()).toMatchObject({ status: 'ready', started: '2026-11-20' });
    expect(await fields()).not.toHaveProperty('done');
    expect(await backlog.fileOf(id)).toContain('> Reopened on 2026-11-24: it came back\n');
    await backlog.ok('start', id, '--on', '2026-11-23');
    expect(await fields()).toMatchObject({ started: '2026-11-20' });
    await backlog.ok('drop', id, '--reason', 'nobody asks for it');
    expect(await fields()).toMatchObject({ status: 'dropped' });
    expect(await backlog.fileOf(id)).toContain('> Dropped on 2026-11-24: nobody asks for it\n');
    await backlog.ok('reopen', id);
    expect(await fields()).toMatchObject({ status: 'draft' });
  });

  it('leave alone what stands there already, and say so', async () => {
    const { backlog, id, fields } = await withItem();
    await backlog.ok('start', id);
    const before = hashFolder(backlog.dir);
    for (const verb of ['start', 'reopen']) {
      const { code, stderr } = await backlog.run([verb, id]);
      expect([code, stderr]).toEqual([0, `note: ${id} is doing already\n`]);
    }
    expect(hashFolder(backlog.dir)).toEqual(before);
    expect(await fields()).toMatchObject({ status: 'doing' });
  });

  it('take several items, or none when one cannot', async () => {
    const { backlog, id } = await withItem(...criteria);
    const other = await backlog.id('add', 'two');
    const before = hashFolder(backlog.dir);
    expect((await backlog.run(['done', other, id])).code).toBe(1);
    expect(hashFolder(backlog.dir)).toEqual(before);
    await backlog.ok('done', other, id, '--tick');
    expect(await backlog.json('list')).toEqual([]);
  });

  it('go by the workflow of the type, and by the team’s own words', async () => {
    const { backlog } = await withItem();
    backlog.write(
      'backlog/backlog.yaml',
      'statuses: {todo: todo, wip: doing, ok: done, no: dropped}\nready: [todo]\n',
    );
    const id = await backlog.id('add', 'two', '--set', 'status=todo');
    await backlog.ok('start', id);
    expect(await backlog.json('show', id)).toMatchObject({ status: 'wip' });
    const feedback = await backlog.id('add', '-t', 'feedback', 'Too slow');
    await backlog.ok('done', feedback);
    const shown = await backlog.json('show', feedback);
    expect(shown).toMatchObject({ status: 'answered' });
    // A date of work is no field of feedback.
    expect(shown).not.toHaveProperty('done');
    await backlog.ok('add', '-t', 'persona', 'Lead');
    const { code, stderr } = await backlog.run(['done', 'lead']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: lead: a persona has no status of category done\n',
    ]);
  });

  it('leave sprints to the commands that freeze them', async () => {
    const { backlog } = await withItem();
    await backlog.ok('sprint', 'create');
    const before = hashFolder(backlog.dir);
    for (const verb of ['start', 'done', 'drop', 'reopen']) {
      const { code, stderr } = await backlog.run([verb, '2026-S24']);
      expect([code, stderr]).toEqual([
        2,
        'storymark: 2026-S24 is a sprint: use storymark sprint start or sprint close\n',
      ]);
    }
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('drop takes an item out of its sprint and names what waits for it', async () => {
    const { backlog, id, fields } = await withItem('--points', '3');
    const other = await backlog.id('add', 'two', '--set', `depends=${id}`);
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'add', id);
    const { stderr } = await backlog.run(['drop', id]);
    expect(stderr).toBe(`note: ${other} still depends on ${id}\n`);
    expect(await fields()).toMatchObject({
      sprints: ['2026-11-24 +2026-S24 3 added', '2026-11-24 -2026-S24 3 dropped'],
    });
    expect(await fields()).not.toHaveProperty('sprint');
  });

  it.each([
    [['--on', 'yesterday'], '--on: expected a date such as 2026-11-24, not "yesterday"'],
    [['--reason', 'one\ntwo'], 'the reason: control characters and line breaks'],
    [['--reason', '\u001b[31mred'], 'the reason: control characters'],
    [['--reason', ' '], 'the reason is empty'],
  ])('refuse %j', async (flags, message) => {
    const { backlog, id } = await withItem();
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['start', id, ...flags]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });
});

describe('done with criteria that are not ticked', () => {
  it('is refused, listing them', async () => {
    const { backlog, id } = await withItem(...criteria);
    const before = hashFolder(backlog.dir);
    const { code, stdout, stderr } = await backlog.run(['done', id]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      `${id}: 2 criteria are not ticked:\n  - [ ] Given x, then y\n  - [ ] And z\n`,
    );
    expect(stderr).toContain('--tick');
    expect(stderr).toContain('--force "why"');
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('passes with --tick, which ticks them', async () => {
    const { backlog, id } = await withItem(...criteria);
    await backlog.ok('done', id, '--tick');
    expect(await backlog.json('show', id)).toMatchObject({
      status: 'done',
      criteria: { total: 2, done: 2 },
    });
    expect(await backlog.fileOf(id)).toContain('- [x] Given x, then y\n- [x] And z\n');
  });

  it('passes with --force, which keeps the reason', async () => {
    const { backlog, id } = await withItem(...criteria);
    expect((await backlog.run(['done', id, '--force'])).code).toBe(2);
    await backlog.ok('done', id, '--force', 'z is no longer true');
    expect(await backlog.json('show', id)).toMatchObject({
      status: 'done',
      criteria: { total: 2, done: 0 },
    });
    expect(await backlog.fileOf(id)).toContain(
      '> Done on 2026-11-24 with 2 criteria open: z is no longer true\n',
    );
  });

  it('asks on a terminal', async () => {
    const { backlog, id } = await withItem(...criteria);
    expect((await backlog.run(['done', id], { prompt: scriptedPrompt([false]) })).code).toBe(1);
    expect((await backlog.run(['done', id], { prompt: scriptedPrompt([true]) })).code).toBe(0);
    expect(await backlog.json('show', id)).toMatchObject({ status: 'done', criteria: { done: 2 } });
    // Nothing is left to ask about.
    expect((await backlog.run(['done', id], { prompt: scriptedPrompt([]) })).code).toBe(0);
  });

  it('reminds of the Definition of Done', async () => {
    const { backlog, id } = await withItem();
    backlog.write('backlog/backlog.yaml', 'done:\n  - Reviewed\n  - Released\n');
    expect((await backlog.run(['done', id])).stderr).toBe(
      'Definition of Done:\n  - Reviewed\n  - Released\n',
    );
  });
});
