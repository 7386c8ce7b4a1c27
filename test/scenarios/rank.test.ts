import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreModels } from '../../src/score/models/index.js';
import { createSandbox } from '../support/sandbox.js';

interface Row {
  readonly id: string;
  readonly position: number;
  readonly was: number;
  readonly score: number | null;
  readonly pinned: boolean;
  readonly pulledUpBy: string | null;
}

const calendar = () => createSandbox('examples/calendar');

/** Cells of the widest line: combining marks and wide characters do not occur in the example. */
function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].length));
}

describe('rank', () => {
  it.each([60, 80, 100, 120])(
    'fits a terminal of %i columns, and keeps ids whole',
    async (terminal) => {
      const sandbox = calendar();
      for (const argv of [
        ['rank'],
        ['rank', '--by', 'value-effort'],
        ['rank', '--compare', 'wsjf,value-effort'],
      ]) {
        const { stdout } = await sandbox.run(argv, { terminal });
        const table = stdout.split('\n\n')[0] ?? '';
        expect(widest(table)).toBeLessThanOrEqual(terminal);
        expect(table).toContain('SP-4V1NR');
      }
    },
  );

  it('shows the old place beside the new one, and a bar', async () => {
    const { stdout } = await calendar().run(['rank'], { terminal: 140 });
    const [head = '', first = ''] = stdout.split('\n').map((line) => line.trim());
    expect(head).toMatch(/#\s+WAS\s+ID\s+TITLE\s+WSJF\s+VALUE\s+URGENCY\s+RISK\s+SIZE/);
    expect(first).toMatch(/^1\s+2 ↑1\s+ST-7K3FD .* 3\.20 .*█.* before SP-4V1NR$/);
  });

  it('puts pinned items first, after what they wait for, and says so', async () => {
    const sandbox = calendar();
    const before = await sandbox.json<Row[]>('rank');
    const last = before.findLast(({ pulledUpBy }) => pulledUpBy === null);
    await sandbox.ok('set', last?.id ?? '', 'pin=top');
    const after = await sandbox.json<Row[]>('rank');
    expect(after.find(({ id }) => id === last?.id)).toMatchObject({ pinned: true });
    const above = after.slice(
      0,
      after.findIndex(({ id }) => id === last?.id),
    );
    expect(above.every(({ pulledUpBy }) => pulledUpBy === last?.id)).toBe(true);
    const { stdout } = await sandbox.run(['rank'], { terminal: 100 });
    expect(stdout).toMatch(new RegExp(`${last?.id}.*pinned`));
  });

  it('names what stands in the way of a score on stderr, and ranks on', async () => {
    const sandbox = calendar();
    await sandbox.ok('set', 'ST-7K', 'score.size=0');
    const { code, stdout, stderr } = await sandbox.run(['rank'], { terminal: 140 });
    expect(code).toBe(0);
    expect(stderr).toContain('note: ST-7K3FD: score.size must be above 0, not 0');
    expect(stdout).toMatch(/ST-7K3FD .* !/);
    const rows = await sandbox.json<{ id: string; score: null; invalid: object[] }[]>('rank');
    expect(rows.find(({ id }) => id === 'ST-7K3FD')).toMatchObject({
      score: null,
      missing: [],
      invalid: [{ key: 'size', field: 'score.size', message: 'score.size must be above 0, not 0' }],
    });
  });

  it('names the first of very many faults, and where the others are', async () => {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    for (let index = 0; index < 25; index += 1) {
      sandbox.write(
        `backlog/items/ST-N${index}.md`,
        `---\nid: ST-N${index}\ntype: story\nstatus: draft\ntitle: n\nscore:\n  value: .inf\n---\n`,
      );
    }
    const { code, stderr } = await sandbox.run(['rank', '--json']);
    const notes = stderr.trim().split('\n');
    expect([code, notes.length]).toEqual([0, 21]);
    expect(notes[0]).toBe('note: ST-N0: score.value must be a number, not .inf');
    expect(notes.at(-1)).toBe('note: and 5 more, in rank --json under invalid');
  });

  it('compares models with their correlation', async () => {
    const sandbox = calendar();
    const compared = await sandbox.json<{
      models: string[];
      items: { id: string; positions: number[]; scores: (number | null)[] }[];
      correlations: { a: string; b: string; tau: number; items: number }[];
    }>('rank', '--compare', 'wsjf,value-effort');
    expect(compared.models).toEqual(['wsjf', 'value-effort']);
    for (const [index, model] of compared.models.entries()) {
      const rows = await sandbox.json<Row[]>('rank', '--by', model);
      for (const { id, position, score } of rows) {
        const item = compared.items.find((one) => one.id === id);
        expect([item?.positions[index], item?.scores[index]]).toEqual([position, score]);
      }
    }
    const [correlation] = compared.correlations;
    expect(correlation?.tau).toBeGreaterThan(0.3);
    expect(correlation?.tau).toBeLessThan(1);
    const same = await sandbox.run(['rank', '--compare', 'wsjf,rice'], { terminal: 100 });
    expect(same.stdout).toContain('nothing to compare, over 0 items that both score');
  });

  it('simulates ranges, the same for the same seed', async () => {
    const sandbox = calendar();
    await sandbox.ok('score', 'SP-4V', 'value=1..20');
    await sandbox.ok('score', 'ST-M4', 'value=1..13', 'urgency=3..5');
    const simulate = (seed: string) =>
      sandbox.ok('rank', '--simulate', '--draws', '500', '--top', '3', '--seed', seed, '--json');
    expect(await simulate('a')).toBe(await simulate('a'));
    const { items, uncertain, top } = JSON.parse(await simulate('a'));
    expect([uncertain, top]).toEqual([2, 3]);
    const moved = items.find(({ id }: Row) => id === 'ST-M4S0G');
    expect(moved.places.p10).toBeLessThan(moved.places.p90);
    expect(moved.mover.key).toBe('value');
    const sum = items.reduce((total: number, item: { chance: number }) => total + item.chance, 0);
    expect(sum).toBeCloseTo(3, 6);
    const { stdout } = await sandbox.run(['rank', '--simulate', '--seed', 'a'], { terminal: 120 });
    expect(stdout).toContain('10,000 draws, seed a; 2 items have a range among the inputs.');
  });

  it('says that without ranges there is nothing to simulate', async () => {
    const { stderr } = await calendar().run(['rank', '--simulate', '--draws', '10']);
    expect(stderr).toContain('no input is a range');
  });

  it.each(scoreModels.map(({ id }) => id))(
    'explains %s, in a backlog and outside one',
    async (id) => {
      for (const sandbox of [calendar(), createSandbox()]) {
        const text = await sandbox.ok('rank', '--explain-model', id);
        expect(text).toContain('score = ');
        expect(text).toContain('Source\n');
        expect(text).toContain('For example\n');
        expect(text).not.toMatch(/NaN|undefined|\[object/);
      }
    },
  );

  it.each([
    [['--compare', 'wsjf'], 'give two or more models'],
    [['--compare', 'wsjf,rcie'], 'Did you mean rice?'],
    [['--compare', 'wsjf,rice', '--apply'], '--apply and --compare cannot be combined'],
    [['--draws', '5'], '--draws requires --simulate'],
    [['--simulate', '--draws', '0'], 'a whole number from 1'],
    [['--simulate', '--top', '2.5'], 'a whole number from 1'],
    [['--simulate', '--chart', 'x.svg'], '--chart draws the ranking'],
    [['--by', 'weighted'], 'rank.weighted'],
    [['--chart', 'x.png'], 'charts are SVG'],
  ])('refuses %j', async (words, message) => {
    const { code, stdout, stderr } = await calendar().run(['rank', ...words]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('has no words for an empty backlog but these', async () => {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    for (const words of [[], ['--simulate']]) {
      const { code, stdout } = await sandbox.run(['rank', ...words], { terminal: 80 });
      expect([code, stdout]).toEqual([0, 'No open items to rank.\n']);
    }
    expect(await sandbox.ok('rank', '--json')).toBe('[]\n');
    await sandbox.ok('rank', '--chart', 'empty.svg');
  });
});

describe('rank --chart', () => {
  const draw = async (...words: readonly string[]) => {
    const sandbox = calendar();
    await sandbox.ok(
      'set',
      'ST-7K',
      'ST-M4',
      ...['A=7', 'O=33', 'M=50', 'I=10'].map((count) => `score.kano.${count}`),
    );
    const { code, stderr } = await sandbox.run(['rank', ...words, '--chart', 'picture.svg']);
    expect(code).toBe(0);
    expect(stderr).toContain('Drew picture.svg');
    return readFileSync(join(sandbox.dir, 'picture.svg'), 'utf8');
  };

  it('draws value against effort in quadrants', async () => {
    const svg = await draw('--by', 'value-effort');
    for (const name of ['Quick wins', 'Big bets', 'Fill-ins', 'Money pits']) {
      expect(svg).toContain(`>${name}</text>`);
    }
    expect(svg).toContain('ST-7K3FD See who is working now: value 8, effort 5');
  });

  it('draws a Kano plot', async () => {
    const svg = await draw('--by', 'kano');
    expect(svg.match(/class="point/g)?.length).toBe(3);
    expect(svg).toContain('Must-be, better 0.40, worse -0.83');
  });

  it('draws any other model as bars', async () => {
    const svg = await draw();
    expect(svg).toContain('WSJF = (value + urgency + risk) / size');
    expect(svg).toContain('>8.00</text>');
  });
});
