import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/text/date.js';
import { seedRandom } from '../../src/text/random.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

interface Counted {
  readonly id: string;
  readonly points: number | null;
}

interface Closed {
  readonly id: string;
  readonly committed: readonly Counted[];
  readonly added: readonly Counted[];
  readonly removed: readonly Counted[];
  readonly done: readonly Counted[];
  readonly carried: readonly Counted[];
  readonly late: readonly Counted[];
  readonly adopted: readonly { readonly id: string; readonly title: string }[];
  readonly openActions: readonly { readonly id: string }[];
}

const first = '2026-01-05';
const sprints = 13;

function sum(items: readonly Counted[]): number {
  return items.reduce((total, { points }) => total + (points ?? 0), 0);
}

/** A team of our own: each command is run on a day of the sprint. */
function createTeam(sandbox: Sandbox) {
  let day = first;
  const run = async (...argv: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await sandbox.run(argv, { now: `${day}T09:00:00Z` });
    if (code !== 0) throw new Error(`${day} ${argv.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  return {
    run,
    goTo: (next: string) => {
      day = next;
    },
    json: async <T>(...argv: readonly string[]): Promise<T> =>
      JSON.parse(await run(...argv, '--json')) as T,
  };
}

function git(dir: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8' });
}

describe('half a year of sprints, through the commands only', () => {
  it('loses no item and conserves points', { timeout: 120_000 }, async () => {
    const sandbox = createSandbox();
    const random = seedRandom('half a year');
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const team = createTeam(sandbox);
    const made = new Set<string>();
    const add = async (title: string) => {
      const points = String(pick([1, 2, 3, 5, 8]));
      const id = await team.run('add', `As a guest, I want to ${title}`, '--points', points);
      const value = String(1 + Math.floor(random() * 13));
      await team.run(
        'set',
        id,
        'status=ready',
        `score.value=${value}`,
        'score.urgency=2',
        'score.risk=1',
      );
      made.add(id);
      return id;
    };
    await team.run('init');
    for (let n = 0; n < 12; n += 1) await add(`see page ${n}`);

    for (let number = 0; number < sprints; number += 1) {
      const start = addDays(first, number * 14);
      team.goTo(start);
      for (let n = 0; n < 3; n += 1) await add(`find thing ${number}-${n}`);
      const { chosen, sprint } = await team.json<{ chosen: Counted[]; sprint: string }>(
        'sprint',
        'plan',
        '--capacity',
        '20',
        '--apply',
      );
      await team.run('sprint', 'start');

      team.goTo(addDays(start, 4));
      const urgent = await add(`fix ${number}`);
      await team.run('sprint', 'add', urgent, '--reason', 'outage');
      const open = chosen.map(({ id }) => id);
      const dropped = number % 3 === 0 ? open.pop() : undefined;
      if (dropped) await team.run('sprint', 'drop', dropped, '--reason', 'no longer urgent');
      if (number % 4 === 1 && open[0] !== undefined) {
        const parts = await team.run(
          'split',
          open[0],
          `As a guest, I want to read part ${number}`,
          `As a guest, I want to write part ${number}`,
        );
        for (const id of parts.split('\n')) made.add(id);
      }
      if (number % 5 === 2 && open[1] !== undefined)
        await team.run('set', open[1], `depends+=${urgent}`);

      team.goTo(addDays(start, 10));
      const finished = open.filter(() => random() < 0.7);
      for (const id of finished) await team.run('done', id, '--force', 'it works');
      if (number === 2) {
        const path = `backlog/sprints/${sprint}.md`;
        sandbox.write(
          path,
          `${sandbox.read(path)}\n- [ ] Pair on the importer\n- keep the demo short\n`,
        );
      }
      team.goTo(addDays(start, 14));
      if (number === 4) await team.run('done', urgent, '--force', 'it works');

      const where = number % 2 === 0 ? 'next' : 'backlog';
      const closed = await team.json<Closed>('sprint', 'close', sprint, '--unfinished', where);
      for (const { id } of closed.adopted) made.add(id);
      expect(sum(closed.committed) + sum(closed.added) - sum(closed.removed)).toBe(
        sum(closed.done) + sum(closed.carried),
      );
      expect(closed.added.map(({ id }) => id)).toContain(urgent);
      expect(closed.removed.map(({ id }) => id)).toEqual(dropped ? [dropped] : []);
      expect(closed.late.map(({ id }) => id)).toEqual(number === 4 ? [urgent] : []);
      expect(closed.adopted.map(({ title }) => title)).toEqual(
        number === 2 ? ['Pair on the importer'] : [],
      );
      expect(closed.openActions).toHaveLength(number > 2 ? 1 : 0);
    }

    const all = await team.json<{ id: string; sprint?: string }[]>('list', '--all');
    expect(all.map(({ id }) => id).sort()).toEqual([...made].sort());
    const listed = await team.json<{ status: string; committed: number; done: number }[]>(
      'sprint',
      'list',
    );
    expect(listed.filter(({ status }) => status === 'closed')).toHaveLength(sprints);
    expect(listed.every(({ committed, status }) => committed > 0 || status === 'planned')).toBe(
      true,
    );
    for (const [name, ...argv] of [
      ['velocity', 'velocity'],
      ['burndown', 'burndown'],
      ['burnup', 'burndown', '--burnup'],
      ['flow', 'measures', 'flow'],
      ['cycle', 'measures', 'cycle'],
      ['forecast', 'forecast'],
      ['roadmap', 'roadmap'],
    ] as const) {
      await team.run(...argv, '--chart', `${name}.svg`);
      const svg = sandbox.read(`${name}.svg`);
      expect([name, svg.startsWith('<svg'), svg.includes('NaN')]).toEqual([name, true, false]);
    }
    const { code, stdout } = await sandbox.run(['check', '--json']);
    expect(
      JSON.parse(stdout).findings.filter((one: { severity: string }) => one.severity === 'error'),
    ).toEqual([]);
    expect(code).toBe(0);
  });

  it('lets two branches add to the running sprint and merge', async () => {
    const sandbox = createSandbox('examples/calendar');
    git(sandbox.dir, 'init', '--quiet', '-b', 'main');
    git(sandbox.dir, 'add', '.');
    git(sandbox.dir, 'commit', '--quiet', '-m', 'start');
    git(sandbox.dir, 'switch', '--quiet', '-c', 'other');
    await sandbox.ok('sprint', 'add', 'BU-0E', '--reason', 'a customer called');
    git(sandbox.dir, 'commit', '--quiet', '-a', '-m', 'one');
    git(sandbox.dir, 'switch', '--quiet', 'main');
    await sandbox.ok('sprint', 'add', 'TA-B8', '--reason', 'audit');
    git(sandbox.dir, 'commit', '--quiet', '-a', '-m', 'two');
    git(sandbox.dir, 'merge', '--quiet', '-m', 'merge', 'other');
    const { items } = await sandbox.json<{ items: { id: string }[] }>('sprint', 'show');
    const ids = items.map(({ id }) => id);
    expect(ids).toContain('BU-0E6NJ');
    expect(ids).toContain('TA-B8F3P');
  });
});
