import { describe, expect, it } from 'vitest';
import type { ShownPlan } from '../../src/commands/sprints/sprint-plan-text.js';
import type { Sandbox } from '../support/sandbox.js';
import { writeBacklog } from '../support/write-backlog.js';

function plan(sandbox: Sandbox, ...args: readonly string[]): Promise<ShownPlan> {
  return sandbox.json<ShownPlan>('sprint', 'plan', ...args);
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

function writeDocument(sandbox: Sandbox, path: string, fields: object): void {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  sandbox.write(`backlog/${path}`, `---\n${lines.join('\n')}\n---\n`);
}

function writeClosed(sandbox: Sandbox, id: string, start: string, end: string, points: number) {
  const done = [{ id: 'X', points }];
  writeDocument(sandbox, `sprints/${id}.md`, {
    id,
    type: 'sprint',
    status: 'closed',
    title: id,
    start,
    end,
    done,
  });
}

describe('sprint plan, wishes', () => {
  it('keeps exclusions, skills, members and the reserve', async () => {
    const sandbox = writeBacklog({
      A: { value: 9, excludes: ['B'] },
      B: { value: 8 },
      C: { value: 7, skills: ['design'] },
      D: { value: 6, skills: 'design' },
      E: { value: 5, assignee: 'ada' },
      F: { value: 4, assignee: 'ada' },
      G: { value: 1, type: 'bug' },
    });
    const limits = ['--skill', 'design=1', '--member', 'ada=1'];
    const { chosen } = await plan(sandbox, '--capacity', '9', ...limits);
    expect(idsOf(chosen)).toEqual(['A', 'C', 'E', 'G']);
    const reserved = await plan(sandbox, '--capacity', '3', '--reserve', '40%');
    expect(idsOf(reserved.chosen)).toEqual(['A', 'G']);
    const torn = await sandbox.run([
      'sprint',
      'plan',
      '--capacity',
      '9',
      '--must',
      'A',
      '--must',
      'B',
    ]);
    expect(torn.code).toBe(1);
    expect(torn.stderr).toContain('A must be in, and excludes B: B must be in');
  });

  it('serves a goal, by an item itself or by the epic it is part of', async () => {
    const sandbox = writeBacklog({
      E: { type: 'epic', points: undefined, goal: 'calm' },
      A: { value: 9 },
      B: { value: 8 },
      C: { value: 2, parent: 'E' },
      D: { value: 1, goal: ['calm'] },
    });
    writeDocument(sandbox, 'goals/calm.md', { id: 'calm', type: 'goal', title: 'Calm' });
    const half = await plan(sandbox, '--capacity', '2', '--goal', 'calm', '--goal-share', '50%');
    expect(idsOf(half.chosen)).toEqual(['A', 'C']);
    const all = await plan(sandbox, '--capacity', '2', '--goal', 'calm', '--goal-share', '1');
    expect(idsOf(all.chosen)).toEqual(['C', 'D']);
    const wrong = await sandbox.run(['sprint', 'plan', '--capacity', '2', '--goal', 'A']);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('A is of type story, not a goal'),
    ]);
  });

  it('counts an epic or feedback as a whole or not at all', async () => {
    const sandbox = writeBacklog({
      E: { type: 'epic', points: undefined },
      A: { value: 6 },
      B: { value: 5, parent: 'E' },
      C: { value: 4, parent: 'E' },
    });
    writeDocument(sandbox, 'feedback/FB-1.md', {
      id: 'FB-1',
      type: 'feedback',
      title: 'Both, please',
      items: ['A', 'C'],
    });
    const whole = await plan(sandbox, '--capacity', '2', '--whole', 'E');
    expect(idsOf(whole.chosen)).toEqual(['B', 'C']);
    expect(whole.groups).toMatchObject([{ id: 'E', value: 9, complete: true, missing: [] }]);
    const wanted = await plan(sandbox, '--capacity', '2', '--whole', 'FB-1=20');
    expect([idsOf(wanted.chosen), wanted.value]).toEqual([['A', 'C'], 20]);
    const both = await sandbox.run(['sprint', 'plan', '--capacity', '2', '--whole', 'E,FB-1']);
    expect(both.stderr).toContain('C is part of E and FB-1: give their values');
  });

  it('shows other sets nearly as good, and leaves prices out when in a hurry', async () => {
    const sandbox = writeBacklog({ A: { value: 100 }, B: { value: 99 }, C: { value: 9 } });
    const explained = await plan(sandbox, '--capacity', '1', '--explain');
    expect(explained.alternatives).toEqual([
      { chosen: ['B'], value: 99, size: 1, in: ['B'], out: ['A'] },
    ]);
    expect(explained.chosen[0]?.price).toBe(1);
    const quick = await plan(sandbox, '--capacity', '1', '--quick');
    expect([quick.alternatives, quick.chosen[0]?.price]).toEqual([null, null]);
    const { stdout } = await sandbox.run(['sprint', 'plan', '--capacity', '1', '--explain'], {
      terminal: 80,
    });
    expect(stdout).toMatch(/^ *OR +POINTS +WITH +WITHOUT\n *−1 +1 +B +A$/m);
  });
});

describe('sprint plan, capacity', () => {
  const items = { A: { value: 5, points: 8, hours: 6 }, B: { value: 9, points: 5, hours: 30 } };

  it('takes a share of past sprints', async () => {
    const sandbox = writeBacklog(items);
    expect((await sandbox.run(['sprint', 'plan', '--velocity', 'p50'])).stderr).toContain(
      'no sprint is closed yet',
    );
    writeClosed(sandbox, '2026-S21', '2026-10-12', '2026-10-25', 4);
    writeClosed(sandbox, '2026-S22', '2026-10-26', '2026-11-08', 10);
    writeClosed(sandbox, '2026-S23', '2026-11-09', '2026-11-22', 8);
    expect((await plan(sandbox)).capacity).toBe(7.3);
    expect((await plan(sandbox, '--velocity', 'p50')).capacity).toBe(8);
    expect((await plan(sandbox, '--velocity', 'p85')).capacity).toBe(5.2);
  });

  it('reads the team off the calendar, in points and in hours', async () => {
    const team =
      'team: {focus: 0.5, members: [{name: ada, skills: [code]}, {name: bob, off: [2026-11-24..2026-11-30]}]}';
    const sandbox = writeBacklog({ ...items, C: { value: 9, skills: ['ops'] } }, team);
    const silent = await sandbox.run(['sprint', 'plan']);
    expect([silent.code, silent.stderr]).toEqual([2, expect.stringContaining('pointsPerDay')]);
    // Two weeks from Tuesday 24 November: ten days for ada, five for bob.
    const hours = await plan(sandbox, '--unit', 'hours');
    expect(hours).toMatchObject({ unit: 'hours', capacity: 60, points: 36 });
    writeClosed(sandbox, '2026-S23', '2026-11-09', '2026-11-22', 16);
    const points = await plan(sandbox, '--capacity', 'team');
    // 16 points in 20 days then, 15 days now.
    expect(points.capacity).toBe(12);
    expect(points.left.map(({ id, reason }) => [id, reason])).toEqual([
      ['A', 'worth less than the items that fit'],
      ['C', 'does not fit: 1 point of ops, 0 free'],
    ]);
  });

  it.each([
    [['--capacity', 'lots'], '--capacity: expected a number of 0 or more'],
    [['--capacity', 'team'], 'backlog.yaml has no team'],
    [['--unit', 'hours'], 'no capacity: give --capacity HOURS'],
    [['--velocity', 'half'], '--velocity: expected a percentile'],
    [['--capacity', '5', '--reserve', '120%'], '--reserve: expected a share'],
    [['--capacity', '5', '--skill', 'design'], '--skill: expected a name and a number'],
    [['--capacity', '5', '--sprints', '0'], '--sprints: expected a whole number'],
    [['--capacity', '5', '--whole', 'A'], 'A is of type story, not an epic or feedback'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await writeBacklog(items).run(['sprint', 'plan', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('sprint plan --sprints', () => {
  const backlog = () =>
    writeBacklog({
      A: { value: 9, points: 3, depends: ['B'] },
      B: { value: 1, points: 3 },
      C: { value: 8, points: 3 },
      D: { value: 2, points: 3 },
    });

  it('puts the best first, in order', async () => {
    const found = await plan(backlog(), '--sprints', '2', '--capacity', '6');
    expect(found.sprints).toMatchObject([
      {
        number: 1,
        start: '2026-11-24',
        end: '2026-12-07',
        items: ['A', 'B'],
        points: 6,
        value: 10,
      },
      {
        number: 2,
        start: '2026-12-08',
        end: '2026-12-21',
        items: ['C', 'D'],
        points: 6,
        value: 10,
      },
    ]);
    expect(found).toMatchObject({ capacity: 12, points: 12, value: 19, proven: true });
    expect(await plan(backlog(), '--sprints', '2', '--capacity', '6')).toEqual(found);
  });

  it('applies the first sprint only', async () => {
    const sandbox = backlog();
    const args = ['sprint', 'plan', '--sprints', '2', '--capacity', '6'];
    const { stdout } = await sandbox.run([...args, '--apply'], { terminal: 80 });
    expect(stdout).toContain('Sprint 2   8 December 2026 to 21 December 2026   6 of 6');
    const planned = await sandbox.json<{ id: string }[]>('list', 'has:sprint');
    expect(idsOf(planned)).toEqual(['A', 'B']);
    const again = await plan(sandbox, '--sprints', '2', '--capacity', '6');
    expect(again.sprints?.map(({ items }) => items)).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
    expect(again.sprints?.[0]?.sprint).toBe(again.sprint);
    expect(await sandbox.ok(...args)).toBe(
      '1\tA\t3\tTitle of A\n1\tB\t3\tTitle of B\n2\tC\t3\tTitle of C\n2\tD\t3\tTitle of D\n',
    );
  });
});
