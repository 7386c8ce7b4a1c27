import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSandbox, repository, type Sandbox } from '../support/sandbox.js';

/** A small backlog of our own; eight real ones stay outside the repository. */
const own = join(repository, 'test/fixtures/story/backlogs/bike-sharing.txt');
const stories = join(repository, '..', 'shared', 'data', 'stories');
const real = existsSync(stories)
  ? readdirSync(stories)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(stories, name))
  : [];

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly points: number | null;
  readonly status: string;
}

function countStories(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.replace(/^#\w+#/, '').trim() !== '').length;
}

/** Points and scores a team might give: fixed by the item's place, so that runs repeat. */
async function estimate(sandbox: Sandbox, items: readonly Listed[]): Promise<void> {
  const points = [1, 2, 3, 5, 8, 13];
  for (const [index, { id }] of items.entries()) {
    await sandbox.ok('set', id, `points=${points[index % 6]}`, 'status=ready');
    await sandbox.ok(
      'score',
      id,
      `value=${1 + (index % 13)}`,
      `urgency=${1 + (index % 5)}`,
      'risk=2',
    );
  }
}

describe('the main job', () => {
  it.each([own, ...real])('imports every story of %s', async (file) => {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    await sandbox.ok('import', 'stories', file);
    const items = await sandbox.json<Listed[]>('list');
    expect(items).toHaveLength(countStories(file));
    const parsed = await sandbox.json<{ ok: boolean }[]>('parse', file);
    expect(parsed).toHaveLength(items.length);
  });

  it.each([own, ...real.slice(1, 2)])(
    'goes from %s to a closed sprint',
    { timeout: 120_000 },
    async (file) => {
      const sandbox = createSandbox();
      await sandbox.ok('init');
      await sandbox.ok('import', 'stories', file);
      const { code, stdout } = await sandbox.run(['check', '--json']);
      expect(JSON.parse(stdout).files).toBe(countStories(file));
      expect([0, 1]).toContain(code);

      const items = await sandbox.json<Listed[]>('list');
      await estimate(sandbox, items.slice(0, 24));
      const ranked = await sandbox.json<{ id: string; score: number | null }[]>('rank', '--apply');
      const order = await sandbox.json<Listed[]>('list');
      expect(order.map(({ id }) => id)).toEqual(ranked.map(({ id }) => id));
      const scores = ranked.map(({ score }) => score ?? -1);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(await sandbox.ok('rank', '--apply', '--dry-run')).not.toContain('@@');

      const plan = await sandbox.json<{ points: number; proven: boolean; chosen: Listed[] }>(
        'sprint',
        'plan',
        '--capacity',
        '30',
        '--apply',
      );
      expect(plan.proven).toBe(true);
      expect(plan.points).toBeLessThanOrEqual(30);
      expect(plan.chosen.length).toBeGreaterThan(3);
      await sandbox.ok('sprint', 'start');
      const [first, second] = plan.chosen;
      await sandbox.ok('start', first?.id ?? '');
      await sandbox.ok('done', first?.id ?? '', second?.id ?? '');

      const closed = await sandbox.json<{ done: Listed[]; carried: Listed[]; committed: Listed[] }>(
        'sprint',
        'close',
        '--unfinished',
        'backlog',
      );
      expect(closed.done.map(({ id }) => id).sort()).toEqual([first?.id, second?.id].sort());
      expect(closed.committed).toHaveLength(plan.chosen.length);
      expect(closed.carried).toHaveLength(plan.chosen.length - 2);
      expect(await sandbox.json('list', 'has:sprint')).toEqual([]);
      expect(await sandbox.json('list', '--all')).toHaveLength(countStories(file));
    },
  );
});

describe.skipIf(real.length === 0)('real backlogs (skipped where ../shared/data is absent)', () => {
  it('reads at least 99 % of all stories, and says why the rest are none', async () => {
    const sandbox = createSandbox();
    const parsed = [];
    for (const file of real) {
      parsed.push(...(await sandbox.json<{ ok: boolean; reason: string | null }[]>('parse', file)));
    }
    expect(parsed).toHaveLength(543);
    const unread = parsed.filter(({ ok }) => !ok);
    expect(unread.length).toBeLessThanOrEqual(5);
    expect(unread.every(({ reason }) => (reason ?? '').length > 10)).toBe(true);
  });
});
