import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSpread } from '../../src/ops/stories/estimate.js';
import { createSandbox, scriptedPrompt } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');
const scale = [1, 2, 3, 5, 8, 13, 21];

describe('a round of planning poker', () => {
  it.each([
    [[5], 5, false],
    [[3, 5, 8, 5], 5, false],
    [[3, 5], 5, false],
    [[2, 5, 8], 5, true],
    [[1, 13], 8, true],
    [[8, 8, 8, 3], 8, false],
  ])('of %j comes to %d, wide: %s', (votes, points, wide) => {
    expect(measureSpread(scale, votes)).toMatchObject({ points, wide });
  });

  it('comes to a step of the scale between its lowest and what lies above its highest', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scale), { minLength: 1 }), (votes) => {
        const { points, low, high, wide } = measureSpread(scale, votes);
        expect(scale).toContain(points);
        expect(points >= low && points <= high).toBe(true);
        expect(measureSpread(scale, [...votes].reverse())).toMatchObject({ points, wide });
      }),
    );
  });
});

describe('estimate', () => {
  it('keeps each round, and a size when they agree', async () => {
    const sandbox = calendar();
    const wide = await sandbox.run(['estimate', '7Q', '--votes', '2,8,?,5'], { terminal: 100 });
    expect(wide.code).toBe(1);
    expect(wide.stdout).toContain('2 to 8 is a wide range: discuss the lowest and highest vote');
    expect(wide.stdout).toMatch(/5 points were: ST-\w+ .*; ST-\w+ /);
    expect(await sandbox.json('estimate', '7Q', '--votes', '5,8,5')).toMatchObject({
      points: 5,
      wide: false,
    });
    const { estimates, points } = await sandbox.json<{ estimates: string[]; points: number }>(
      'show',
      '7Q',
    );
    expect([points, estimates]).toEqual([5, ['2026-11-24 2 8 5', '2026-11-24 5 8 5']]);
    await sandbox.ok('estimate', '7Q', '--votes', '1,13', '--points', '8');
    expect(await sandbox.json('show', '7Q')).toMatchObject({ points: 8 });
  });

  it('asks, beside what past items of each size were', async () => {
    const sandbox = calendar();
    const { code } = await sandbox.run(['estimate', '7Q'], { prompt: scriptedPrompt(['3 3 5']) });
    expect([code, (await sandbox.json<{ points: number }>('show', '7Q')).points]).toEqual([0, 3]);
  });

  it.each([
    [['estimate', 'acme', '--points', '3'], 'only work items can be estimated'],
    [['estimate', '7Q', '--votes', 'three'], '"three" is not an estimate'],
    [['estimate', '7Q', '--votes', '?'], 'no votes given'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await calendar().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

interface Refined {
  readonly items: readonly {
    id: string;
    findings: { rule: string }[];
    questions: object[];
    split: { name: string }[];
  }[];
  readonly ready: number;
}

describe('refine', () => {
  it('says what is not ready at the top and why, as check would once it is called ready', async () => {
    const sandbox = calendar();
    const { items, ready } = await sandbox.json<Refined>('refine', '--top', '30');
    const rules = (id: string) =>
      items.find((one) => one.id === id)?.findings.map(({ rule }) => rule);
    expect(rules('ST-7Q0XW')).toEqual(['ready/estimate']);
    expect(rules('ST-9F1DC')).toContain('story/atomic');
    expect(items.find(({ id }) => id === 'ST-9F1DC')?.split.map(({ name }) => name)).toContain(
      'happy path first',
    );
    expect(items.find(({ id }) => id === 'ST-W6Q0A')?.questions).toHaveLength(1);
    // Ready, complete and without a question.
    expect(rules('ST-R8B4Z')).toBeUndefined();
    expect(ready).toBeGreaterThan(3);
    // The running sprint's items are past that.
    expect(rules('ST-M4S0G')).toBeUndefined();
  });

  it('prints an agenda, and takes a query', async () => {
    const text = await calendar().ok('refine', '--agenda', 'label:hours', '--top', '20');
    expect(text).toMatch(/^# Refinement\n\n## \d+\. /);
    expect(text).toContain('- [ ] there are no points');
    expect(text).toMatch(/## Sizes\n\n(- \d+ points? w.*\n)+/);
    expect(text).not.toContain('ST-9F1DC');
  });

  it('asks, and saves each answer at once', async () => {
    const sandbox = calendar();
    const prompt = scriptedPrompt([
      ...['refine', 'Given a day off, then nobody is booked', '', '3,5,5'],
      ...['refine', '', true],
    ]);
    const { code, stderr } = await sandbox.run(['refine', 'id:7Q,9F'], { prompt });
    expect([code, stderr]).toEqual([0, '']);
    const shown = await sandbox.json<Record<string, unknown>>('show', '7Q');
    expect(shown).toMatchObject({ points: 5, estimates: ['2026-11-24 3 5 5'] });
    expect(await sandbox.json('show', '9F')).toMatchObject({ status: 'ready', points: 13 });
    expect(shown['body']).toContain('- [ ] Given a day off, then nobody is booked');
  });
});
