import { describe, expect, it } from 'vitest';
import { git } from '../support/check-backlog.js';
import { createSandbox } from '../support/sandbox.js';

interface Entry {
  readonly author: string | null;
  readonly commit: string | null;
  readonly changes: readonly { readonly field: string; readonly text: string }[];
}

async function start() {
  const sandbox = createSandbox();
  const call = (...args: readonly string[]) => git(sandbox, ...args);
  const commit = (author: string, day: string) => {
    call('add', '--all');
    call(
      'commit',
      '--quiet',
      '-m',
      'x',
      `--author=${author} <a@example.org>`,
      `--date=${day}T12:00`,
    );
  };
  call('init', '--quiet', '--initial-branch=main');
  await sandbox.ok('init');
  await sandbox.ok('sprint', 'create', 'Goal');
  const [id, other] = [
    (await sandbox.ok('add', 'First', '--criterion', 'One', '--criterion', 'Two')).trim(),
    (await sandbox.ok('add', 'Second')).trim(),
  ];
  commit('Ada', '2026-11-01');
  const texts = async (item = id) => {
    const entries = await sandbox.json<readonly Entry[]>('log', item);
    return entries.map(({ author, changes }) => [author, ...changes.map(({ text }) => text)]);
  };
  return { sandbox, call, commit, id: id ?? '', other: other ?? '', texts };
}

describe('log', () => {
  it.each([
    ['deleted before its folder was moved', ['delete', 'planning'], 'backlog/items'],
    ['deleted between two moves', ['work', 'delete', 'planning'], 'work/items'],
    ['deleted after its folder was moved', ['planning', 'delete'], ' items'],
    ['moved into a deeper folder and back', ['delete', 'docs/work', 'planning'], 'backlog/items'],
  ])('tells of an item that was %s', async (_, steps, last) => {
    const { sandbox, call, commit, id, other } = await start();
    let folder = 'backlog';
    const run = (...words: readonly string[]) => sandbox.run(['-C', folder, ...words]);
    for (const [index, step] of steps.entries()) {
      if (step === 'delete') await run('delete', id, '--yes', '--force');
      else {
        sandbox.write(`${step}x`, '');
        call('mv', folder, step);
        folder = step;
      }
      commit('Ada', `2026-11-0${index + 2}`);
    }
    const { code, stdout, stderr } = await run('log', id);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining(`${id} is no longer in the backlog`),
    ]);
    expect(stderr).toContain(`${last}/${id}-first.md is deleted`);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t').at(-1)),
    ).toEqual(['deleted', 'added']);
    // One that only moved is there.
    expect((await run('log', other)).stdout).not.toContain('deleted');
    expect((await run('log', 'ST-NONE')).code).toBe(2);
  });

  it('tells an item’s history in changes of its fields, over renames', async () => {
    const { sandbox, call, commit, id, texts } = await start();
    const { path } = await sandbox.json<{ path: string }>('show', id);
    await sandbox.ok('set', id, 'points=3', 'status=ready', 'labels=api,web', 'score.value=5');
    commit('Ada', '2026-11-02');
    await sandbox.ok('set', id, 'points=5', 'labels-=api', 'sprint=2026-S24', 'title=Better');
    sandbox.write(
      path,
      sandbox.read(path).replace('[ ] One', '[x] One').replace('] Two', '] Zwei'),
    );
    commit('Bob', '2026-11-03');
    call('mv', path, path.replace('first', 'renamed'));
    commit('Bob', '2026-11-04');
    await sandbox.ok('move', id, '--bottom');
    await sandbox.ok('drop', id);
    await sandbox.ok('archive', id);
    commit('Cy', '2026-11-05');
    await sandbox.ok('set', id, 'points=', 'rank=Zz');
    expect(await texts()).toEqual([
      [null, 'estimate of 5 points removed', 'moved up'],
      ['Cy', 'archived', 'status ready → dropped', 'moved down', 'out of sprint 2026-S24'],
      ['Bob', `file renamed from ${path.split('/').at(-1)}`],
      [
        'Bob',
        'title “First” → “Better”',
        'points 3 → 5',
        'into sprint 2026-S24',
        'labels −api',
        'ticked: One',
        'criterion added: Zwei',
        'criterion removed: Two',
      ],
      ['Ada', 'status draft → ready', 'estimated at 3 points', 'labels +api +web', 'score.value 5'],
      ['Ada', 'added'],
    ]);
  });

  it('prints for people, and a change a line for scripts', async () => {
    const { sandbox, commit, id } = await start();
    await sandbox.ok('set', id, 'points=3', 'status=ready');
    commit('Ada', '2026-11-02');
    const { stdout } = await sandbox.run(['log', id, '--limit', '1'], { terminal: 80 });
    expect(stdout).toMatch(
      /^2 November 2026 {2}Ada {2}\w{7}\n {2}status draft → ready\n {2}estimated at 3 points\n$/,
    );
    const rows = (await sandbox.ok('log', id)).trim().split('\n');
    expect(rows.map((row) => row.split('\t').toSpliced(2, 1))).toEqual([
      ['2026-11-02', 'Ada', 'status draft → ready'],
      ['2026-11-02', 'Ada', 'estimated at 3 points'],
      ['2026-11-01', 'Ada', 'added'],
    ]);
  });

  it('passes over times when the file was broken, and what people do not see', async () => {
    const { sandbox, commit, other, texts } = await start();
    const { path } = await sandbox.json<{ path: string }>('show', other);
    const text = sandbox.read(path);
    sandbox.write(path, text.replace('type: story', 'type: "story'));
    commit('Ada', '2026-11-02');
    sandbox.write(path, text.replace('type: story', 'type: story # a comment'));
    commit('Ada', '2026-11-03');
    sandbox.write(path, `${sandbox.read(path).trimEnd()}\n\nA note`);
    commit('Ada', '2026-11-04');
    sandbox.write(path, sandbox.read(path).replace('# a comment', '# another'));
    commit('Ada', '2026-11-05');
    expect(await texts(other)).toEqual([
      ['Ada', 'text changed'],
      ['Ada', 'made readable again'],
      ['Ada', 'made unreadable'],
      ['Ada', 'added'],
    ]);
  });

  it('tells of what was never committed, and what is missing', async () => {
    const { sandbox, texts } = await start();
    const fresh = (await sandbox.ok('add', 'Third')).trim();
    expect(await texts(fresh)).toEqual([[null, 'added']]);
    expect((await sandbox.run(['log', 'ST-NONE'])).code).toBe(2);
    const bare = createSandbox();
    await bare.ok('init');
    const id = (await bare.ok('add', 'Alone')).trim();
    const { code, stderr } = await bare.run(['log', id]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not in a git repository')]);
  });

  it('tells the history of an item that is deleted, and that it is', async () => {
    const { sandbox, call, commit, id, other, texts } = await start();
    const { path } = await sandbox.json<{ path: string }>('show', id);
    await sandbox.ok('set', id, 'points=3');
    commit('Bob', '2026-11-02');
    // Renamed and nothing else: such a commit shows no text.
    call('mv', path, path.replace('first', 'renamed'));
    commit('Bob', '2026-11-03');
    await sandbox.ok('delete', id);
    const rest = [
      ['Bob', `file renamed from ${path.split('/').at(-1)}`],
      ['Bob', 'estimated at 3 points'],
      ['Ada', 'added'],
    ];
    expect(await texts()).toEqual([[null, 'deleted'], ...rest]);
    commit('Cy', '2026-11-04');
    expect(await texts()).toEqual([['Cy', 'deleted'], ...rest]);
    // By a beginning of its id, from any folder.
    const suffix = id.slice(3, 7).toLowerCase();
    const { code, stdout, stderr } = await sandbox.run(['-C', 'backlog/items', 'log', suffix]);
    expect([code, stdout.split('\n').length]).toEqual([0, 5]);
    expect(stderr).toBe(
      `note: ${id} is no longer in the backlog: ${path.replace('first', 'renamed').replace('backlog/items/', '')} is deleted\n`,
    );
    // What is there is meant before what was.
    expect(await texts(other)).toEqual([['Ada', 'added']]);
    await sandbox.ok('delete', other);
    commit('Cy', '2026-11-05');
    const both = await sandbox.run(['log', 'ST-']);
    expect(both.code).toBe(2);
    expect(both.stderr).toMatch(/^storymark: ST- matches 2 items: .*, all deleted\n$/);
    expect((await sandbox.run(['log', 'ST-NONE'])).stderr).toContain('there is no item');
  });
});
