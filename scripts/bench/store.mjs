// Commands on large backlogs: ours beside the npm package backlog.md and Taskwarrior on the same
// items, in one run. CPU of whole processes beyond `node -e 0`, medians; peak memory.
// node scripts/bench/store.mjs [COUNT…]; 100,000 items are measured with ours alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeBacklog } from './generate-backlog.mjs';
import { median, runOnce } from './measure.mjs';
import { installBacklogMd, openBacklogMd, openTaskwarrior } from './other-tools.mjs';

const program = join(resolve(import.meta.dirname, '..', '..'), 'bin', 'storymark.js');
const rounds = Number(process.env.BENCH_STORE_ROUNDS ?? 5);
/** Milliseconds any one measurement may take, all its rounds together. */
const cap = 60_000;
const counts = process.argv.slice(2).map(Number);

/** The bounds at 10,000 items, in ms of CPU beyond an empty process. */
const limits = {
  set: 250,
  add: 350,
  show: 350,
  move: 350,
  list: 400,
  check: 450,
  'check, one changed': 450,
  search: 1000,
  'list, no cache': 1500,
};
const memoryLimits = { 10000: 150, 100000: 600 };

const folder = mkdtempSync(join(tmpdir(), 'storymark-bench-'));
const costs = new Map();
try {
  const backlogMd = installBacklogMd(join(folder, 'package'));
  if (backlogMd === null) console.log('backlog.md cannot be installed here: it is left out.');
  for (const count of counts.length > 0 ? counts : [100, 1000, 10_000, 100_000]) {
    const dir = join(folder, String(count));
    mkdirSync(dir);
    await benchOurs(dir, count);
    if (count > 10_000) continue;
    const tools = [backlogMd && openBacklogMd(backlogMd, dir, count), openTaskwarrior(dir, count)];
    for (const tool of tools) benchOther(tool);
    rmSync(dir, { recursive: true, force: true });
  }
  compareSizes();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchOurs(dir, count) {
  writeBacklog(dir, count);
  execFileSync('git', ['init', '--quiet'], { cwd: dir });
  const items = join(dir, 'backlog', 'items');
  const names = readdirSync(items).filter((name) => name.startsWith('ST-'));
  const [first, other] = names.map((name) => name.split('-').slice(0, 2).join('-'));
  // Files this new are read again each time, as their stamps may lie.
  await sleep(2100);
  const touch = () => appendFileSync(join(items, names[2]), 'One more line.\n');
  const forget = () => rmSync(join(dir, '.git', 'storymark'), { recursive: true, force: true });
  const bare = `const fs = require('fs'); for (const name of fs.readdirSync('backlog/items')) fs.statSync('backlog/items/' + name)`;
  const run = (...args) => ({ args: [program, ...args], cwd: dir, exits: [0, 1] });
  const results = measureEach([
    { name: 'node -e 0', make: () => ({ args: ['-e', '0'] }) },
    { name: 'readdir and stat', make: () => ({ args: ['-e', bare], cwd: dir }) },
    { name: 'list', make: () => run('list') },
    { name: 'show', make: () => run('show', first) },
    { name: 'set', make: (round) => run('set', first, `points=${(round % 2) + 1}`) },
    { name: 'add', make: (round) => run('add', `Another ${round}`) },
    {
      name: 'move',
      make: (round) =>
        run('move', first, round % 2 ? '--top' : '--after', ...(round % 2 ? [] : [other])),
    },
    { name: 'search', make: () => run('search', 'kebake', 'hours') },
    // After one that saw the same, since others before it write.
    { name: 'check', before: () => runOnce(run('check')), make: () => run('check') },
    { name: 'check, one changed', before: touch, make: () => run('check') },
  ]);
  // Apart: it takes away what the others use.
  results.push(
    ...measureEach([{ name: 'list, no cache', before: forget, make: () => run('list') }]),
  );
  const empty = results[0].cpu;
  console.log(
    `\n${count.toLocaleString('en')} items, storymark: beyond node -e 0 (${empty.toFixed(0)} ms), medians of ${rounds}`,
  );
  for (const { name, cpu, memory } of results.slice(1)) {
    const beyond = cpu - empty;
    costs.set(`${name} ${count}`, beyond);
    const isBounded = count === 10_000 && name in limits;
    const bound = isBounded ? judge(beyond, limits[name]) : '';
    const isLarge = count in memoryLimits && name !== 'readdir and stat';
    print(
      name,
      beyond,
      memory,
      `${bound}${isLarge && memory > memoryLimits[count] ? `  memory OVER ${memoryLimits[count]} MB` : ''}`,
    );
  }
}

function judge(value, limit) {
  return `at most ${limit}${value <= limit ? ' ok' : ' OVER'}`;
}

function print(name, cpu, memory, verdict = '') {
  console.log(
    `  ${name.padEnd(24)} ${cpu.toFixed(0).padStart(7)} ms ${memory.toFixed(0).padStart(5)} MB  ${verdict}`,
  );
}

/** In turn, so that a machine that drifts slows all alike; the first round warms up. */
function measureEach(subjects) {
  const samples = subjects.map(() => []);
  const spent = subjects.map(() => 0);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { name, before, make }] of subjects.entries()) {
      if (spent[index] > cap) continue;
      before?.();
      const begin = performance.now();
      const usage = runOnce({ name, ...make(round) });
      spent[index] += performance.now() - begin;
      if (round > 0 || spent[index] > cap) samples[index].push(usage);
    }
  }
  return subjects.map(({ name }, index) => ({
    name,
    cpu: median(samples[index].map(({ cpu }) => cpu)),
    memory: median(samples[index].map(({ memory }) => memory)),
  }));
}

function benchOther(tool) {
  if (tool === null) return;
  if (typeof tool === 'string') {
    console.log(tool);
    return;
  }
  console.log(`  ${tool.name}, whole processes`);
  for (const [name, run] of Object.entries(tool.commands)) {
    const samples = [];
    let spent = 0;
    for (let round = 0; round <= 3 && spent < cap; round += 1) {
      const usage = timeProgram(run(round), cap - spent);
      if (usage === null) break;
      spent += usage.wall;
      if (round > 0 || spent * 2 > cap) samples.push(usage);
    }
    if (samples.length === 0) console.log(`  ${name.padEnd(24)} over ${cap / 1000} s`);
    else
      print(
        name,
        median(samples.map(({ cpu }) => cpu)),
        median(samples.map(({ memory }) => memory)),
      );
  }
}

/** By GNU time, to 10 ms; null for what takes too long. */
function timeProgram({ file, args, cwd, env }, timeout) {
  const begin = performance.now();
  const { error, stderr, status } = spawnSync(
    '/usr/bin/time',
    ['-q', '-f', '%U %S %M', file, ...args],
    {
      cwd,
      env: { ...process.env, ...env },
      timeout: Math.ceil(timeout),
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (error?.code === 'ETIMEDOUT') return null;
  const [user, system, memory] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  if (error || !Number.isFinite(memory))
    throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`);
  return { cpu: (user + system) * 1000, memory: memory / 1024, wall: performance.now() - begin };
}

/** What grows with the backlog, beside what the disk itself asks. */
function compareSizes() {
  const bare = costs.get('readdir and stat 10000');
  if (bare === undefined || !costs.has('set 1000')) return;
  console.log('\n10,000 items less readdir and stat, beside 1,000: at most 1.5 times');
  for (const name of ['set', 'add', 'show', 'move']) {
    const ratio = (costs.get(`${name} 10000`) - bare) / costs.get(`${name} 1000`);
    console.log(
      `  ${name.padEnd(24)} ${ratio.toFixed(2).padStart(7)}  ${ratio <= 1.5 ? 'ok' : 'OVER'}`,
    );
  }
}
