import { describe, expect, it } from 'vitest';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

interface Decision {
  readonly kind: string;
  readonly id: string;
  readonly why: string;
  readonly command: string;
}

async function sprintOf(backlog: NewBacklog, ...ids: readonly string[]): Promise<void> {
  await backlog.ok('sprint', 'create', 'See the week', '--start', '2026-11-16');
  await backlog.ok('sprint', 'add', ...ids);
  await backlog.ok('sprint', 'start');
}

describe('report', () => {
  it('sprint tells what is done, in progress and to do, and leaves private items out', async () => {
    const backlog = await createNewBacklog();
    const done = await backlog.id('add', 'Paid *now*', '--points', '3');
    const doing = await backlog.id('add', 'Menu', '--points', '5');
    const hidden = await backlog.id('add', 'Secret', '--points', '1', '--set', 'private=true');
    await sprintOf(backlog, done, doing, hidden);
    await backlog.ok('done', done);
    await backlog.ok('start', doing);
    const late = await backlog.id('add', 'Outage', '--points', '2');
    await backlog.ok('sprint', 'add', late, '--reason', 'customer down');
    const { stdout, stderr } = await backlog.run(['report', 'sprint']);
    expect(stdout).toContain('# Sprint 2026-S24: See the week\n');
    expect(stdout).toContain('4 working days left. 3 of 11 points done, 9 were committed.');
    expect(stdout).toContain(`## Done\n\n- ${done} Paid \\*now\\* (3 points)\n`);
    expect(stdout).toContain(`## In progress\n\n- ${doing} Menu (5 points)\n`);
    expect(stdout).toContain(`## To do\n\n- ${late} Outage (2 points)\n`);
    expect(stdout).toContain(`+2 ${late} Outage, customer down`);
    expect(stdout).not.toContain('Secret');
    expect(stdout).not.toContain(hidden);
    expect(stderr).toBe('note: 1 private item left out\n');
  });

  it('sprint of a closed one tells what was carried over', async () => {
    const backlog = await createNewBacklog();
    const done = await backlog.id('add', 'Paid', '--points', '3');
    const open = await backlog.id('add', 'Menu', '--points', '5');
    await sprintOf(backlog, done, open);
    await backlog.ok('done', done);
    await backlog.ok('sprint', 'close', '--unfinished', 'backlog');
    const text = await backlog.ok('report', 'sprint', '2026-S24');
    expect(text).toContain(`## Carried over\n\n- ${open} Menu (5 points)`);
    expect(text).not.toContain('days left');
  });

  it('daily tells the news since the last working day', async () => {
    const backlog = await createNewBacklog();
    const ids = [];
    for (const title of ['Old', 'Friday', 'Begun', 'Waits']) {
      ids.push(await backlog.id('add', title, '--points', '2'));
    }
    const [old = '', friday = '', begun = '', waits = ''] = ids;
    await backlog.ok('set', waits, `depends=${begun}`);
    await sprintOf(backlog, ...ids);
    await backlog.ok('done', old, '--on', '2026-11-19');
    await backlog.ok('done', friday, '--on', '2026-11-20');
    await backlog.ok('start', begun, '--on', '2026-11-23');
    const monday = { now: '2026-11-23T09:00:00Z' };
    const { stdout } = await backlog.run(['report', 'daily'], monday);
    expect(stdout).toContain('# 23 November 2026, sprint 2026-S24\n');
    expect(stdout).toContain('4 points left, 0.8 behind an even pace.');
    expect(stdout).toContain(`## Done since 20 November 2026\n\n- ${friday} Friday (2 points)\n`);
    expect(stdout).not.toContain(`${old} Old`);
    expect(stdout).toContain(`## Started\n\n- ${begun} Begun (2 points)\n`);
    expect(stdout).toContain(`- ${begun} Begun (2 points), day 1\n`);
    expect(stdout).toContain(`## Waiting\n\n- ${waits} Waits (2 points, waits for ${begun})`);
  });

  it('stakeholder tells one what they asked, what came of it, and their share', async () => {
    const sandbox = createSandbox('examples/calendar');
    const text = await sandbox.ok('report', 'stakeholder', 'ACME');
    expect(text).toContain('# For ACME, 24 November 2026');
    expect(text).toContain('### Eleven messages to find half an hour');
    expect(text).toContain('- What we are working on now: 16%');
    expect(text).toMatch(/## Still waiting\n\n- Eleven messages to find half an hour: for 75 days/);
    expect(text).not.toMatch(/\bST-[0-9A-Z]{5}\b/);
  });

  it('status tells goals, sprint, pace and risks', async () => {
    const sandbox = createSandbox('examples/calendar');
    const text = await sandbox.ok('report', 'status');
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    expect(headings).toEqual([
      '# Common Hours, 24 November 2026',
      '## Goals',
      '## This sprint',
      '## Pace',
      '## Ahead',
      '## At risk',
    ]);
    expect(text).toContain('21.5 points a sprint over the last 2 sprints, between 21 and 22.');
  });

  it.each([
    [['statsu'], 'unknown report "statsu". Did you mean status?'],
    [['stakeholder'], 'give a stakeholder: storymark report stakeholder NAME'],
    [['daily'], 'no sprint is running'],
  ])('refuses %j', async (argv, message) => {
    const backlog = await createNewBacklog();
    const { code, stderr } = await backlog.run(['report', ...argv]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('today', () => {
  it('has nothing to say of an empty backlog', async () => {
    const backlog = await createNewBacklog();
    expect(await backlog.json('today')).toEqual([]);
    const { stdout } = await backlog.run(['today'], { terminal: 80 });
    expect(stdout).toBe('Nothing needs your decision today.\n');
  });

  it('names what waits for a decision, with a command that settles it', async () => {
    const backlog = await createNewBacklog();
    const blocker = await backlog.id('add', 'Blocker', '--points', '1');
    const stuck = await backlog.id('add', 'Stuck', '--points', '1', '--set', `depends=${blocker}`);
    await backlog.ok('start', stuck, '--force', 'its first half');
    const feedback = await backlog.id('add', '-t', 'feedback', 'Cold soup');
    await backlog.ok('ask', stuck, 'How hot?');
    const decisions = await backlog.json<Decision[]>('today');
    const of = (kind: string) => decisions.filter((one) => one.kind === kind);
    expect(of('inbox')).toMatchObject([{ id: feedback, command: `storymark triage ${feedback}` }]);
    expect(of('stuck')).toMatchObject([{ id: stuck, why: `waits for ${blocker}` }]);
    expect(of('question')).toMatchObject([{ id: stuck, why: 'no one assigned' }]);
    expect(of('unready').map(({ id }) => id)).toEqual([blocker, stuck]);
    expect(of('unready')[0]?.why).toBe('near the top, no acceptance criteria, still draft');
  });

  it('speaks of sprints that are over, or wait to be started', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'Menu', '--points', '1');
    await backlog.ok('sprint', 'create', 'See the week', '--start', '2026-11-16');
    await backlog.ok('sprint', 'add', id);
    const sprints = async (now: string) => {
      const { stdout } = await backlog.run(['today', '--json'], { now });
      return (JSON.parse(stdout) as Decision[]).filter(({ kind }) => kind === 'sprint');
    };
    expect(await sprints('2026-11-16T09:00:00Z')).toMatchObject([
      { why: 'is planned; no sprint is running', command: 'storymark sprint start 2026-S24' },
    ]);
    await backlog.ok('sprint', 'start');
    expect(await sprints('2026-11-29T09:00:00Z')).toEqual([]);
    expect(await sprints('2026-12-01T09:00:00Z')).toMatchObject([
      { why: 'ended 2 days ago', command: 'storymark sprint close 2026-S24' },
    ]);
  });

  it('names dates that slip, told ones too', async () => {
    const sandbox = createSandbox('examples/calendar');
    const dates = (await sandbox.json<Decision[]>('today')).filter(({ kind }) => kind === 'date');
    expect(dates.map(({ id }) => id)).toEqual(['ST-A5D8W', 'FB-0Q5MS']);
    expect(dates[1]?.command).toBe('storymark answer FB-0Q5MS --save');
  });

  it('shows the first few of each kind, all with --all', async () => {
    const backlog = await createNewBacklog();
    for (let index = 0; index < 7; index += 1) {
      await backlog.ok('add', '-t', 'feedback', `Wish ${index}`);
    }
    const terminal = { terminal: 100 };
    expect((await backlog.run(['today'], terminal)).stdout).toContain('… and 2 more: --all');
    expect((await backlog.run(['today', '--all'], terminal)).stdout).toContain('Wish 6');
  });
});
