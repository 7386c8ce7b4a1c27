import { describe, expect, it } from 'vitest';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');

describe('vision', () => {
  it('is one sentence, or says what is missing', async () => {
    expect(await calendar().ok('vision')).toMatch(
      /^For remote teams .* who lose hours .*, Common Hours is a shared calendar that shows .*\. What sets it apart: it shares/,
    );
    const backlog = await createNewBacklog();
    const { code, stdout, stderr } = await backlog.run(['vision']);
    expect([code, stdout.trim()]).toEqual([0, '']);
    expect(stderr).toContain('has no for, need, product, benefit, difference');
  });
});

interface Goal {
  readonly id: string;
  readonly current: number;
  readonly reached: boolean | null;
  readonly readings: readonly { on: string; value: number }[];
  readonly points: { all: number; done: number };
  readonly items: { all: number; done: number };
  readonly against: readonly string[];
}

describe('goals', () => {
  it('count the points of what serves them, itself or through its epic', async () => {
    const sandbox = calendar();
    const [first, second] = await sandbox.json<Goal[]>('goals');
    expect(first).toMatchObject({ id: 'async-teams', reached: false, current: 5 });
    const listed = await sandbox.json<
      { type: string; status: string; points?: number; goal?: unknown; parent?: string }[]
    >('list', '--all');
    const serving = listed.filter(({ type, status, goal, parent }) => {
      const own = goal === undefined ? null : [goal].flat();
      const inherited = parent === 'EP-2M9QT' || parent === 'EP-8D4WK';
      const serves = own === null ? inherited : own.includes('async-teams');
      return type !== 'epic' && status !== 'dropped' && serves;
    });
    const sum = (items: typeof serving) => items.reduce((all, { points = 0 }) => all + points, 0);
    expect(first?.points).toEqual({
      all: sum(serving),
      done: sum(serving.filter(({ status }) => status === 'done')),
    });
    expect(first?.items.all).toBe(serving.length);
    expect(second?.against).toEqual([]);
    await sandbox.ok('reopen', '5C');
    const [, open] = await sandbox.json<Goal[]>('goals');
    expect(open?.against).toEqual(['ST-5C2ZB']);
  });

  it('keep their measure over time, one line a day, the newest as current', async () => {
    const sandbox = calendar();
    await sandbox.ok('goal', 'measure', 'async', '4.5', '--on', '2026-10-20');
    const [goal] = await sandbox.json<Goal[]>('goals');
    expect([goal?.current, goal?.readings.at(-2)]).toEqual([5, { on: '2026-10-20', value: 4.5 }]);
    const { stdout, stderr } = await sandbox.run(['goal', 'measure', 'async', '2'], {
      terminal: 100,
    });
    expect(stdout).toContain('7 → 7 → 6 → 4.5 → 5 → 2, target 2 by 2027-Q1 (reached)');
    expect(stderr).toContain('storymark set async-teams status=reached');
    const text = sandbox.read('backlog/goals/async-teams.md');
    expect(text).toContain('current: 2\n');
    expect(text).toMatch(/\n {2}- 2026-11-24 2\n---/);
  });

  it('take readings from a file', async () => {
    const sandbox = calendar();
    sandbox.write('one.csv', 'date;value\n2026-11-10;4\n2026-11-02;5.5\n');
    await sandbox.ok('goal', 'measure', 'async', '--import', 'one.csv');
    sandbox.write('many.csv', 'trusted-calendar,2026-11-20,50\nasync-teams,2026-11-20,3\n');
    const measured = await sandbox.json<Goal[]>('goal', 'measure', '--import', 'many.csv');
    expect(measured.map(({ id, current }) => [id, current])).toEqual([
      ['async-teams', 3],
      ['trusted-calendar', 50],
    ]);
    expect(measured[0]?.readings.slice(-3)).toEqual([
      { on: '2026-11-02', value: 5.5 },
      { on: '2026-11-10', value: 4 },
      { on: '2026-11-20', value: 3 },
    ]);
    sandbox.write('odd.csv', '2026-11-10,4\n2026-02-30,4\n');
    const odd = await sandbox.run(['goal', 'measure', 'async', '--import', 'odd.csv']);
    expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('odd.csv:2: "2026-02-30"')]);
    const nobody = await sandbox.run(['goal', 'measure', '--import', 'one.csv']);
    expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('no goal given')]);
  });

  it.each([
    [['goal', 'measure', 'acme', '4'], 'acme is a stakeholder, not a goal'],
    [['goal', 'measure', 'async', 'four'], 'a number of 0 or more'],
    [['goal', 'measure', 'async'], 'the value'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await calendar().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('stage', () => {
  it('goes through the gates one by one, naming what each lacks', async () => {
    const backlog = await createNewBacklog();
    const epic = await backlog.id('add', '-t', 'epic', 'Notes at the door');
    const stage = (...words: string[]) => backlog.run(['stage', epic, ...words]);
    expect((await stage('next')).code).toBe(0);
    const refused = await stage('next');
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(
        /definition needs something under “Value proposition”.*“Success metrics”/,
      ),
    ]);
    const path = await backlog.pathOf(epic);
    const filled = backlog
      .read(path)
      .replace('## Value proposition', '## Value proposition\n\nHosts know who came.')
      .replace('## Success metrics', '## Success metrics\n\n- Notes read: 80 %');
    backlog.write(path, filled);
    expect((await stage('next')).code).toBe(0);
    expect((await stage('next')).stderr).toContain('prototype needs a link to the prototype');
    const task = await backlog.id('add', '-t', 'task', 'Test the door');
    const wrongs = [
      [task, 'it is draft, not done'],
      ['nowhere.html', 'not an existing file or item'],
      ['../outside.md', 'not an existing file or item'],
    ] as const;
    for (const [evidence, message] of wrongs) {
      const { code, stderr } = await stage('next', '--evidence', evidence);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
    await backlog.ok('done', task);
    expect((await stage('next', '--evidence', task)).stderr).toContain(
      'for a link to the prototype a URL or a file is required',
    );
    backlog.write('docs/a test.md', 'Six people tried it.\n');
    await backlog.ok(
      'stage',
      epic,
      'validation',
      '--evidence',
      'https://example.org/p%20q',
      '--evidence',
      'docs/a test.md',
    );
    await backlog.ok('stage', epic, 'next', '--evidence', task);
    const {
      events,
      stage: now,
      next,
    } = await backlog.json<{
      events: { stage: string; evidence: string[] }[];
      stage: string;
      next: null;
    }>('stage', epic);
    expect([now, next]).toEqual(['launch', null]);
    expect(events.map(({ stage: to, evidence }) => [to, ...evidence])).toEqual([
      ['idea'],
      ['definition'],
      ['prototype', 'https://example.org/p%20q'],
      ['design'],
      ['validation', 'docs/a test.md'],
      ['launch', task],
    ]);
    expect((await stage('next')).stderr).toContain('which is the last stage');
  });

  it('passes by force, keeps the reason, and goes back for a reason', async () => {
    const sandbox = calendar();
    await sandbox.ok('stage', 'EP-5H', 'prototype', '--force', 'the fair is on Monday');
    expect(sandbox.read('backlog/items/EP-5H0RZ-a-calendar-people-rely-on.md')).toContain(
      'prototype forced: the fair is on Monday',
    );
    const back = ['stage', 'EP-5H', 'definition'];
    expect((await sandbox.run(back)).code).toBe(2);
    await sandbox.ok(...back, '--force', 'the prototype was of another product');
    expect(await sandbox.json('stage', 'EP-5H')).toMatchObject({ stage: 'definition' });
    await sandbox.ok('check', 'backlog/items/EP-5H0RZ-a-calendar-people-rely-on.md');
  });

  it('has a board, and gates of the team’s own', async () => {
    const sandbox = calendar();
    const settings = sandbox.read('backlog/backlog.yaml');
    sandbox.write(
      'backlog/backlog.yaml',
      `${settings}\nstages:\n  prototype: {}\n  launch: { evidence: a signed contract, is: [path] }\n`,
    );
    await sandbox.ok('stage', 'EP-5H', 'next');
    const board = await sandbox.json<{ id: string; stage: string; missing: string[] }[]>('stages');
    expect(board.map(({ id, stage, missing }) => [id, stage, ...missing])).toEqual([
      ['EP-5H0RZ', 'prototype'],
      ['EP-8D4WK', 'design', 'a note of a user test'],
      ['EP-2M9QT', 'validation', 'a signed contract'],
    ]);
    const { stdout } = await sandbox.run(['stage'], { terminal: 100 });
    expect(stdout).toMatch(/prototype\n {2}EP-5H0RZ[\s\S]*design\n {2}EP-8D4WK/);
  });

  it.each([
    [['stage', 'ST-7K', 'next'], 'only epics go through stages'],
    [['stage', 'EP-5H', 'protoype'], 'Did you mean prototype?'],
    [['stage', 'EP-5H', 'definition'], 'is in definition already'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await calendar().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
