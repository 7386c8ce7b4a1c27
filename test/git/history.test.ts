import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readStatusHistory } from '../../src/git/last-changes.js';
import { git } from '../support/check-backlog.js';
import { createSandbox } from '../support/sandbox.js';

interface Entry {
  readonly author: string | null;
  readonly changes: readonly { readonly text: string }[];
}

async function start() {
  const sandbox = createSandbox();
  const call = (...args: readonly string[]) => git(sandbox, ...args);
  const commit = (author: string) => {
    call('add', '--all');
    call('commit', '--quiet', '-m', 'x', `--author=${author} <a@example.org>`);
  };
  call('init', '--quiet', '--initial-branch=main');
  await sandbox.ok('init');
  call('config', '--remove-section', 'merge.storymark');
  const id = (await sandbox.ok('add', 'Größe', '--criterion', 'One', '--criterion', 'Two')).trim();
  const { path } = await sandbox.json<{ path: string }>('show', id);
  sandbox.write(path, `${sandbox.read(path)}\nA note.\n\nAnother note.\n`);
  commit('Ada');
  const texts = async () =>
    (await sandbox.json<readonly Entry[]>('log', id)).map(({ author, changes }) => [
      author,
      ...changes.map(({ text }) => text),
    ]);
  const set = (...words: readonly string[]) => {
    // What is done has its criteria ticked.
    const isDone = words.includes('status=done');
    if (isDone) sandbox.write(path, sandbox.read(path).replaceAll('- [ ]', '- [x]'));
    return sandbox.ok('set', id, ...words);
  };
  return { sandbox, call, commit, id, path, texts, set };
}

type Started = Awaited<ReturnType<typeof start>>;

/** A branch on which Bob estimates, while Ada changes the text, or what is given, on main. */
async function part({ call, set, commit, sandbox, path }: Started, onMain?: string) {
  call('checkout', '--quiet', '-b', 'side');
  await set('points=3');
  commit('Bob');
  call('checkout', '--quiet', 'main');
  if (onMain !== undefined) await set(onMain);
  else sandbox.write(path, sandbox.read(path).replace('Another note', 'Another remark'));
  commit('Ada');
}

describe('history with merges', () => {
  it('has nothing uncommitted after a merge, and names each author', async () => {
    const one = await start();
    await part(one);
    one.call('merge', '--quiet', '--no-edit', 'side');
    expect((await one.texts()).toSorted()).toEqual([
      ['Ada', 'added'],
      ['Ada', 'text changed'],
      ['Bob', 'estimated at 3 points'],
    ]);
    expect(await one.sandbox.ok('diff')).toBe('');
    expect(
      JSON.parse(await one.sandbox.ok('check', '--changed', 'HEAD', '--format', 'json')).files,
    ).toBe(0);
  });

  it.each(['ours', 'theirs'])('leaves out what a merge threw away: -s %s', async (side) => {
    const one = await start();
    await part(one, 'points=5');
    const [from, to] = side === 'ours' ? ['main', 'side'] : ['side', 'main'];
    one.call('checkout', '--quiet', from);
    one.call('merge', '--quiet', '--no-edit', '-s', 'ours', to);
    const kept =
      side === 'ours' ? ['Ada', 'estimated at 5 points'] : ['Bob', 'estimated at 3 points'];
    expect(await one.texts()).toEqual([kept, ['Ada', 'added']]);
  });

  it('names what a merge changed that no branch had', async () => {
    const one = await start();
    await part(one, 'points=5');
    expect(() => one.call('merge', '--quiet', 'side')).toThrow();
    one.call('checkout', '--quiet', '--ours', '--', one.path);
    const text = one.sandbox.read(one.path).replace('points: 5', 'points: 8');
    one.sandbox.write(one.path, text);
    one.commit('Cy');
    const [first, ...rest] = await one.texts();
    expect(first).toEqual(['Cy', 'points 5 → 8']);
    expect(rest.toSorted()).toEqual([
      ['Ada', 'added'],
      ['Ada', 'estimated at 5 points'],
      ['Bob', 'estimated at 3 points'],
    ]);
  });

  it('tells who gave an input, not who merged it or archived its file', async () => {
    const one = await start();
    await part(one);
    one.call('-c', 'user.name=Merger', 'merge', '--quiet', '--no-ff', '--no-edit', 'side');
    const { history } = await one.sandbox.json<{
      history: { inputs: Readonly<Record<string, { by: string }>> };
    }>('why', one.id);
    expect(history.inputs['points']?.by).toBe('Bob');
    expect(history.inputs['title']?.by).toBe('Ada');
  });

  it('is there for files that attributes call binary', async () => {
    const one = await start();
    one.sandbox.write('.gitattributes', '*.md binary\n');
    await one.set('status=ready');
    one.commit('Bob');
    expect((await one.texts())[0]).toEqual(['Bob', 'status draft → ready']);
    await one.set('status=done');
    one.commit('Bob');
    expect((await one.texts()).length).toBe(3);
  });

  it('follows a backlog that moved to another folder', async () => {
    const one = await start();
    await one.set('points=3');
    one.commit('Bob');
    one.sandbox.write('products/x', '');
    one.call('mv', 'backlog', 'products/backlog');
    one.commit('Cy');
    const log = await one.sandbox.json<readonly Entry[]>('-C', 'products', 'log', one.id);
    expect(log.map(({ author }) => author)).toEqual(['Cy', 'Bob', 'Ada'].slice(3 - log.length));
    expect(log.at(-1)?.changes[0]?.text).toBe('added');
  });
});

/** What each reader of history says of an item, for comparison before and after. */
async function askAll({ sandbox, id }: Started, folder: string) {
  const ask = <T>(...words: readonly string[]) => sandbox.json<T>('-C', folder, ...words);
  const { history } = await ask<{ history: { places: unknown; inputs: unknown } }>('why', id);
  const { cycle } = await ask<{ cycle: unknown }>('measures');
  const trace = await ask<{ outcome: unknown }>('trace', id);
  const updated = await sandbox.ok('-C', folder, 'list', 'updated:2026-11-02', '--all');
  return { history, cycle, outcome: trace.outcome, updated };
}

/** A done item of three commits, each on a day of its own, without dates of its own. */
async function startDone() {
  const one = await start();
  const at = async (day: string, author: string, ...words: readonly string[]) => {
    if (words.length > 0) await one.set(...words);
    const text = one.sandbox.read(one.path).replace(/^(?:created|started|done): .*\n/gm, '');
    one.sandbox.write(one.path, text);
    vi.stubEnv('GIT_COMMITTER_DATE', `2026-11-${day}T09:00:00Z`);
    one.commit(author);
  };
  onTestFinished(() => void vi.unstubAllEnvs());
  await at('01', 'Ada', 'status=ready', 'points=3');
  await at('02', 'Bob', 'status=done');
  return { ...one, at };
}

describe('history behind a backlog that moved', () => {
  it.each([
    ['to a folder further down', 'backlog', 'products/backlog', 'products'],
    ['and was given another name', 'backlog', 'plan', 'plan'],
    ['to the top of the repository', 'backlog', '.', '.'],
  ])('is the same for every reader: %s', async (_, from, to, at) => {
    const one = await startDone();
    const before = await askAll(one, '.');
    expect(JSON.stringify(before)).toContain('2026-11-02');
    expect(before.updated).toContain(one.id);
    one.sandbox.write('products/x', '');
    vi.stubEnv('GIT_COMMITTER_DATE', '2026-11-20T09:00:00Z');
    const { dir } = one.sandbox;
    const names = to === '.' ? readdirSync(join(dir, from)) : [''];
    for (const name of names) renameSync(join(dir, from, name), join(dir, to, name));
    one.commit('Mover');
    expect(await askAll(one, at)).toEqual(before);
  });

  it('goes back over several moves, with changes made on the way and in between', async () => {
    const one = await startDone();
    const { dir } = one.sandbox;
    renameSync(join(dir, 'backlog'), join(dir, 'plan'));
    const path = one.path.replace('backlog/', 'plan/');
    one.sandbox.write(path, one.sandbox.read(path).replace('points: 3', 'points: 5'));
    one.commit('Cy');
    renameSync(join(dir, 'plan'), join(dir, 'product'));
    one.commit('Mover');
    const { history } = await one.sandbox.json<{
      history: { inputs: Readonly<Record<string, { by: string }>> };
    }>('-C', 'product', 'why', one.id);
    expect(history.inputs['points']?.by).toBe('Cy');
    expect(history.inputs['title']?.by).toBe('Ada');
  });

  it('does not take another backlog of the repository for an earlier one', async () => {
    const one = await startDone();
    await one.sandbox.ok('init', 'second');
    const other = (await one.sandbox.ok('-C', 'second', 'add', 'Other')).trim();
    one.commit('Ada');
    const { history } = await one.sandbox.json<{ history: { places: readonly object[] } }>(
      '-C',
      'second',
      'why',
      other,
    );
    expect(history.places).toEqual([expect.objectContaining({ place: 1, of: 1 })]);
  });
});

describe('a status of a branch that lost', () => {
  it.each([
    ['whole, with -s ours', '-s', 'ours', ''],
    ['in a conflict settled by our side', '-X', 'ours', ''],
    ['in its status only, while its text was taken', '-X', 'ours', 'A line of theirs.'],
  ])('is no part of what became of the item: %s', async (_, option, value, more) => {
    const one = await start();
    const bare = () =>
      one.sandbox.write(
        one.path,
        one.sandbox.read(one.path).replace(/^(?:created|started|done): .*\n/gm, ''),
      );
    bare();
    one.commit('Ada');
    one.call('checkout', '--quiet', '-b', 'side');
    await one.set('status=done');
    bare();
    if (more) one.sandbox.write(one.path, `${one.sandbox.read(one.path)}\n${more}\n`);
    one.commit('Bob');
    one.call('checkout', '--quiet', 'main');
    await one.set('status=ready');
    bare();
    one.commit('Ada');
    one.call('merge', '--quiet', '--no-edit', option, value, 'side');
    await one.sandbox.ok('set', one.id, 'status=ready');
    expect(one.sandbox.read(one.path).includes(more)).toBe(true);
    const history = readStatusHistory(join(one.sandbox.dir, 'backlog'));
    const [statuses] = history.ok
      ? [...history.value].filter(([name]) => name.startsWith(one.id))
      : [];
    expect(statuses?.[1].map(({ status }) => status)).toEqual(['draft', 'ready']);
  });
});

describe('a history that is not whole', () => {
  const readers = (id: string) => [
    ['why', id],
    ['measures'],
    ['trace', id],
    ['site', 'build', 'pages'],
  ];

  it('is reported where an object is missing, and not taken for none', async () => {
    const one = await startDone();
    const [commit = ''] = one.call('rev-list', '--max-parents=0', 'HEAD').split('\n');
    const tree = one.call('rev-parse', `${commit}^{tree}`).trim();
    rmSync(join(one.sandbox.dir, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    for (const argv of readers(one.id)) {
      const { code, stderr } = await one.sandbox.run(argv);
      expect([argv, code, stderr]).toEqual([
        argv,
        2,
        expect.stringContaining('the history in git cannot be read: git log: '),
      ]);
    }
  });

  it('is left out in a shallow clone, which every reader says', async () => {
    const one = await startDone();
    one.call('clone', '--quiet', '--depth', '1', `file://${one.sandbox.dir}`, 'shallow');
    for (const argv of readers(one.id)) {
      const { code, stderr } = await one.sandbox.run(['-C', 'shallow', ...argv]);
      expect([argv, code, stderr]).toEqual([
        argv,
        0,
        expect.stringContaining('this clone is shallow, so its history is not used'),
      ]);
    }
    const { cycle } = await one.sandbox.json<{ cycle: { count?: number } }>(
      '-C',
      'shallow',
      'measures',
    );
    expect(JSON.stringify(cycle)).not.toContain('2026-11');
    const updated = await one.sandbox.run(['-C', 'shallow', 'list', 'updated:2026-11-02']);
    expect([updated.code, updated.stderr]).toEqual([2, expect.stringContaining('is shallow')]);
  });

  it('is none outside a repository, and nothing is said', async () => {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    const id = (await sandbox.ok('add', 'Alone')).trim();
    for (const argv of readers(id)) {
      expect(await sandbox.run(argv)).toMatchObject({ code: 0, stderr: '' });
    }
  });
});

describe('line ends of another kind in the work tree', () => {
  it.each(['core.autocrlf=true', 'eol=crlf'])('are no change: %s', async (how) => {
    const one = await start();
    if (how === 'eol=crlf') {
      one.sandbox.write('.gitattributes', '*.md text eol=crlf\n');
      one.commit('Ada');
    } else one.call('config', 'core.autocrlf', 'true');
    one.call('rm', '--quiet', '-r', '--cached', '.');
    one.call('reset', '--quiet', '--hard');
    const file = join(one.sandbox.dir, one.path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n'));
    expect(await one.texts()).toEqual([['Ada', 'added']]);
    expect(await one.sandbox.ok('diff')).toBe('');
    const changed = await one.sandbox.ok('check', '--changed', 'HEAD', '--format', 'json');
    expect(JSON.parse(changed).files).toBe(0);
    one.call('config', 'user.name', 'test');
    one.call('config', 'user.email', 't@example.org');
    await one.set('points=3', '--commit');
    expect(one.call('show', '--format=', '--numstat', 'HEAD')).toMatch(/^1\t0\t/);
  });
});
