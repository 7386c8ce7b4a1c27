import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';
import { createBacklogWithHistory, usualPace } from './forecast-backlog.js';

interface Burndown {
  readonly id: string;
  readonly committed: number;
  readonly days: readonly {
    readonly day: string;
    readonly scope: number | null;
    readonly done: number | null;
    readonly left: number | null;
  }[];
}

describe('burndown', () => {
  it('shows the running sprint to today, with its change of scope', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { id, committed, days } = await sandbox.json<Burndown>('burndown');
    expect([id, committed, days.length]).toEqual(['2026-S24', 23, 14]);
    expect(days[2]).toMatchObject({ day: '2026-11-18', scope: 23, done: 2, left: 21 });
    expect(days[8]).toMatchObject({ day: '2026-11-24', scope: 25, done: 9, left: 16 });
    expect(days[9]?.left).toBeNull();
    const { stdout } = await sandbox.run(['burndown'], { terminal: 90 });
    expect(stdout).toContain(
      '16 of 25 points left, 2 more than committed; 9.1 behind an even pace',
    );
    expect(stdout).toContain('Mo  Tu  We');
    const up = await sandbox.run(['burndown', '--burnup'], { terminal: 40 });
    expect(up.stdout).toContain('9 of 25 points done');
    expect(
      Math.max(
        ...up.stdout
          .split('\n')
          .slice(3)
          .map((line) => line.length),
      ),
    ).toBeLessThan(41);
  });

  it('agrees with what closing froze, and follows an item that left', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { days } = await sandbox.json<Burndown>('burndown', '2026-S22');
    expect(days.at(-1)).toMatchObject({ scope: 21, done: 21, left: 0 });
    // ST-N7T2X (5) left on the 22nd, BU-9K4TE (3) came on the 26th.
    const scopes = days.map(({ scope }) => scope);
    expect(scopes.slice(2, 8)).toEqual([23, 18, 18, 18, 18, 21]);
    const rows = (await sandbox.ok('burndown', '2026-S23')).trimEnd().split('\n');
    expect(rows.at(-1)?.split('\t')).toEqual(['2026-11-15', '30', '22', '8', '0']);
  });

  it('refuses a sprint that has not started, and what is none', async () => {
    const sandbox = createSandbox('examples/calendar');
    await sandbox.ok('sprint', 'create', 'Next');
    const planned = await sandbox.run(['burndown', '2026-S25']);
    expect([planned.code, planned.stderr]).toEqual([
      2,
      expect.stringContaining('2026-S25 has not started'),
    ]);
    expect((await sandbox.run(['burndown', 'ST-7K3FD'])).stderr).toContain('not a sprint');
  });

  it('draws both pictures, weekends shaded', async () => {
    const sandbox = createSandbox('examples/calendar');
    await sandbox.ok('burndown', '--chart', 'down.svg');
    await sandbox.ok('burndown', '--burnup', '--chart', 'up.svg');
    for (const name of ['down.svg', 'up.svg']) {
      const svg = sandbox.read(name);
      expect(svg.match(/class="zone"/g)).toHaveLength(4);
      expect(svg).toContain('Scope');
      expect(svg).toContain('As of 24 Nov.');
    }
  });
});

describe('velocity', () => {
  it('tells mean and spread of the last sprints', async () => {
    const sandbox = createBacklogWithHistory(usualPace, []);
    const { mean, spread, sprints } = await sandbox.json<{
      readonly mean: number;
      readonly spread: object;
      readonly sprints: readonly object[];
    }>('velocity', '--last', '5');
    expect(sprints).toHaveLength(9);
    expect(mean).toBe((30 + 12 + 22 + 25 + 19) / 5);
    expect(spread).toMatchObject({ sprints: 5, least: 12, median: 22, most: 30 });
    const { stdout } = await sandbox.run(['velocity'], { terminal: 90 });
    expect(stdout).toContain('Mean of the last 3 sprints: 22 points, from 19 to 25, median 22');
    await sandbox.ok('velocity', '--chart', 'velocity.svg');
    expect(sandbox.read('velocity.svg')).toContain('dashed: mean 22');
    expect((await sandbox.run(['velocity', '--last', '0'])).code).toBe(2);
    const none = createBacklogWithHistory([], []);
    expect((await none.run(['velocity'], { terminal: 90 })).stdout).toBe(
      'No sprint is closed yet.\n',
    );
  });
});

describe('measures', () => {
  it('tells times, aging work, throughput and flow', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { stdout } = await sandbox.run(['measures'], { terminal: 100 });
    expect(stdout).toMatch(/Cycle time +4 +6 +8 +11 +14/);
    expect(stdout).toMatch(/ST-K1Y5C +15 +review .* old/);
    expect(stdout).toContain('Mean of 5 weeks: 2.8 items');
    const flow = (await sandbox.ok('measures', 'flow')).trimEnd().split('\n');
    expect(flow.at(-1)).toBe('2026-11-24\t18\t2\t14');
    await sandbox.ok('measures', 'flow', '--chart', 'flow.svg');
    await sandbox.ok('measures', 'cycle', '--chart', 'cycle.svg');
    expect(sandbox.read('flow.svg')).toContain('Cumulative flow');
    expect(sandbox.read('cycle.svg')).toContain('Cycle time (days)');
    expect((await sandbox.run(['measures', 'speed'])).code).toBe(2);
  });
});

describe('measures without dates in the files', () => {
  it('asks git when an item was written down, begun and done', async () => {
    const sandbox = createBacklogWithHistory([], [{ id: 'ST-1', more: 'title: One' }]);
    const path = 'backlog/items/ST-1-item.md';
    const undated = sandbox.read(path).replace(/^created: .*\n/m, '');
    const git = (day: string, ...argv: readonly string[]) => {
      const date = `${day}T12:00:00Z`;
      const { status, stderr } = spawnSync('git', argv, {
        cwd: sandbox.dir,
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
      if (status !== 0) throw new Error(String(stderr));
    };
    const commit = (day: string, status: string) => {
      sandbox.write(path, undated.replace('status: ready', `status: ${status}  # moved`));
      git(day, 'add', '.');
      git(day, '-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-qm', status);
    };
    git('2026-11-01', 'init', '-q');
    commit('2026-11-02', 'ready');
    commit('2026-11-10', 'doing');
    commit('2026-11-12', 'done');
    const { times, lead, fromGit } = await sandbox.json<{
      readonly times: readonly object[];
      readonly lead: { readonly percentiles: Readonly<Record<string, number>> };
      readonly fromGit: number;
    }>('measures');
    expect(times).toEqual([{ id: 'ST-1', title: 'One', done: '2026-11-12', days: 3 }]);
    expect(lead.percentiles['50']).toBe(11);
    expect(fromGit).toBe(3);
  });
});
