import { beforeEach, describe, expect, it } from 'vitest';
import { git } from '../support/check-backlog.js';
import { listFiles } from '../support/folder.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

let backlog: Sandbox;
const run = (...argv: readonly string[]) => backlog.ok(...argv);
const call = (...args: readonly string[]) => git(backlog, ...args);

function commit(message: string): void {
  call('add', '--all');
  call('commit', '--quiet', '--allow-empty', '-m', message);
}

/** One commit for each deed, as people who save often make them. */
async function onBranch(name: string, ...deeds: readonly (readonly string[])[]): Promise<void> {
  call('switch', '--quiet', '-c', name, 'main');
  for (const deed of deeds) {
    await run(...deed);
    commit(deed.join(' '));
  }
}

function mergeBranches(...names: readonly string[]): void {
  call('switch', '--quiet', '-c', 'merged', names[0] ?? '');
  for (const name of names.slice(1)) call('merge', '--quiet', '--no-edit', name);
}

interface Report {
  readonly findings: readonly {
    readonly kind: string;
    readonly path: string;
    readonly message: string;
    readonly fix: string | null;
  }[];
}

async function doctor(...flags: readonly string[]) {
  const { code, stdout } = await backlog.run(['doctor', '--json', ...flags]);
  const { findings } = JSON.parse(stdout) as Report;
  return { code, duplicates: findings.filter(({ kind }) => kind === 'duplicate-id') };
}

type Doc = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string };

async function byTitle(): Promise<Readonly<Record<string, Doc>>> {
  const documents = await backlog.json<Doc[]>('list', '--all', 'type:story,feedback,epic,sprint');
  return Object.fromEntries(documents.map((one) => [one.title, one]));
}

beforeEach(async () => {
  backlog = createSandbox();
  call('init', '--quiet', '--initial-branch=main');
  await run('init', '--ids', 'sequential');
  await run('add', 'Base');
  commit('start');
});

describe('doctor --fix after two branches gave one id', () => {
  it('lets each reference follow the item of its own branch, made in separate commits', async () => {
    await onBranch('a', ['add', 'A two'], ['add', 'A three', '--set', 'depends=ST-2']);
    await onBranch('b', ['add', 'B two'], ['add', 'B three', '--set', 'depends=ST-2']);
    mergeBranches('a', 'b');
    expect((await doctor('--fix')).code).toBe(0);
    const now = await byTitle();
    for (const side of ['A', 'B']) {
      expect(now[`${side} three`]?.['depends']).toEqual([now[`${side} two`]?.id]);
    }
    expect((await doctor()).code).toBe(0);
  });

  it.each([
    ['a merge that was squashed', () => call('merge', '--squash', '--quiet', 'b')],
    ['a branch whose own base moved on', () => call('merge', '--no-edit', '--quiet', 'b')],
  ])('follows through %s', async (_what, merge) => {
    await onBranch('a', ['add', 'A two'], ['add', 'A three', '--set', 'depends=ST-2']);
    await onBranch(
      'b',
      ['add', 'B two'],
      ['add', 'B three', '--set', 'parent=', '--set', 'depends=ST-2'],
    );
    call('switch', '--quiet', 'a');
    merge();
    commit('merged');
    await doctor('--fix');
    const now = await byTitle();
    for (const side of ['A', 'B']) {
      expect(now[`${side} three`]?.['depends']).toEqual([now[`${side} two`]?.id]);
    }
  });

  it.each([
    ['an older item that came to name it', ['set', 'ST-1', 'depends=EP-2'], 'Base', 'depends'],
    ['feedback', ['add', 'Said', '-t', 'feedback', '--set', 'items=EP-2'], 'Said', 'items'],
    ['a part of an epic', ['add', 'Part', '--set', 'parent=EP-2'], 'Part', 'parent'],
  ])('lets %s follow', async (_what, deed, title, key) => {
    await onBranch('a', ['add', 'A two', '-t', 'epic']);
    await onBranch('b', ['add', 'B two', '-t', 'epic'], deed);
    mergeBranches('a', 'b');
    const { code, duplicates } = await doctor('--fix');
    const now = await byTitle();
    expect([code, duplicates.map(({ fix }) => fix)]).toEqual([
      0,
      [expect.stringContaining('becomes')],
    ]);
    expect([now[title]?.[key]].flat()).toEqual([now['B two']?.id]);
    expect(now['A two']?.id).not.toBe(now['B two']?.id);
  });

  it('lets the record of a sprint and a text follow', async () => {
    await onBranch('a', ['add', 'A two']);
    await onBranch(
      'b',
      ['add', 'B two'],
      ['sprint', 'create', 'Goal', '--start', '2026-11-24'],
      ['sprint', 'add', 'ST-2'],
      ['sprint', 'start'],
    );
    backlog.write(
      'backlog/items/ST-1-base.md',
      `${backlog.read('backlog/items/ST-1-base.md')}\nAs in st-2, not ST-20 or ST-2-x.\n`,
    );
    commit('a text');
    mergeBranches('a', 'b');
    await doctor('--fix');
    const now = await byTitle();
    const id = now['B two']?.id;
    const [sprint = ''] = listFiles(backlog.dir).filter((path) => path.includes('/sprints/'));
    expect(backlog.read(sprint)).toContain(`id: ${id}`);
    expect(backlog.read('backlog/items/ST-1-base.md')).toContain(
      `As in ${id}, not ST-20 or ST-2-x.`,
    );
  });

  it('does not guess what was written when both were there: it renames nothing and says so', async () => {
    await onBranch('a', ['add', 'A two']);
    await onBranch('b', ['add', 'B two']);
    mergeBranches('a', 'b');
    const path = 'backlog/items/ST-1-base.md';
    backlog.write(path, backlog.read(path).replace('status:', 'depends: [ST-2]\nstatus:'));
    const files = listFiles(backlog.dir);
    for (const saved of [false, true]) {
      if (saved) commit('named by hand');
      const { code, duplicates } = await doctor('--fix');
      expect([code, duplicates]).toMatchObject([
        1,
        [
          {
            fix: null,
            message: expect.stringContaining('which of the two items/ST-1-base.md (depends) means'),
          },
        ],
      ]);
      expect(listFiles(backlog.dir).filter((one) => !one.includes('.git/'))).toEqual(
        files.filter((one) => !one.includes('.git/')),
      );
    }
    expect((await doctor('--fix', '--rename', 'backlog/items/ST-2-b-two.md')).code).toBe(0);
    const now = await byTitle();
    expect([now['A two']?.id, now['B two']?.id]).toEqual(['ST-2', 'ST-3']);
    expect(now['Base']?.['depends']).toEqual(['ST-2']);
  });

  it('does not guess without git either', async () => {
    const text = (id: string, title: string, more = '') =>
      `---\nid: ${id}\ntype: story\nstatus: draft\ntitle: ${title}\n${more}---\n`;
    backlog = createSandbox();
    await run('init', '--ids', 'sequential');
    backlog.write('backlog/items/ST-2-a.md', text('ST-2', 'A'));
    backlog.write('backlog/items/ST-2-b.md', text('ST-2', 'B'));
    backlog.write('backlog/items/ST-3.md', text('ST-3', 'C', 'depends: [ST-2]\n'));
    expect(await doctor('--fix')).toMatchObject({ code: 1, duplicates: [{ fix: null }] });
    backlog.write('backlog/items/ST-3.md', text('ST-3', 'C'));
    expect(await doctor('--fix')).toMatchObject({ code: 0 });
  });

  it('tells three apart', async () => {
    for (const name of ['a', 'b', 'c']) {
      await onBranch(
        name,
        ['add', `${name} two`],
        ['add', `${name} three`, '--set', 'depends=ST-2'],
      );
    }
    mergeBranches('a', 'b', 'c');
    await doctor('--fix');
    const now = await byTitle();
    for (const name of ['a', 'b', 'c']) {
      expect(now[`${name} three`]?.['depends']).toEqual([now[`${name} two`]?.id]);
    }
    expect(new Set(Object.values(now).map(({ id }) => id)).size).toBe(7);
  });
});

describe('doctor --fix on one item in two places', () => {
  const item = (status: string, title = 'Base') =>
    `---\nid: ST-9\ntype: story\nstatus: ${status}\ntitle: ${title}\n---\n`;
  const write = (path: string, text: string) => backlog.write(`backlog/items/${path}`, text);
  const left = () => listFiles(backlog.dir).filter((path) => path.includes('ST-9'));

  it.each([
    ['an open one', 'ready', 'backlog/items/ST-9-x.md'],
    ['a done one', 'done', 'backlog/items/archive/ST-9-x.md'],
    ['a dropped one', 'dropped', 'backlog/items/archive/ST-9-x.md'],
  ])('keeps %s where its status belongs, when both are the same', async (_what, status, kept) => {
    for (const folder of ['', 'archive/']) write(`${folder}ST-9-x.md`, item(status));
    await doctor('--fix');
    expect(left()).toEqual([kept]);
  });

  it('leaves two versions of it to a person, and none is lost', async () => {
    write('ST-9-x.md', item('ready', 'Edited'));
    write('archive/ST-9-x.md', item('done'));
    const { code, duplicates } = await doctor('--fix');
    expect([code, duplicates]).toMatchObject([
      1,
      [{ fix: null, message: expect.stringContaining('in two files that differ') }],
    ]);
    expect(left()).toHaveLength(2);
    await run('delete', 'backlog/items/archive/ST-9-x.md', '--force');
    expect((await doctor()).duplicates).toEqual([]);
  });

  it('removes the copy of three, and leaves the two versions', async () => {
    write('ST-9-x.md', item('ready'));
    write('ST-9-y.md', item('ready'));
    write('archive/ST-9-x.md', item('done'));
    await doctor('--fix');
    expect(left()).toHaveLength(2);
  });
});
