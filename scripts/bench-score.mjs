// `node scripts/bench-score.mjs`: CPU of ranking and simulating, each in a process of its own, so
// that "cold" is what a command pays; medians.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { printTable } from './bench/measure.mjs';

const repository = resolve(import.meta.dirname, '..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);

const bundle = join(mkdtempSync(join(tmpdir(), 'bench-score-')), 'score.mjs');
await build({
  stdin: {
    contents: `
      export { createBacklog } from './src/backlog/backlog.js';
      export { defaultSettings } from './src/backlog/settings.js';
      export { findRankChanges, rankBacklog, readRankable } from './src/ops/rank-backlog.js';
      export { rankItems } from './src/score/ranking.js';
      export { simulateRanking } from './src/score/simulate-ranking.js';
      export { wsjf } from './src/score/models/wsjf.js';`,
    resolveDir: repository,
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  // Some dependencies are CommonJS and call require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'error',
});

/**
 * Runs in the child: prints CPU in ms of the first and of the fifth run: of ranking what has been
 * read, or from documents to the new order, and to the keys that bring it about where asked.
 */
const child = `
  const { createBacklog, defaultSettings, findRankChanges, rankBacklog, rankItems, readRankable,
    simulateRanking, wsjf } = await import(process.argv[1]);
  const [size, links, ranged, draws, keyed, read] = process.argv.slice(2).map(Number);
  let state = 1;
  const random = () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
  const pick = () => [1, 2, 3, 5, 8, 13, 20][Math.floor(random() * 7)];
  const rate = () => (ranged ? pick() + '..' + (20 + pick()) : pick());
  // By way of text, so that strings are as reading files leaves them.
  const documents = JSON.parse(JSON.stringify(Array.from({ length: size }, (_, index) => {
    const key = String(index).padStart(5, '0');
    const depends = index > 0 && index < 2 * links && index % 2 ? ['ST-' + Math.floor(random() * index)] : [];
    return {
      path: 'items/ST-' + key + '.md',
      fields: {
        id: 'ST-' + index, type: 'story', status: 'ready', title: 'Item ' + index,
        points: pick(), rank: 'a' + (index % 10) + key + 1, score: { value: rate(), urgency: rate(), risk: rate() },
        ...(depends.length > 0 ? { depends } : {}),
      },
    };
  })));
  const backlog = createBacklog(defaultSettings(), documents);
  backlog.work;
  const prepared = read ? readRankable(backlog) : null;
  const rank = () => {
    if (prepared) return rankItems(prepared.items, wsjf, prepared.derivation);
    const ranked = rankBacklog(backlog, wsjf);
    if (keyed) findRankChanges(backlog, ranked.value.rows);
    return ranked;
  };
  const simulate = () => simulateRanking(readRankable(backlog).items, wsjf, { draws, seed: '1' });
  const costs = [];
  for (let run = 0; run < 5; run += 1) {
    const start = process.cpuUsage();
    const done = draws ? simulate() : rank();
    const { user, system } = process.cpuUsage(start);
    if (!done.ok) throw new Error('not ranked');
    costs.push((user + system) / 1000);
    if (draws) break;
  }
  console.log(JSON.stringify([costs[0], costs.at(-1)]));`;

function measure(...numbers) {
  const runs = Array.from({ length: rounds }, () => {
    const args = [
      '--input-type=module',
      '-e',
      child,
      pathToFileURL(bundle).href,
      ...numbers.map(String),
    ];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const median = (at) => runs.map((run) => run[at]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
  return { cold: median(0), warm: median(1) };
}

const rank = measure(10_000, 5_000, 0, 0, 0, 1);
const whole = measure(10_000, 5_000, 0, 0, 0);
const keyed = measure(10_000, 5_000, 0, 0, 1);
const few = measure(1_000, 500, 1, 10_000, 0);
printTable(`CPU, medians of ${rounds} processes`, [
  { name: 'rank 10,000 read items, 5,000 depends, cold', value: rank.cold, unit: 'ms', limit: 150 },
  { name: 'the same, fifth time', value: rank.warm, unit: 'ms', limit: 150 },
  { name: 'with the fields taken out of the documents, cold', value: whole.cold, unit: 'ms' },
  { name: 'with the keys to write, nearly all, cold', value: keyed.cold, unit: 'ms' },
  {
    name: 'simulate 10,000 draws of 1,000 items, all ranges',
    value: few.cold,
    unit: 'ms',
    limit: 2000,
  },
]);
