import { describe, expect, it } from 'vitest';
import type { ShownPlan } from '../../src/commands/sprints/sprint-plan-text.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';
import { writeBacklog } from '../support/write-backlog.js';

function plan(sandbox: Sandbox, ...args: readonly string[]): Promise<ShownPlan> {
  return sandbox.json<ShownPlan>('sprint', 'plan', ...args);
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('sprint plan', () => {
  it('fits its tables to the terminal and only counts drafts', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { stdout } = await sandbox.run(['sprint', 'plan'], { terminal: 80 });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^ID +LEFT OUT +POINTS +COSTS +WHY$/m);
    expect(stdout).toMatch(/^… and \d+ not ready$/m);
    expect(stdout).not.toContain('EP-');
    expect(stdout).not.toContain('not ready:');
  });

  it('takes work begun outside any sprint, and what waits for the running sprint', async () => {
    const sandbox = writeBacklog({
      A: { value: 5, status: 'doing' },
      B: { value: 5, status: 'doing', sprint: '2026-S24' },
      C: { value: 5, depends: ['B'] },
      D: { value: 5, status: 'draft' },
      E: { value: 5, depends: ['D'] },
    });
    sandbox.write(
      'backlog/sprints/2026-S24.md',
      '---\nid: 2026-S24\ntype: sprint\nstatus: active\ntitle: Now\n---\n',
    );
    const { chosen, left } = await plan(sandbox, '--capacity', '9');
    expect(chosen.map(({ id, reason }) => [id, reason])).toEqual([
      ['A', '5 of value for 1 point'],
      ['C', '5 of value for 1 point; waits for B, in 2026-S24'],
    ]);
    expect(left.map(({ id, kind }) => [id, kind])).toEqual([
      ['B', 'elsewhere'],
      ['D', 'not-ready'],
      ['E', 'waiting'],
    ]);
  });

  it('plans an epic by its parts', async () => {
    const sandbox = writeBacklog({
      E: { type: 'epic', points: undefined },
      A: { value: 5, parent: 'E' },
      B: { value: 4, parent: 'E', status: 'done' },
      C: { value: 3, depends: ['E'] },
      D: { value: 9 },
    });
    const { chosen } = await plan(sandbox, '--capacity', '2', '--must', 'E');
    expect(idsOf(chosen)).toEqual(['A', 'D']);
    const without = await plan(sandbox, '--capacity', '3', '--not', 'E');
    expect(idsOf(without.chosen)).toEqual(['D']);
    expect(without.left.map(({ id, reason }) => [id, reason])).toEqual([
      ['A', 'excluded by --not'],
      ['C', 'waits for A (excluded by --not)'],
    ]);
  });
});
