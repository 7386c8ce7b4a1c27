import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../src/item/field.js';
import { mergeDocuments } from '../../src/item/merge/merge-documents.js';
import { git } from '../support/check-backlog.js';
import { createSandbox } from '../support/sandbox.js';

/** What people change of an item at the same time, and how. */
const changes: Readonly<Record<string, (id: string, other: string) => readonly string[]>> = {
  status: (id) => ['start', id],
  points: (id) => ['set', id, 'points=8'],
  rank: (id) => ['move', id, '--top'],
  sprint: (id) => ['set', id, 'sprint=2026-S25'],
  labels: (id) => ['set', id, 'labels+=mobile'],
  depends: (id, other) => ['set', id, `depends+=${other}`],
  'a score input': (id) => ['set', id, 'score.value=13'],
};
const tick = 'a criterion';
const names = [...Object.keys(changes), tick];

const everything = [
  'points=3',
  'labels=api',
  'score.value=5',
  'score.urgency=3',
  'score.risk=1',
] as const;

type Call = (...args: readonly string[]) => string;

/**
 * A repository with one item of each type, as `add` writes it and with every field set later, and
 * a branch for each change, made to all of them.
 */
async function prepare() {
  const sandbox = createSandbox();
  const call: Call = (...args) => git(sandbox, ...args);
  const id = async (...argv: readonly string[]) => (await sandbox.ok(...argv)).trim();
  const commit = (message: string) => {
    call('add', '--all');
    call('commit', '--quiet', '-m', message);
  };
  call('init', '--quiet', '--initial-branch=main');
  await sandbox.ok('init');
  await sandbox.ok('sprint', 'create', 'A goal', '--start', '2026-11-30');
  const first = await id('add', 'What others wait for');
  const items: string[] = [];
  for (const type of ['story', 'epic', 'task', 'bug', 'spike']) {
    const criteria = ['--criterion', 'One', '--criterion', 'Two'];
    items.push(await id('add', `A bare ${type}`, '-t', type, ...criteria));
    const full = await id('add', `A full ${type}`, '-t', type, ...criteria);
    await sandbox.ok('set', full, `depends=${first}`, ...everything);
    items.push(full);
  }
  await sandbox.ok('done', first);
  commit('start');
  for (const name of names) {
    call('switch', '--quiet', '-c', branchOf(name), 'main');
    for (const item of items) {
      const argv = changes[name]?.(item, first);
      if (argv) await sandbox.ok(...argv);
    }
    if (name === tick) {
      for (const path of call('ls-files', 'backlog/items').trim().split('\n')) {
        const file = join(sandbox.dir, path);
        writeFileSync(file, readFileSync(file, 'utf8').replace('[ ] One', '[x] One'));
      }
    }
    commit(name);
  }
  return call;
}

/** How two branches would merge, item by item; only what is in conflict. */
type Merge = (left: string, right: string) => readonly string[];

function countConflicts(merge: Merge): readonly string[] {
  return names.flatMap((left, index) =>
    names
      .slice(index + 1)
      .flatMap((right) => merge(left, right).map((path) => `${left} and ${right} in ${path}`)),
  );
}

const branchOf = (name: string) => name.replaceAll(' ', '-');

/** As a hosted merge button does it, without any driver. */
function mergeByGit(call: Call): Merge {
  call('config', '--remove-section', 'merge.storymark');
  return (left, right) => {
    call('switch', '--quiet', '--detach', branchOf(left));
    try {
      call('merge', '--quiet', '--no-edit', branchOf(right));
      return [];
    } catch {
      const files = call('diff', '--name-only', '--diff-filter=U').trim().split('\n');
      call('merge', '--abort');
      return files;
    }
  };
}

/** As the driver does it, without a process for each file. */
function mergeByDriver(call: Call): Merge {
  const read = (branch: string) => {
    const paths = call('ls-tree', '-r', '--name-only', branch, 'backlog/items').trim().split('\n');
    return new Map(paths.map((path) => [path, call('show', `${branch}:${path}`)]));
  };
  const [base, ...sides] = ['main', ...names.map(branchOf)].map(read);
  const textsOf = (name: string) => sides[names.indexOf(name)];
  const style = { ours: '', theirs: '', base: null, size: 7 };
  return (left, right) =>
    [...(base ?? [])].flatMap(([path, text]) => {
      const [ours = '', theirs = ''] = [left, right].map((name) => textsOf(name)?.get(path));
      const merged = mergeDocuments({ base: text, ours, theirs }, fieldNames, style);
      return merged?.conflicts.length === 0 ? [] : [path];
    });
}

describe('two fields of one item, changed on two branches', () => {
  it('merge without the driver and with it, in every pair', { timeout: 120_000 }, async () => {
    const call = await prepare();
    const withDriver = countConflicts(mergeByDriver(call));
    const without = countConflicts(mergeByGit(call));
    const pairs = (names.length * (names.length - 1)) / 2;
    console.log(
      `${pairs} pairs of changes to 10 items: ${without.length} conflicts without the driver, ${withDriver.length} with it`,
    );
    expect({ without, withDriver }).toEqual({ without: [], withDriver: [] });
  });
});
