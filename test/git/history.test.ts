import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
  const set = (...words: readonly string[]) => sandbox.ok('set', id, ...words);
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
