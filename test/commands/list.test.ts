import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');

async function ids(sandbox: Sandbox, ...argv: readonly string[]): Promise<readonly string[]> {
  const items = await sandbox.json<{ id: string }[]>('list', ...argv);
  return items.map(({ id }) => id);
}

describe('list', () => {
  it('shows open work in backlog order; --all and status words show the rest', async () => {
    const sandbox = calendar();
    const open = await ids(sandbox);
    const all = await ids(sandbox, '--all');
    const closed = await ids(sandbox, 'is:closed');
    expect(open.length + closed.length).toBe(all.length);
    expect(all.filter((id) => !closed.includes(id))).toEqual(open);
    expect(closed.length).toBeGreaterThan(3);
    expect(await ids(sandbox, 'status:done,dropped')).toEqual(closed);
  });

  it('is tab-separated without a head in a pipe', async () => {
    const rows = (await calendar().ok('list', 'id:ST-7K3FD', 'is:open')).split('\n');
    expect(rows).toEqual(['ST-7K3FD\tready\t5\tSee who is working now', '']);
  });

  it('is aligned with a head on a terminal, and cut to its width', async () => {
    const { stdout } = await calendar().run(['list'], { terminal: 40 });
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toBe('ID        STATUS  POINTS  TITLE');
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(40);
    expect(rows.some((row) => row.endsWith('…'))).toBe(true);
  });

  it('shows other kinds when the query names their type, and only then', async () => {
    const sandbox = calendar();
    expect(await ids(sandbox, 'type:persona')).toEqual([
      'remote-manager',
      'team-member',
      'workspace-admin',
    ]);
    expect(await ids(sandbox, 'type:sprint')).toEqual(['2026-S24']);
    expect(await ids(sandbox, 'type:sprint', '--all')).toHaveLength(3);
    const noStories = await ids(sandbox, '-type:story');
    expect(noStories.length).toBeGreaterThan(3);
    expect(noStories.filter((id) => !/^(EP|BU|TA|SP)-/.test(id))).toEqual([]);
  });

  it('takes a dash before a word for not, wherever it stands', async () => {
    const sandbox = calendar();
    const ready = await ids(sandbox, 'status:ready');
    const withPoints = await ids(sandbox, 'status:ready', 'has:points');
    expect(await ids(sandbox, '-has:points', 'status:ready')).toEqual(
      ready.filter((id) => !withPoints.includes(id)),
    );
    expect(await ids(sandbox, 'status:ready', '-has:points', '--limit', '1')).toHaveLength(1);
  });

  it('sorts up and down, with nothing last either way', async () => {
    const sandbox = calendar();
    const points = async (sort: string) => {
      const items = await sandbox.json<{ points?: number }[]>('list', '--sort', sort);
      return items.map((item) => item.points ?? null);
    };
    const up = await points('points');
    const down = await points('-points');
    const known = up.filter((one) => one !== null);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(down.filter((one) => one !== null)).toEqual([...known].reverse());
    for (const order of [up, down])
      expect(order.slice(known.length).every((one) => one === null)).toBe(true);
    expect((await sandbox.run(['list', '--sort', 'pionts'])).stderr).toContain(
      'unknown key "pionts". Did you mean points?',
    );
  });

  it('takes columns, paths as seen from the folder among them', async () => {
    const sandbox = calendar();
    const row = await sandbox.ok('list', 'id:ST-7K3FD', '--columns', 'id,labels,score,path');
    expect(row).toBe(
      'ST-7K3FD\thours,calendar\t3.20\tbacklog/items/ST-7K3FD-see-who-is-working-now.md\n',
    );
    const inside = await sandbox.ok(
      'list',
      'id:ST-7K3FD',
      '--columns',
      'path',
      '-C',
      'backlog/items',
    );
    expect(inside).toBe('ST-7K3FD-see-who-is-working-now.md\n');
    expect((await sandbox.run(['list', '--columns', 'id,titel'])).stderr).toContain(
      'Did you mean title?',
    );
  });

  it('groups items under their epics with --tree', async () => {
    const stdout = await calendar().ok('list', 'epic:EP-2M9QT', '--tree', '--columns', 'title');
    expect(stdout.split('\n').every((line) => !line.startsWith(' '))).toBe(true);
    const tree = (await calendar().ok('list', '--tree', '--columns', 'id,title')).split('\n');
    const epic = tree.findIndex((line) => line.startsWith('EP-2M9QT'));
    expect(tree[epic + 1]).toMatch(/^\w{2}-\w{5}\t {2}\S/);
    expect(tree.filter((line) => line !== '')).toHaveLength((await ids(calendar())).length);
  });

  it('answers by exit code when asked to', async () => {
    const sandbox = calendar();
    expect((await sandbox.run(['list', 'label:none', '--exit-code'])).code).toBe(1);
    expect((await sandbox.run(['list', 'label:none'])).code).toBe(0);
    expect((await sandbox.run(['list', '--exit-code'])).code).toBe(0);
    expect((await sandbox.run(['list', 'label:none'], { terminal: 80 })).stdout).toBe(
      'Nothing matches.\n',
    );
  });

  it('says on a terminal when only closed items match', async () => {
    const sandbox = calendar();
    const { stdout } = await sandbox.run(['list', 'sprint:2026-S22'], { terminal: 80 });
    const closed = await ids(sandbox, 'sprint:2026-S22', '--all');
    expect(stdout).toBe(`Nothing open; --all shows ${closed.length} closed.\n`);
    expect(closed.length).toBeGreaterThan(0);
  });

  it('prints documents as JSON, with the keys asked for in their order', async () => {
    const sandbox = calendar();
    const [item] = await sandbox.json<Record<string, unknown>[]>('list', 'id:ST-7K3FD');
    expect(item).toMatchObject({
      id: 'ST-7K3FD',
      type: 'story',
      points: 5,
      depends: ['ST-2Q8BH', 'ST-4A1PN'],
      score: { value: 8, urgency: 5, risk: 3 },
      path: 'backlog/items/ST-7K3FD-see-who-is-working-now.md',
      criteria: { total: 4, done: 0 },
      story: {
        format: 'connextra',
        language: 'en',
        role: 'manager of a remote team',
        want: 'see when my team members are working',
        benefit: 'I can schedule meetings at times that suit everyone',
      },
    });
    const { stdout } = await sandbox.run(['list', '--json', 'title,id,severity', 'id:ST-7K3FD']);
    expect(JSON.stringify(JSON.parse(stdout))).toBe(
      '[{"title":"See who is working now","id":"ST-7K3FD","severity":null}]',
    );
    expect(JSON.parse((await sandbox.run(['list', '--json', 'label:none'])).stdout)).toEqual([]);
  });

  it('knows the keys of every kind and of the team in --json, columns, sort and query', async () => {
    const sandbox = calendar();
    const feedback = JSON.parse(
      (await sandbox.run(['list', 'type:feedback', '--json', 'id,from'])).stdout,
    );
    expect(feedback.length).toBeGreaterThan(1);
    expect(Object.keys(feedback[0])).toEqual(['id', 'from']);
    sandbox.write(
      'backlog/backlog.yaml',
      `${sandbox.read('backlog/backlog.yaml')}\nfields: { customer: text }\n`,
    );
    await sandbox.ok('set', 'ST-7K3FD', 'customer=ACME');
    expect(
      JSON.parse((await sandbox.run(['list', '--json', 'id,customer', 'has:customer'])).stdout),
    ).toEqual([{ id: 'ST-7K3FD', customer: 'ACME' }]);
    expect(
      await sandbox.ok('list', 'has:customer', '--columns', 'customer', '--sort', 'customer'),
    ).toBe('ACME\n');
    const wrong = await sandbox.run(['list', '--json', 'id,custommer']);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('--json: unknown key "custommer". Did you mean customer?'),
    ]);
  });

  it('asks git for updated, and says so where there is no history', async () => {
    const sandbox = calendar();
    const { code, stderr } = await sandbox.run(['list', 'updated>2026-01-01']);
    expect([code, stderr]).toEqual([2, 'storymark: updated: there is no git history\n']);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        cwd: sandbox.dir,
        env: {
          ...process.env,
          GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z',
          GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z',
        },
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    expect(await ids(sandbox, 'updated:2026-03-01')).toHaveLength((await ids(sandbox)).length);
    expect(await ids(sandbox, 'updated>2026-03-01')).toEqual([]);
  });

  it('refuses a number that is none', async () => {
    const { code, stderr } = await calendar().run(['list', '--limit', 'ten']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: --limit: expected a number of 0 or more, not "ten"\n',
    ]);
  });
});

describe('list by persona', () => {
  it('finds the stories whose role means it, by id, title or alias', async () => {
    const sandbox = createSandbox('examples/calendar');
    const byId = await sandbox.ok('list', 'persona:remote-manager', '--all', '--columns', 'id');
    expect(byId).toContain('ST-R8B4Z');
    await sandbox.ok('set', 'ST-R8B4Z', 'persona=');
    for (const name of ['remote-manager', '"team lead"', '"Manager of a remote team"']) {
      expect(await sandbox.ok('list', `persona:${name}`, '--all', '--columns', 'id')).toBe(byId);
    }
    expect(await sandbox.ok('show', 'ST-R8B4Z')).toMatch(/persona\s+remote-manager {2}Manager/);
    expect(await sandbox.ok('show', 'remote-manager')).toMatch(/referenced by\s+ST-R8B4Z/);
    const { code, stderr } = await sandbox.run(['list', 'persona:nobody', '--all']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: persona:nobody: there is no persona "nobody".\n',
    ]);
  });

  it('finds feedback by who said it, how, and how they felt', async () => {
    const sandbox = createSandbox('examples/calendar');
    const list = (...words: string[]) =>
      sandbox.ok('list', 'type:feedback', ...words, '--all', '--columns', 'id');
    expect(await list('from:acme')).toBe('FB-0Q5MS\nFB-E9A4P\n');
    expect(await list('kind:survey', 'sentiment:neutral')).toBe('FB-H7V0D\n');
  });
});
