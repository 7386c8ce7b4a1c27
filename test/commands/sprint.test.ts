import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { createSandbox, scriptedPrompt } from '../support/sandbox.js';

/** Ready items of these sizes, the smaller the more valuable. */
async function withItems(...points: readonly number[]) {
  const backlog = await createNewBacklog();
  const ids: string[] = [];
  for (const size of points) {
    ids.push(
      await backlog.id(
        'add',
        `size ${size}`,
        '--points',
        `${size}`,
        '--set',
        'status=ready',
        '--set',
        `score.value=${20 - size}`,
        '--set',
        'score.urgency=1',
        '--set',
        'score.risk=1',
      ),
    );
  }
  return { backlog, ids };
}

type Shown = Record<string, unknown>;
const show = (backlog: NewBacklog, id: string) => backlog.json<Shown>('show', id);

describe('naming a sprint', () => {
  it('takes its id, a beginning of it or its title, and says what there is', async () => {
    const { backlog, ids } = await withItems(3);
    const sprint = await backlog.id('sprint', 'create', 'See who is away');
    for (const name of [sprint, '2026', 'see WHO is away']) {
      expect(await backlog.json('sprint', 'show', name)).toMatchObject({ id: sprint });
    }
    const failed = async (...words: string[]) => (await backlog.run(['sprint', ...words])).stderr;
    expect(await failed('show', 'Sprint 1')).toBe(
      `storymark: there is no sprint "Sprint 1". (${sprint})\n`,
    );
    expect(await failed('close', ids[0] ?? '')).toBe(
      `storymark: ${ids[0]} is a story, not a sprint\n`,
    );
    await backlog.ok('sprint', 'add', ids[0] ?? '');
    await backlog.ok('sprint', 'start');
    expect(await failed('start')).toBe(
      `storymark: no sprint is planned, and ${sprint} is running; create one with: storymark sprint create\n`,
    );
  });
});

describe('sprint create', () => {
  it('takes the next number and days, goal and capacity as given', async () => {
    const { backlog } = await withItems();
    expect(await backlog.ok('sprint', 'create', 'See who is away', '--capacity', '20')).toBe(
      '2026-S24\n',
    );
    expect(await show(backlog, '2026-S24')).toMatchObject({
      type: 'sprint',
      status: 'planned',
      title: 'See who is away',
      start: '2026-11-24',
      end: '2026-12-07',
      capacity: 20,
    });
    expect(await backlog.fileOf('2026-S24')).toContain('## Sprint goal\n\nSee who is away\n');
    await backlog.ok('sprint', 'create', '--length', '7');
    expect(await show(backlog, 's25')).toMatchObject({
      start: '2026-12-08',
      end: '2026-12-14',
      title: '2026-S25',
    });
  });

  it.each([
    [['--start', 'monday'], '--start: expected a date'],
    [['--length', '0'], '--length: expected 1 to 60'],
    [['--length', '9999999999'], '--length: expected 1 to 60'],
    [['--start', '0000-01-01'], '--start: 0000-01-01 is out of range'],
    [['--start', '9999-12-31'], '--start: 9999-12-31 is out of range'],
    [['--length', 'two'], '--length: expected a number of 0 or more'],
    [
      ['--start', '2026-12-01'],
      '2026-12-01 to 2026-12-14 overlaps 2026-S24, which is 2026-11-24 to 2026-12-07',
    ],
    [['a\u001b[0m'], 'goal: control characters'],
  ])('refuses %j', async (flags, message) => {
    const { backlog } = await withItems();
    await backlog.ok('sprint', 'create');
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['sprint', 'create', ...flags]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });
});

describe('sprint plan', () => {
  it('chooses what is worth most within the capacity, and says why not the rest', async () => {
    const { backlog, ids } = await withItems(3, 5, 8);
    const draft = await backlog.id('add', 'draft', '--points', '1');
    const before = hashFolder(backlog.dir);
    const plan = await backlog.json<Shown>('sprint', 'plan', '--capacity', '8');
    expect(plan).toMatchObject({
      sprint: null,
      capacity: 8,
      points: 8,
      value: 36,
      proven: true,
      bound: 36,
      gap: 0,
    });
    const chosen = plan['chosen'] as readonly Shown[];
    expect(chosen.map(({ id }) => id)).toEqual([ids[0], ids[1]]);
    for (const item of chosen)
      expect(Object.keys(item)).toEqual(
        expect.arrayContaining(['id', 'title', 'points', 'value', 'reason', 'price']),
      );
    const left = plan['left'] as readonly Shown[];
    expect(left.find(({ id }) => id === ids[2])).toMatchObject({
      price: 22,
      displaces: expect.any(Array),
    });
    expect(left.find(({ id }) => id === draft)?.['reason']).toContain('not ready');
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('puts the choice into a sprint made for it, with --apply, and keeps it there', async () => {
    const { backlog, ids } = await withItems(3, 5, 8);
    await backlog.ok('sprint', 'plan', '--capacity', '8', '--not', ids[0] ?? '', '--apply');
    expect(await show(backlog, '2026-S24')).toMatchObject({ status: 'planned', capacity: 8 });
    const inside = async () =>
      (await backlog.json<{ id: string }[]>('list', 'sprint:s24')).map(({ id }) => id);
    expect(await inside()).toEqual([ids[1]]);
    // What is in already stays, as if --must.
    await backlog.ok('sprint', 'plan', '--capacity', '11', '--apply');
    expect(await inside()).toEqual([ids[0], ids[1]]);
    expect((await show(backlog, ids[1] ?? ''))['sprints']).toEqual([
      '2026-11-24 +2026-S24 5 planned',
    ]);
    const { stdout } = await backlog.run(['sprint', 'plan', '--capacity', '11', '--apply'], {
      terminal: 90,
    });
    expect(stdout).toContain('Next: storymark sprint start');
  });

  it.each([
    [[], 'no capacity: give --capacity POINTS'],
    [['--capacity', 'x'], '--capacity: expected a number'],
    [['--capacity', '3', '--velocity', 'p50'], '--capacity and --velocity cannot be combined'],
    [['--capacity', '3', '--must', 'nobody'], 'there is no item "nobody"'],
    [['--capacity', '3', '--by', 'wsfj'], 'unknown scoring model "wsfj"'],
    [['--capacity', '3', '--time-limit', '0'], '--time-limit: expected seconds above 0'],
  ])('refuses %j', async (flags, message) => {
    const { backlog } = await withItems(3);
    const { code, stderr } = await backlog.run(['sprint', 'plan', ...flags]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('takes the capacity of the planned sprint, then of the settings', async () => {
    const { backlog } = await withItems(3);
    backlog.write('backlog/backlog.yaml', 'sprint: { capacity: 7 }\n');
    expect(await backlog.json('sprint', 'plan')).toMatchObject({ capacity: 7 });
    await backlog.ok('sprint', 'create', '--capacity', '4');
    expect(await backlog.json('sprint', 'plan')).toMatchObject({ sprint: '2026-S24', capacity: 4 });
  });
});

describe('a sprint from start to close', () => {
  it('freezes its commitment, logs what comes and goes, and keeps what was done', async () => {
    const { backlog, ids } = await withItems(3, 5, 8, 2);
    const [a = '', b = '', c = '', d = ''] = ids;
    await backlog.ok('sprint', 'create', 'Goal', '--capacity', '16');
    await backlog.ok('sprint', 'add', a, b, c);
    const started = JSON.parse(
      (await backlog.run(['sprint', 'start', '--json', 'id,committed'])).stdout,
    );
    expect(started).toEqual({
      id: '2026-S24',
      committed: expect.arrayContaining([
        { id: a, points: 3 },
        { id: b, points: 5 },
        { id: c, points: 8 },
      ]),
    });
    expect((await backlog.run(['sprint', 'start', 's24'])).stderr).toContain(
      '2026-S24 is running already',
    );

    const later = { now: '2026-11-28T12:00:00Z' };
    const added = ['sprint', 'add', d, '--reason', 'outage', '--on', '2026-11-26'];
    expect((await backlog.run(added, later)).code).toBe(0);
    const dropped = ['sprint', 'drop', c, '--reason', 'too large', '--on', '2026-11-27'];
    expect((await backlog.run(dropped, later)).code).toBe(0);
    expect((await backlog.run(['done', a, d], later)).code).toBe(0);
    const shown = await backlog.json<Shown>('sprint', 'show');
    expect(shown).toMatchObject({
      id: '2026-S24',
      status: 'active',
      points: { committed: 16, now: 10, done: 5 },
      scope: [
        { day: '2026-11-26', id: d, points: 2, direction: 'in', reason: 'outage' },
        { day: '2026-11-27', id: c, points: 8, direction: 'out', reason: 'too large' },
      ],
    });

    const options = { now: '2026-12-07T12:00:00Z' };
    const refused = await backlog.run(['sprint', 'close'], options);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining(`not done: ${b}; choose where they go: --unfinished next or backlog`),
    ]);
    const closed = await backlog.run(
      ['sprint', 'close', '--unfinished', 'next', '--json'],
      options,
    );
    expect(JSON.parse(closed.stdout)).toMatchObject({
      id: '2026-S24',
      added: [{ id: d, points: 2 }],
      removed: [{ id: c, points: 8 }],
      done: expect.arrayContaining([
        { id: a, points: 3 },
        { id: d, points: 2 },
      ]),
      carried: [{ id: b, points: 5 }],
      next: '2026-S25',
    });
    expect(await show(backlog, b)).toMatchObject({ sprint: '2026-S25', status: 'ready' });
    expect(await show(backlog, a)).toMatchObject({ sprint: '2026-S24', status: 'done' });
    expect(await backlog.fileOf('s24')).toContain('Closed on 7 December 2026: 5 points done of 16');
    expect(await backlog.ok('show', 's24')).toContain('2026-S24 Goal\n');
    expect(await backlog.json('sprint', 'list')).toMatchObject([
      { id: '2026-S24', status: 'closed', committed: 16, done: 5 },
      { id: '2026-S25', status: 'planned' },
    ]);
  });

  it('asks on a terminal where the rest goes', async () => {
    const { backlog, ids } = await withItems(3);
    await backlog.ok('sprint', 'plan', '--capacity', '3', '--apply');
    await backlog.ok('sprint', 'start');
    const { code, stdout } = await backlog.run(['sprint', 'close'], {
      prompt: scriptedPrompt(['backlog']),
    });
    expect(code).toBe(0);
    expect(stdout).toContain('2026-S24 closed');
    expect(await show(backlog, ids[0] ?? '')).not.toHaveProperty('sprint');
  });

  it('cannot be started empty, twice at a time or again; closed, nothing moves in it', async () => {
    const { backlog, ids } = await withItems(3, 5);
    const [a = '', b = ''] = ids;
    const refusal = async (...argv: readonly string[]) => {
      const { code, stderr } = await backlog.run(['sprint', ...argv]);
      return code === 2 ? stderr : `exit ${code}`;
    };
    expect(await refusal('start')).toContain('no sprint is planned');
    expect(await refusal('close')).toContain('no sprint is running');
    await backlog.ok('sprint', 'create');
    expect(await refusal('close')).toContain('start 2026-S24 with: storymark sprint start');
    expect(await refusal('start')).toContain('2026-S24 is empty');
    expect(await refusal('close', 's24')).toContain('2026-S24 was never started');
    await backlog.ok('sprint', 'add', a);
    await backlog.ok('sprint', 'start');
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'add', b, '--to', 's25');
    expect(await refusal('start', 's25')).toContain('2026-S24 is still running: close it first');
    await backlog.ok('done', a);
    await backlog.ok('sprint', 'close');
    expect(await refusal('close', 's24')).toContain('2026-S24 is closed already');
    expect(await refusal('start', 's24')).toContain('2026-S24 is closed');
    expect(await refusal('add', b, '--to', 's24')).toContain('2026-S24 is closed');
    expect(await refusal('drop', a)).toContain(`${a} was done in 2026-S24, which is closed`);
  });

  it.each([
    [['add', 'EPIC'], 'is an epic: a sprint takes stories, tasks, bugs and spikes'],
    [['add', 'lead'], 'lead is a persona'],
    [['add', 'ITEM', '--to', 'lead'], 'lead is a persona, not a sprint'],
    [['add', 'ITEM', '--on', 'x'], '--on: expected a date'],
    [['add', 'ITEM', '--reason', 'a\nb'], '--reason: control characters and line breaks'],
    [['drop', 'ITEM'], 'is not in a sprint'],
  ])('refuses %j', async (argv, message) => {
    const { backlog, ids } = await withItems(3);
    const words: Record<string, string> = {
      ITEM: ids[0] ?? '',
      EPIC: await backlog.id('add', '-t', 'epic', 'E'),
    };
    await backlog.ok('add', '-t', 'persona', 'Lead');
    await backlog.ok('sprint', 'create');
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run([
      'sprint',
      ...argv.map((word) => words[word] ?? word),
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });
});

describe('sprint show and list', () => {
  it('show dates as people say them on a terminal and ISO in a pipe', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { stdout } = await sandbox.run(['sprint', 'show'], { terminal: 100 });
    expect(stdout).toContain('16 November 2026 – 29 November 2026');
    expect(stdout).toContain('Since it started:');
    const rows = (await sandbox.ok('sprint', 'list')).trimEnd().split('\n');
    expect(rows[0]?.split('\t').slice(0, 4)).toEqual([
      '2026-S22',
      'closed',
      '2026-10-19',
      '2026-11-01',
    ]);
    expect(rows).toHaveLength(3);
  });
});

describe('a sprint on odd days', () => {
  const on = (day: string) => ({ now: `${day}T12:00:00Z` });

  it('begun late, counts what came before its real start as planned', async () => {
    const { backlog, ids } = await withItems(3, 5);
    const [a = '', b = ''] = ids;
    await backlog.ok('sprint', 'create');
    await backlog.run(['sprint', 'add', a], on('2026-11-25'));
    await backlog.run(['sprint', 'start'], on('2026-11-26'));
    expect(await show(backlog, 's24')).toMatchObject({ started: '2026-11-26' });
    await backlog.run(['sprint', 'add', b, '--reason', 'outage'], on('2026-11-27'));
    expect(await backlog.json<Shown>('sprint', 'show')).toMatchObject({
      scope: [{ day: '2026-11-27', id: b, direction: 'in', reason: 'outage' }],
    });
  });

  it('begun early, still sees what comes and goes before its first day', async () => {
    const { backlog, ids } = await withItems(3, 5);
    const [a = '', b = ''] = ids;
    await backlog.ok('sprint', 'create', '--start', '2026-12-01');
    await backlog.run(['sprint', 'add', a], on('2026-11-26'));
    await backlog.run(['sprint', 'start'], on('2026-11-26'));
    await backlog.run(['sprint', 'add', b], on('2026-11-27'));
    await backlog.run(['sprint', 'drop', b], on('2026-11-28'));
    await backlog.run(['done', a], on('2026-12-02'));
    const { stdout } = await backlog.run(['sprint', 'close', '--json'], on('2026-12-14'));
    expect(JSON.parse(stdout)).toMatchObject({ added: [{ id: b }], removed: [{ id: b }] });
  });

  it('of several planned ones, the next is started and filled', async () => {
    const { backlog, ids } = await withItems(3);
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'add', ids[0] ?? '');
    expect(await backlog.ok('sprint', 'start')).toBe('2026-S24\n');
  });
});

describe('items that change their mind', () => {
  it('dropped by hand, are removed at the close and go nowhere', async () => {
    const { backlog, ids } = await withItems(3, 5);
    const [a = '', b = ''] = ids;
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'add', a, b);
    await backlog.ok('sprint', 'start');
    await backlog.ok('set', a, 'status=dropped');
    await backlog.ok('done', b);
    expect(await backlog.json<Shown>('sprint', 'show')).toMatchObject({ points: { now: 5 } });
    const refused = await backlog.run(['sprint', 'add', a]);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining(`${a} is dropped: run storymark reopen ${a} first`),
    ]);
    // Nothing is unfinished: nothing to ask.
    const { stdout } = await backlog.run(['sprint', 'close', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      removed: [{ id: a, points: 3 }],
      done: [{ id: b, points: 5 }],
      carried: [],
    });
    expect(await show(backlog, a)).not.toHaveProperty('sprint');
  });

  it('reopened after the close, go into another sprint and leave the record alone', async () => {
    const { backlog, ids } = await withItems(3, 5);
    const [a = '', b = ''] = ids;
    await backlog.ok('sprint', 'create');
    await backlog.ok('sprint', 'add', a, b);
    await backlog.ok('sprint', 'start');
    await backlog.ok('done', a);
    await backlog.ok('sprint', 'close', '--unfinished', 'next');
    await backlog.ok('reopen', a);
    await backlog.ok('set', a, 'points=21');
    await backlog.ok('sprint', 'add', a);
    expect(await show(backlog, a)).toMatchObject({ sprint: '2026-S25' });
    expect(await backlog.json<Shown>('sprint', 'show', 's24')).toMatchObject({
      points: { committed: 8, now: 8, done: 3 },
      scope: [],
    });
    expect(await backlog.json('velocity')).toMatchObject({ mean: 3 });
  });
});
