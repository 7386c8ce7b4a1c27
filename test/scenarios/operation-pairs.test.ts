import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/item/document.js';
import { fieldNames } from '../../src/item/field.js';
import { mergeDocuments } from '../../src/item/merge/merge-documents.js';
import { git } from '../support/check-backlog.js';
import { listFiles } from '../support/folder.js';
import { runs } from '../support/runs.js';
import { createSandbox } from '../support/sandbox.js';

/** Ids by the title they have at the start. */
type Ids = Readonly<Record<string, string>>;
/** What people do to a backlog on a branch: the commands, one after the other. */
type Operations = Readonly<Record<string, (id: Ids) => readonly (readonly string[])[]>>;

/** `npm run torture` tries every pair, a test one of so many. */
const share = Number(process.env['STORYMARK_PAIRS'] ?? runs(24, 8));

const close = ['sprint', 'close', '--unfinished', 'backlog'];
const closeOn = ['sprint', 'close', '--unfinished', 'next'];

/** While a sprint runs with Alpha and Beta in it. */
const running: Operations = {
  close: () => [close],
  'close, carrying over': () => [closeOn],
  'finish Alpha, close': ({ Alpha = '' }) => [['done', Alpha], close],
  'finish Beta, close': ({ Beta = '' }) => [['done', Beta], close],
  'finish Beta, carry over': ({ Beta = '' }) => [['done', Beta], closeOn],
  'finish Alpha': ({ Alpha = '' }) => [['done', Alpha]],
  'drop Alpha': ({ Alpha = '' }) => [['drop', Alpha]],
  'take Alpha out': ({ Alpha = '' }) => [['sprint', 'drop', Alpha]],
  'take Free in': ({ Free = '' }) => [['sprint', 'add', Free]],
  'estimate Alpha': ({ Alpha = '' }) => [['set', Alpha, 'points=8']],
  'split Alpha': ({ Alpha = '' }) => [['split', Alpha, 'One', 'Two', '--original', 'drop']],
  'make Alpha an epic': ({ Alpha = '' }) => [['split', Alpha, 'Three', '--original', 'parent']],
  'merge Alpha into Beta': ({ Alpha = '', Beta = '' }) => [['merge', Alpha, '--into', Beta]],
  'merge Beta into Alpha': ({ Alpha = '', Beta = '' }) => [['merge', Beta, '--into', Alpha]],
  'merge Free into Alpha': ({ Alpha = '', Free = '' }) => [['merge', Free, '--into', Alpha]],
  'delete Free': ({ Free = '' }) => [['delete', Free]],
  'let Alpha wait for Free': ({ Alpha = '', Free = '' }) => [['set', Alpha, `depends=${Free}`]],
  'archive Old': ({ Old = '' }) => [['archive', Old]],
  'reopen Old': ({ Old = '' }) => [['reopen', Old]],
  'rename Old': ({ Old = '' }) => [['set', Old, 'title=Old one']],
  'reopen Away': ({ Away = '' }) => [['reopen', Away]],
  'bring Away back': ({ Away = '' }) => [['archive', '--undo', Away]],
  'rename Away': ({ Away = '' }) => [['set', Away, 'title=Far away']],
  'answer Said': ({ Said = '' }) => [['answer', Said, '--save', '--text', 'Not yet.']],
  'answer Said otherwise': ({ Said = '' }) => [['answer', Said, '--save', '--text', 'Soon.']],
  'link Said with Free': ({ Said = '', Free = '' }) => [['link', Said, Free]],
  'finish Free, answer Said': ({ Free = '', Said = '' }) => [
    ['done', Free],
    ['link', Said, Free],
    ['answer', Said, '--save', '--text', 'Done.'],
  ],
};

/** While the sprint is planned. */
const planned: Operations = {
  start: () => [['sprint', 'start']],
  'take Free in, start': ({ Free = '' }) => [
    ['sprint', 'add', Free],
    ['sprint', 'start'],
  ],
  'take Alpha out, start': ({ Alpha = '' }) => [
    ['sprint', 'drop', Alpha],
    ['sprint', 'start'],
  ],
  'estimate Alpha, start': ({ Alpha = '' }) => [
    ['set', Alpha, 'points=8'],
    ['sprint', 'start'],
  ],
  'take Free in': ({ Free = '' }) => [['sprint', 'add', Free]],
  'estimate Alpha': ({ Alpha = '' }) => [['set', Alpha, 'points=5']],
  'drop Alpha': ({ Alpha = '' }) => [['drop', Alpha]],
  'start, finish Beta, close': ({ Beta = '' }) => [['sprint', 'start'], ['done', Beta], close],
  'create the next sprint': () => [['sprint', 'create', 'Next']],
  'make another next sprint': () => [['sprint', 'create', 'Other', '--length', '7']],
};

async function prepare(isRunning: boolean) {
  const sandbox = createSandbox();
  const call = (...args: readonly string[]) => git(sandbox, ...args);
  const id = async (...argv: readonly string[]) => (await sandbox.ok(...argv)).trim();
  call('init', '--quiet', '--initial-branch=main');
  await sandbox.ok('init');
  await sandbox.ok('sprint', 'create', 'A goal', '--start', '2026-11-23');
  const ids: Record<string, string> = {};
  for (const title of ['Alpha', 'Beta', 'Free', 'Old', 'Away']) {
    const criteria = ['--criterion', `${title} is there`];
    ids[title] = await id('add', title, '--points', '3', '--set', 'status=ready', ...criteria);
  }
  ids['Said'] = await id('add', 'Said', '-t', 'feedback', '--set', `items=${ids['Alpha']}`);
  await sandbox.ok('done', ids['Old'] ?? '', ids['Away'] ?? '', '--tick');
  await sandbox.ok('archive', ids['Away'] ?? '');
  await sandbox.ok('sprint', 'add', ids['Alpha'] ?? '', ids['Beta'] ?? '');
  if (isRunning) await sandbox.ok('sprint', 'start');
  const commit = () => {
    call('add', '--all');
    call('commit', '--quiet', '--allow-empty', '-m', 'work');
  };
  commit();
  // Git alone finds out what both sides changed; what the driver would do is done here.
  call('config', 'merge.storymark.driver', 'false');
  return { sandbox, call, ids, commit };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** False where a command refuses, as it does for what makes no sense any more. */
async function act({ sandbox, ids }: Prepared, operation: Operations[string]): Promise<boolean> {
  for (const argv of operation(ids)) {
    const { code } = await sandbox.run([...argv, ...(argv[0] === 'done' ? ['--tick'] : [])]);
    if (code !== 0) return false;
  }
  return true;
}

/** Merges a branch into what is checked out; false for a conflict, which is a right answer. */
function merge({ sandbox, call }: Prepared, branch: string): boolean {
  try {
    call('merge', '--quiet', '--no-edit', branch);
    return true;
  } catch {
    const stages = new Map<string, Map<string, string>>();
    for (const line of call('ls-files', '--unmerged', '-z').split('\0').filter(Boolean)) {
      const [, hash = '', stage = '', path = ''] = /^\S+ (\S+) (\d)\t(.*)$/.exec(line) ?? [];
      stages.set(path, (stages.get(path) ?? new Map()).set(stage, call('cat-file', 'blob', hash)));
    }
    for (const [path, texts] of stages) {
      const [ours, theirs] = [texts.get('2'), texts.get('3')];
      if (ours === undefined || theirs === undefined) return false;
      const style = { ours: '', theirs: '', base: null, size: 7 };
      const sides = { base: texts.get('1') ?? null, ours, theirs };
      const merged = mergeDocuments(sides, fieldNames, style);
      if (merged?.conflicts.length !== 0) return false;
      writeFileSync(join(sandbox.dir, path), merged.text);
    }
    return stages.size > 0;
  }
}

/** What check and doctor say, each finding once, whatever the ids of new items are. */
async function listFindings({ sandbox }: Prepared): Promise<ReadonlySet<string>> {
  const checked = await sandbox.run(['check', '--format', 'json']);
  const { findings } = JSON.parse(checked.stdout) as {
    findings: readonly { readonly path: string; readonly rule: string }[];
  };
  const doctor = await sandbox.run(['doctor', '--json']);
  const found = (
    JSON.parse(doctor.stdout) as { findings: readonly { kind: string; path: string }[] }
  ).findings;
  return new Set([
    ...findings.map(({ path, rule }) => `${rule} ${path}`),
    // Two branches that put items at one place are ordered by id.
    ...found.filter(({ kind }) => kind !== 'rank').map(({ kind, path }) => `${kind} ${path}`),
  ]);
}

/** All documents as values: new ids by title, without places in the order; bodies as their lines. */
function readState({ sandbox, ids }: Prepared): string {
  const documents = listFiles(sandbox.dir)
    .filter((path) => path.startsWith('backlog/') && path.endsWith('.md'))
    .flatMap((path): readonly [string, Document][] => {
      const read = readDocument(path, sandbox.read(path));
      return read.ok ? [[path, read.value]] : [];
    });
  const known = new Set(Object.values(ids));
  const names = documents.flatMap(([, { fields }]) =>
    known.has(String(fields['id']))
      ? []
      : [[String(fields['id']), String(fields['title'])] as const],
  );
  const lines = documents.map(([path, { fields, text, bodyStart }]) => {
    const { rank: _, ...rest } = fields;
    const sorted = Object.entries(rest)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [
        key,
        Array.isArray(value) ? [...value].map((one) => JSON.stringify(one)).sort() : value,
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    const body = text
      .slice(bodyStart)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .sort();
    // Of a closed item it is no matter: git moves files along with others of their folder.
    const isHidden =
      path.includes('/archive/') && !/^(done|dropped)$/.test(String(fields['status']));
    return JSON.stringify([isHidden, sorted, body]);
  });
  const all = lines.sort().join('\n');
  // What left a sprint counts with the points it came in with, whatever the line of its exit says.
  const events = all.replace(/(\d -\S+) \S+/g, '$1');
  return names.reduce((text, [id, title]) => text.replaceAll(id, title), events);
}

/** Pairs that merged without a conflict into something neither order gives, and that nothing finds. */
async function listSilent(operations: Operations, isRunning: boolean, withDriver: boolean) {
  const prepared = await prepare(isRunning);
  const { call, commit } = prepared;
  if (!withDriver) call('config', '--remove-section', 'merge.storymark');
  const names = Object.keys(operations);
  const branchOf = (name: string) => name.replaceAll(/\W+/g, '-');
  const before = await listFindings(prepared);
  const own = new Map<string, ReadonlySet<string>>();
  const alone = new Map<string, string>();
  for (const name of names) {
    call('switch', '--quiet', '-c', branchOf(name), 'main');
    expect(await act(prepared, operations[name] as Operations[string]), name).toBe(true);
    commit();
    own.set(name, await listFindings(prepared));
    alone.set(name, readState(prepared));
  }
  const reset = () => {
    call('reset', '--quiet', '--hard');
    call('clean', '--quiet', '--force', '-d');
  };
  const silent: string[] = [];
  const counts = { conflicts: 0, found: 0, same: 0 };
  const pairs = names
    .flatMap((left, index) => names.slice(index + 1).map((right) => [left, right] as const))
    .filter((_, index) => index % share === 0);
  for (const [left, right] of pairs) {
    reset();
    call('switch', '--quiet', '--detach', branchOf(left));
    if (!merge(prepared, branchOf(right))) {
      counts.conflicts += 1;
      continue;
    }
    const known = [before, own.get(left), own.get(right)];
    const findings = [...(await listFindings(prepared))];
    if (findings.some((one) => !known.some((set) => set?.has(one)))) {
      counts.found += 1;
      continue;
    }
    const merged = readState(prepared);
    let isSame = merged === alone.get(left) && merged === alone.get(right);
    for (const [first, second] of [
      [left, right],
      [right, left],
    ] as const) {
      if (isSame) break;
      reset();
      call('switch', '--quiet', '--detach', branchOf(first));
      isSame =
        (await act(prepared, operations[second] as Operations[string])) &&
        readState(prepared) === merged;
    }
    if (isSame) counts.same += 1;
    else silent.push(`${left} + ${right}`);
  }
  reset();
  expect(existsSync(join(prepared.sandbox.dir, '.git/MERGE_HEAD'))).toBe(false);
  console.log(
    `${pairs.length} pairs ${withDriver ? 'with' : 'without'} the driver: ${counts.conflicts} in conflict, ${counts.found} found by check or doctor, ${counts.same} as one after the other, ${silent.length} silent`,
  );
  return silent;
}

describe('two operations on two branches', () => {
  it.each([
    ['while a sprint runs', running, true, true],
    ['while a sprint runs', running, true, false],
    ['while a sprint is planned', planned, false, true],
    ['while a sprint is planned', planned, false, false],
  ] as const)(
    'never give a silent wrong value %s',
    { timeout: 900_000 },
    async (_when, operations, isRunning, withDriver) => {
      const silent = await listSilent(operations, isRunning, withDriver);
      expect(silent).toEqual([]);
    },
  );
});
