import { describe, expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';
import { createBacklogWithHistory, usualPace } from './forecast-backlog.js';

interface Roadmap {
  readonly samples: number;
  readonly enough: boolean;
  readonly entries: readonly {
    readonly id: string | null;
    readonly title: string;
    readonly horizon: string;
    readonly quarter: string | null;
    readonly start: string | null;
    readonly unsplit: boolean;
    readonly items: { readonly all: number; readonly done: number };
    readonly percentiles: Readonly<Record<string, { readonly date: string | null }>>;
  }[];
  readonly late: readonly { readonly id: string }[];
}

const open = [
  { id: 'EP-1' },
  { id: 'ST-1', points: 8, more: 'parent: EP-1\nstatus: doing\nstarted: 2026-11-23' },
  { id: 'ST-2', points: 5, more: 'parent: EP-1\ndue: 2027-12-31' },
  { id: 'EP-2' },
  { id: 'ST-3', points: 40, more: 'parent: EP-2\ndue: 2026-11-30' },
  { id: 'EP-3', more: 'title: "Odd | <name>"' },
  { id: 'EP-4' },
  { id: 'ST-4', points: 90, more: 'parent: EP-4' },
  { id: 'EP-5' },
  { id: 'ST-5', points: 8, more: 'parent: EP-5' },
  { id: 'ST-6', points: 3 },
];

describe('roadmap', () => {
  it('sorts epics into now, next and later, with dates in the order of the backlog', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const { entries, late, enough } = await sandbox.json<Roadmap>('roadmap');
    expect(enough).toBe(true);
    expect(entries.map(({ id, horizon }) => [id, horizon])).toEqual([
      ['EP-1', 'now'],
      ['EP-2', 'next'],
      ['EP-3', 'next'],
      ['EP-4', 'next'],
      ['EP-5', 'later'],
      [null, 'later'],
    ]);
    expect(entries.map(({ unsplit }) => unsplit)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(entries[0]?.start).toBe('2026-11-24');
    const dates = entries.flatMap(({ percentiles }) => percentiles['85']?.date ?? []);
    expect(dates).toHaveLength(5);
    expect(dates).toEqual(dates.toSorted());
    expect(entries[0]).toMatchObject({ quarter: '2026-Q4', items: { all: 2, done: 0 } });
    expect(late.map(({ id }) => id)).toEqual(['ST-3']);
  });

  it('is shown by horizon or quarter, and names what would be late', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const { stdout } = await sandbox.run(['roadmap'], { terminal: 120 });
    expect(stdout).toMatch(/Now\nEP-1 .*\nNext\nEP-2 /);
    expect(stdout).toContain('not split yet');
    expect(stdout).toMatch(/WOULD BE LATE.*\nST-3 .* 30 November 2026 .* < 1 % +late/);
    const quarters = await sandbox.run(['roadmap', '--quarters'], { terminal: 120 });
    expect(quarters.stdout).toMatch(/Q4 2026\nEP-1 /);
    expect(quarters.stdout).toMatch(/No date yet\nEP-3 /);
    const rows = (await sandbox.ok('roadmap')).trimEnd().split('\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]?.split('\t')).toHaveLength(8);
  });

  it('is written as Markdown in which names are no markup', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const markdown = await sandbox.ok('roadmap', '--format', 'markdown');
    expect(markdown).toContain('# Roadmap');
    expect(markdown).toContain('- **EP-3 Odd \\| \\<name\\>**: not split yet');
    expect(markdown).toContain(
      '## Now\n\n- **EP-1 Item EP-1**: 0 of 13 points done, 7 December 2026 to ',
    );
    expect(markdown).toContain(
      '## Would be late\n\n- ST-3 Item ST-3: due on 30 November 2026, safe by ',
    );
  });

  it('is drawn, also with nothing to forecast from', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    await sandbox.ok('roadmap', '--chart', 'roadmap.svg');
    expect(sandbox.read('roadmap.svg')).toContain('EP-2 Item EP-2');
    const empty = createBacklogWithHistory([], open);
    const { stdout } = await empty.run(['roadmap', '--chart', 'empty.svg'], { terminal: 100 });
    expect(stdout).toContain('No sprint is closed yet, so there are no dates.');
    expect(empty.read('empty.svg')).not.toContain('NaN');
  });

  it('is honest on the example: too little history, and one item late', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { stdout } = await sandbox.run(['roadmap'], { terminal: 110 });
    expect(stdout).toContain('Too little history for a forecast');
    expect(stdout).toContain('AT THIS PACE');
    expect(stdout).not.toContain('85 %');
    expect(stdout).toMatch(/ST-A5D8W +See the public holidays .* 18 December 2026 .* late/);
  });
});

describe('sprint plan', () => {
  it('names what would be late with the plan, and not what the plan takes in', async () => {
    const sandbox = createBacklogWithHistory(usualPace, [
      { id: 'ST-1', points: 13, more: 'score: {value: 13, urgency: 8, risk: 3}' },
      { id: 'ST-2', points: 60, more: 'score: {value: 1, urgency: 1, risk: 1}' },
      {
        id: 'ST-3',
        points: 5,
        more: 'due: 2026-12-07\nscore: {value: 8, urgency: 8, risk: 3}',
      },
      { id: 'ST-4', points: 8, more: 'due: 2026-12-01\nscore: {value: 1, urgency: 1, risk: 1}' },
    ]);
    const plan = await sandbox.json<{
      readonly chosen: readonly { readonly id: string }[];
      readonly late: readonly { readonly id: string }[];
    }>('sprint', 'plan', '--capacity', '10', '--must', 'ST-3');
    expect(plan.chosen.map(({ id }) => id)).toContain('ST-3');
    expect(plan.late.map(({ id }) => id)).toEqual(['ST-4']);
    const { stdout } = await sandbox.run(['sprint', 'plan', '--capacity', '10'], { terminal: 100 });
    expect(stdout).toMatch(/LATE WITH THIS PLAN.*\nST-4 +Item ST-4 +1 December 2026/);
  });
});
