import { describe, expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';
import { createBacklogWithHistory, usualPace } from './forecast-backlog.js';

interface Forecast {
  readonly samples: number;
  readonly remaining: number;
  readonly ahead: number;
  readonly enough: boolean;
  readonly percentiles: Readonly<
    Record<string, { readonly sprints: number | null; readonly date: string | null }>
  >;
  readonly due: readonly { readonly id: string; readonly chance: number; readonly late: boolean }[];
  readonly by: {
    readonly periods: number;
    readonly chance: number;
    readonly percentiles: Readonly<
      Record<string, { readonly amount: number; readonly items: number }>
    >;
  } | null;
  readonly unestimated: { readonly items: number };
}

const open = [
  { id: 'EP-1', more: 'due: 2027-03-31' },
  { id: 'ST-1', points: 13, more: 'parent: EP-1' },
  { id: 'ST-2', points: 21 },
  { id: 'ST-3', points: 21, more: 'parent: EP-1\ndue: 2026-12-06' },
  { id: 'ST-4', points: 34 },
  { id: 'ST-5' },
];

describe('forecast', () => {
  it('gives dates on the calendar of sprints, the same each time, in the order of the backlog', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const epic = await sandbox.json<Forecast>('forecast', 'epic:EP-1');
    expect(epic).toMatchObject({ samples: 9, remaining: 34, ahead: 21, enough: true });
    expect(Object.keys(epic.percentiles)).toEqual(['50', '70', '85', '95']);
    // 55 points at about 22 a sprint; sprints end every second Monday from 7 December on.
    expect(epic.percentiles['50']).toEqual({ sprints: 3, date: '2027-01-04' });
    expect(await sandbox.json('forecast', 'EP-1')).toEqual({
      ...epic,
      scope: 'EP-1 Item EP-1',
    });
    const other = await sandbox.json<Forecast>('forecast', 'EP-1', '--seed', '2');
    expect(other.percentiles['50']).toEqual(epic.percentiles['50']);
    const alone = await sandbox.json<Forecast>('forecast', 'EP-1', '--alone');
    expect(alone).toMatchObject({ remaining: 34, ahead: 0 });
    expect(alone.percentiles['50']?.sprints).toBe(2);
  });

  it('names what is due and would be late, with its chance', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const { due } = await sandbox.json<Forecast>('forecast');
    expect(due.map(({ id, late }) => [id, late])).toEqual([
      ['ST-3', true],
      ['EP-1', false],
    ]);
    expect(due[0]?.chance).toBeLessThan(0.05);
    expect(due[1]?.chance).toBeGreaterThan(0.95);
    const { stdout } = await sandbox.run(['forecast', 'ST-3'], { terminal: 100 });
    expect(stdout).toContain('← the date to communicate');
    expect(stdout).toMatch(/ST-3 +Item ST-3 +6 December 2026 +.* < 1 % +late/);
    expect(stdout).toMatch(/Accuracy: of past 85 % forecasts, \d+ % held \(backtest, 10 cases\)/);
  });

  it('says how much is done by a day, and grows the work on request', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const { by } = await sandbox.json<Forecast>('forecast', '--by', '2027-01-05');
    expect(by?.periods).toBe(3);
    const amounts = ['50', '70', '85', '95'].map((key) => by?.percentiles[key]?.amount ?? 0);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(amounts[0]).toBeGreaterThan(55);
    expect(by?.percentiles['50']?.items).toBeGreaterThanOrEqual(3);
    const plain = await sandbox.json<Forecast>('forecast', '--top', '3');
    const grown = await sandbox.json<Forecast>('forecast', '--top', '3', '--growth', '100');
    expect(grown.percentiles['50']?.sprints).toBeGreaterThan(
      plain.percentiles['50']?.sprints ?? 99,
    );
  });

  it('counts an item without estimate, and says how', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const all = await sandbox.json<Forecast>('forecast');
    expect(all.unestimated.items).toBe(1);
    const { stdout } = await sandbox.run(['forecast'], { terminal: 100 });
    expect(stdout).toContain('1 item without estimate: counted with sizes drawn from');
    const items = await sandbox.json<Forecast>('forecast', '--unit', 'items');
    expect(items).toMatchObject({ remaining: 5, unestimated: { items: 0 } });
  });

  it('replays the history', async () => {
    const sandbox = createBacklogWithHistory([...usualPace, ...usualPace], open);
    const { stdout } = await sandbox.run(['forecast', '--backtest'], { terminal: 100 });
    expect(stdout).toContain('63 forecasts that could have been made');
    expect(stdout).toMatch(/^85 % +\d+ %$/m);
    expect(stdout).toMatch(/Brier score 0\.\d{3}/);
  });

  it('says too little history, on the example too, and nothing from nothing', async () => {
    const few = createBacklogWithHistory([20, 22, 24, 18], open);
    expect((await few.run(['forecast'], { terminal: 100 })).stdout).toContain(
      'Too little history: 4 sprints',
    );
    const example = createSandbox('examples/calendar');
    const { stdout } = await example.run(['forecast'], { terminal: 100 });
    expect(stdout).toContain('Too little history: 2 sprints, and a forecast needs at least 5.');
    expect(stdout).not.toContain('the date to communicate');
    const by = await example.run(['forecast', '--by', '2026-12-24'], { terminal: 100 });
    expect(by.stdout).toContain('at the current pace 33 to 34 points, the first 4 items');
    expect(by.stdout).not.toContain(' % ');
    const piped = await example.run(['forecast', '--json', 'percentiles']);
    expect(piped.stderr).toContain('Too little history: 2 sprints');
    const none = createBacklogWithHistory([], open);
    const { samples, percentiles } = await none.json<Forecast>('forecast');
    expect(samples).toBe(0);
    expect(percentiles['85']).toEqual({ sprints: null, date: null });
    const stuck = createBacklogWithHistory([0, 0, 0, 0, 0], open);
    expect((await stuck.run(['forecast'], { terminal: 100 })).stdout).toContain(
      'delivered nothing, so there is nothing to forecast from',
    );
  });

  it('refuses what makes no sense, naming the flag', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const wrong = [
      ['--by', 'soon'],
      ['--by', '2020-01-01'],
      ['--growth', '50-20'],
      ['--growth', 'much'],
      ['--trials', '3'],
      ['--top', '0'],
      ['--chart', 'picture.png'],
    ];
    for (const argv of wrong) {
      const { code, stderr } = await sandbox.run(['forecast', ...argv]);
      expect([code, stderr.includes(argv[0] ?? '')]).toEqual([2, true]);
    }
    const unknown = await sandbox.run(['forecast', 'ST-99']);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('there is no item "ST-99"'),
    ]);
    const done = await sandbox.run(['forecast', 'ST-D1']);
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining('no open items')]);
  });

  it('draws its histogram', async () => {
    const sandbox = createBacklogWithHistory(usualPace, open);
    const { stderr } = await sandbox.run(['forecast', '--chart', 'when.svg']);
    expect(stderr).toBe('Drew when.svg\n');
    const svg = sandbox.read('when.svg');
    expect(svg).toContain('<svg');
    expect(svg).toContain('% of trials');
    expect(svg).not.toContain('NaN');
  });
});
