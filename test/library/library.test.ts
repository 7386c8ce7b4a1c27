import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import { createSandbox, defaultNow, type Sandbox } from '../support/sandbox.js';

const now = () => new Date(defaultNow);

async function openCalendar(): Promise<{ sandbox: Sandbox; folder: library.BacklogFolder }> {
  const sandbox = createSandbox('examples/calendar');
  return { sandbox, folder: await library.openBacklog(sandbox.dir, { now, random: () => 0.5 }) };
}

/** What a call that must fail threw, as kinds and messages. */
async function problemsOf(call: () => unknown): Promise<readonly string[]> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof library.ProblemError)) throw error;
    return error.problems.map(({ kind, message }) => `${kind}: ${message}`);
  }
  throw new Error('it did not fail');
}

it('offers these names and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'ProblemError',
    'checkText',
    'editDocument',
    'openBacklog',
    'parseStory',
    'selectItems',
    'selectRelease',
  ]);
});

describe('a snapshot answers as the commands do', () => {
  it('list', async () => {
    const { sandbox, folder } = await openCalendar();
    const backlog = await folder.read();
    for (const query of ['status:ready points:..5', 'type:goal', 'epic:8D', 'score:3..', '']) {
      const words = query.split(' ').filter(Boolean);
      const listed = await sandbox.json<readonly { id: string }[]>('list', ...words);
      expect(backlog.query(query).map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    }
    expect(backlog.query('', { all: true }).length).toBeGreaterThan(backlog.query('').length);
    expect(backlog.query(['team lead']).map(({ id }) => id)).toEqual(
      (await sandbox.json<readonly { id: string }[]>('list', 'team lead')).map(({ id }) => id),
    );
  });

  it('check, with its counts file and without README.md', async () => {
    const { sandbox, folder } = await openCalendar();
    sandbox.write('backlog/items/README.md', 'As a user.\n');
    const command = async () =>
      JSON.parse((await sandbox.run(['check', '--format', 'json'])).stdout) as library.CheckReport;
    const places = ({ findings }: library.CheckReport) =>
      findings.map(({ line, column, rule }) => [line, column, rule]);
    const before = await (await folder.read()).check();
    expect(before.errors).toBe(1);
    expect(places(before)).toEqual(places(await command()));
    await sandbox.run(['check', '--suppress-all']);
    const after = await (await folder.read()).check();
    expect(places(after)).toEqual(places(await command()));
    expect(after.findings).toEqual([]);
  });

  it('rank, sprint plan and forecast', async () => {
    const { sandbox, folder } = await openCalendar();
    const backlog = await folder.read();
    const ranked = (await backlog.rank('rice')).rows.map(({ id }) => id);
    const rows = await sandbox.json<readonly { id: string }[]>('rank', '--by', 'rice');
    expect(ranked).toEqual(rows.map(({ id }) => id));
    const { plan } = await backlog.plan({ capacity: 20, must: ['7K'], goal: 'async' });
    expect(
      await sandbox.json('sprint', 'plan', '--capacity', '20', '--must', '7K', '--goal', 'async'),
    ).toMatchObject({ chosen: plan.chosen, value: plan.value, bound: plan.bound });
    const forecast = backlog.forecast({ of: '8D', trials: 500, seed: 7, by: '2027-02-01' });
    expect(
      await sandbox.json('forecast', '8D', '--trials=500', '--seed=7', '--by=2027-02-01'),
    ).toEqual(JSON.parse(JSON.stringify(forecast)));
  });
});

describe('change sets', () => {
  it('are what the commands write', async () => {
    const { sandbox, folder } = await openCalendar();
    const other = createSandbox('examples/calendar');
    const path = 'backlog/items/ST-7K3FD-see-who-is-working-now.md';
    const backlog = await folder.read();
    await folder.write(backlog.set(['7K'], ['status=doing', 'points=8']));
    await other.ok('set', '7K', 'status=doing', 'points=8');
    expect(sandbox.read(path)).toBe(other.read(path));
    await folder.write((await folder.read()).move(['7K'], { bottom: true }));
    await other.ok('move', '7K', '--bottom');
    expect(sandbox.read(path)).toBe(other.read(path));
    const later = await folder.read();
    await folder.write(later.reorder(await later.rank()));
    await other.ok('rank', '--apply');
    expect(sandbox.read(path)).toBe(other.read(path));
  });

  it('make new documents, feedback with its day', async () => {
    const { sandbox, folder } = await openCalendar();
    const { id, path, changes } = (await folder.read()).add({
      type: 'feedback',
      title: 'It is slow',
      assignments: ['from=acme'],
    });
    await folder.write(changes);
    expect(sandbox.read(`backlog/${path}`)).toContain('date: 2026-11-24');
    expect((await folder.read()).find(id).title).toBe('It is slow');
  });

  it('leave a snapshot as it was', async () => {
    const { folder } = await openCalendar();
    const backlog = await folder.read();
    await folder.write(backlog.set(['7K'], ['points=13']));
    expect(backlog.find('7K').points).toBe(5);
    expect((await folder.read()).find('7K').points).toBe(13);
  });
});

describe('what cannot be done is a ProblemError', () => {
  it.each<[string, (folder: library.BacklogFolder) => unknown, string]>([
    ['an unknown id', async (one) => (await one.read()).find('XXX'), 'usage: there is no item'],
    ['an unknown key', async (one) => (await one.read()).query('colour:red'), 'usage: '],
    ['an unknown model', async (one) => (await one.read()).rank('magic'), 'usage: '],
    ['an unknown rule', async (one) => (await one.read()).check({ rules: { x: 'off' } }), 'usage'],
    ['no place', async (one) => (await one.read()).move(['7K'], {}), 'usage: give a place'],
    [
      'two places',
      async (one) => (await one.read()).move(['7K'], { top: true, bottom: true }),
      'usage: ',
    ],
    ['a faulty value', async (one) => (await one.read()).set(['7K'], ['points=many']), 'usage: '],
    ['no title', async (one) => (await one.read()).add({}), 'usage: '],
    [
      'no plan',
      async (one) => (await one.read()).plan({ capacity: 1, must: ['7K'] }),
      'negative: ',
    ],
    ['no backlog', () => library.openBacklog('/'), 'usage: there is no backlog in /'],
    ['text without frontmatter', () => library.editDocument('x', { points: 1 }), 'data: '],
    ['an unknown rule for a text', () => library.checkText('x', { rules: { x: 'off' } }), 'usage'],
    ['a bad problem', () => library.selectItems({ items: [], capacity: -1 }), 'usage: '],
  ])('%s', async (_, call, start) => {
    const { folder } = await openCalendar();
    const [first] = await problemsOf(() => call(folder));
    expect(first?.slice(0, start.length)).toBe(start);
  });

  it('refuses to write over what changed, and writes none of it', async () => {
    const { sandbox, folder } = await openCalendar();
    const backlog = await folder.read();
    await sandbox.ok('set', '7K', 'points=1');
    const [first] = await problemsOf(() => folder.write(backlog.set(['7K', 'M4'], ['points=2'])));
    expect(first).toMatch(/^conflict: /);
    expect((await folder.read()).find('M4').points).toBe(3);
  });

  it('settings that are not valid', async () => {
    const { sandbox, folder } = await openCalendar();
    sandbox.write('backlog/backlog.yaml', 'timezone: Nowhere\n');
    expect(await problemsOf(() => folder.read())).toEqual([
      'usage: timezone in backlog.yaml: "Nowhere" is not a time zone; write one such as Europe/Berlin',
    ]);
    sandbox.write('backlog/backlog.yaml', 'points: many\n');
    expect((await problemsOf(() => folder.read())).length).toBe(1);
  });

  it('says in its message where the problem is', () => {
    const edit = () => library.editDocument('---\nid: [\n---\n', { points: 1 });
    expect(edit).toThrow(/^document\.md:\d+:\d+: /);
  });
});
