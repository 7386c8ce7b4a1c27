import { describe, expect, it } from 'vitest';
import { git } from '../support/check-backlog.js';
import { createSandbox } from '../support/sandbox.js';

/** Two tags with everything a backlog can go through between them. */
async function start() {
  const sandbox = createSandbox();
  const call = (...args: readonly string[]) => git(sandbox, ...args);
  const commit = (tag: string) => {
    call('add', '--all');
    call('commit', '--quiet', '-m', tag);
    call('tag', tag);
  };
  const add = async (title: string, ...flags: readonly string[]) =>
    (await sandbox.ok('add', title, ...flags)).trim();
  call('init', '--quiet', '--initial-branch=main');
  sandbox.write('README.md', 'x');
  commit('v0');
  await sandbox.ok('init');
  await sandbox.ok('sprint', 'create', 'Goal');
  const names = ['Ship', 'Drop', 'Guess', 'Name', 'Start', 'Far', 'Gone'];
  const ids: Record<string, string> = {};
  for (const name of names) ids[name] = await add(name, '--criterion', 'One', '--points', '3');
  commit('v1');
  const id = (name: string) => ids[name] ?? '';
  await sandbox.ok('done', id('Ship'), '--force', 'late');
  await sandbox.ok('drop', id('Drop'));
  await sandbox.ok('archive', id('Ship'));
  await sandbox.ok('set', id('Guess'), 'points=8', 'sprint=2026-S24');
  await sandbox.ok('set', id('Name'), 'title=A *better* name', 'labels=api', 'status=ready');
  await sandbox.ok('start', id('Start'));
  await sandbox.ok('move', id('Far'), '--top');
  const { path } = await sandbox.json<{ path: string }>('show', id('Gone'));
  call('rm', '--quiet', path);
  const fresh = await add('Fresh', '--points', '5');
  commit('v2');
  return { sandbox, id, fresh, commit };
}

describe('diff', () => {
  it('says what changed between two commits in a product owner’s words', async () => {
    const { sandbox, id, fresh } = await start();
    const { stdout } = await sandbox.run(['diff', 'v1..v2'], { terminal: 100 });
    expect(stdout.trimEnd().split('\n')).toEqual([
      'Done (1, 3 points)',
      `  ${id('Ship')}  Ship  3 points`,
      '',
      'Started (1, 3 points)',
      `  ${id('Start')}  Start  3 points`,
      '',
      'Added (1, 5 points)',
      `  ${fresh}  Fresh  5 points`,
      '',
      'Dropped (1, 3 points)',
      `  ${id('Drop')}  Drop  3 points`,
      '',
      'Deleted (1, 3 points)',
      `  ${id('Gone')}  Gone  3 points`,
      '',
      'Re-estimated',
      `  ${id('Guess')}  Guess  3 → 8 points`,
      '',
      'Moved',
      `  ${id('Far')}  Far  up 3 places, now number 1`,
      '',
      'Sprint changed',
      `  ${id('Guess')}  Guess  into 2026-S24`,
      '',
      'Retitled',
      `  ${id('Name')}  A *better* name  was “Name”`,
      '',
      'Otherwise changed',
      // The reason for --force.
      `  ${id('Ship')}  Ship  text changed`,
      `  ${id('Name')}  A *better* name  status draft → ready; labels +api`,
    ]);
  });

  it('writes Markdown that keeps its text, JSON, and rows for a pipe', async () => {
    const { sandbox, id, fresh } = await start();
    const page = await sandbox.ok('diff', 'v1..v2', '--format', 'markdown');
    expect(page).toContain(`## Done (1, 3 points)\n\n- **${id('Ship')}** Ship: 3 points\n`);
    expect(page).toContain(`- **${id('Name')}** A \\*better\\* name: was “Name”`);
    const data = await sandbox.json<Record<string, unknown>>('diff', 'v1..v2');
    expect(data).toMatchObject({
      from: 'v1',
      to: 'v2',
      added: [{ id: fresh, title: 'Fresh', type: 'story', points: 5 }],
      done: [{ id: id('Ship') }],
      estimated: [{ id: id('Guess'), from: 3, to: 8 }],
      moved: [{ id: id('Far'), places: 3, place: 1 }],
      retitled: [{ id: id('Name'), from: 'Name', to: 'A *better* name' }],
      sprints: [{ id: id('Guess'), from: null, to: '2026-S24' }],
      deleted: [{ id: id('Gone') }],
      reopened: [],
    });
    const rows = (await sandbox.ok('diff', 'v1..v2')).split('\n');
    expect(rows).toContain(`Moved\t${id('Far')}\tFar\tup 3 places, now number 1`);
  });

  it('compares with the files as they are, and reads ranges as git does', async () => {
    const { sandbox, id, commit } = await start();
    expect((await sandbox.run(['diff'], { terminal: 80 })).stdout).toBe('Nothing changed.\n');
    expect((await sandbox.run(['diff', '--exit-code'])).code).toBe(0);
    await sandbox.ok('set', id('Start'), 'points=1');
    expect(await sandbox.ok('diff')).toBe(`Re-estimated\t${id('Start')}\tStart\t3 → 1 point\n`);
    expect((await sandbox.run(['diff', '--exit-code'])).code).toBe(1);
    const lines = async (range: string) => (await sandbox.ok('diff', range)).trim().split('\n');
    expect((await lines('v0..v1')).filter((line) => line.startsWith('Added'))).toHaveLength(7);
    expect(await lines('v1')).toContain(`Re-estimated\t${id('Start')}\tStart\t3 → 1 point`);
    expect(await lines('v1..')).toEqual(await lines('v1..v2'));
    git(sandbox, 'stash', '--quiet');
    git(sandbox, 'switch', '--quiet', '-c', 'side', 'v1');
    await sandbox.ok('set', id('Start'), 'points=13');
    commit('v1-side');
    expect(await lines('main...side')).toEqual([
      `Re-estimated\t${id('Start')}\tStart\t3 → 13 points`,
    ]);
  });

  it('says what is wrong with a range', async () => {
    const { sandbox } = await start();
    for (const [range, message] of [
      ['nowhere', 'unknown commit "nowhere"'],
      ['v1..nowhere', 'unknown commit "nowhere"'],
      ['v1....v2', 'a range is A..B'],
    ] as const) {
      const { code, stderr } = await sandbox.run(['diff', range]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
  });
});
