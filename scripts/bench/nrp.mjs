// The Next Release Problem, beside glpk.js on the same model. node scripts/bench/nrp.mjs takes
// instances of one's own: FILE RATIO…
//
// The optima were checked with CBC 2.10, from a model written apart from this one.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runOnce } from './measure.mjs';

const folder = resolve(import.meta.dirname, '../../../shared/data/nrp');
const known = [
  ['nrp1', 0.3, 1204],
  ['nrp1', 0.5, 1836],
  ['nrp1', 0.7, 2507],
  ['nrp-e1', 0.3, 7919],
  ['nrp-e1', 0.5, 11071],
  ['nrp-m4', 0.3, 7777],
];
/** Seconds glpk.js may take for one. */
const patience = Number(process.env.BENCH_GLPK_SECONDS ?? 60);
const solver = join(import.meta.dirname, 'nrp-solve.mjs');

const [ownFile, ...ownRatios] = process.argv.slice(2);
const instances = ownFile
  ? ownRatios.map((ratio) => [resolve(ownFile), Number(ratio), null])
  : known.map(([name, ratio, best]) => [join(folder, `${name}.txt`), ratio, best]);

if (instances.every(([file]) => !existsSync(file))) {
  console.log(`\nNext Release Problem: skipped, there are no instances in ${folder}`);
} else {
  console.log(
    `\nNext Release Problem, each solved in a process of its own (glpk.js: ${patience} s at most)`,
  );
  console.log(`  ${'instance'.padEnd(14)}${'storymark'.padStart(44)}${'glpk.js'.padStart(38)}`);
  for (const instance of instances) report(instance);
}

function report([file, ratio, best]) {
  const name = `${basename(file, '.txt')} ${ratio}`;
  const ours = solve('storymark', file, ratio);
  const theirs = solve('glpk', file, ratio);
  const isRight = ours.proven && (best === null || ours.value === best);
  if (!isRight) process.exitCode = 1;
  const isContradicted = theirs.proven && theirs.value !== ours.value;
  if (isContradicted) process.exitCode = 1;
  const verdict = isRight && !isContradicted ? 'ok' : `WRONG, the best is ${best ?? theirs.value}`;
  console.log(`  ${name.padEnd(14)}${describe(ours)}${describe(theirs)}   ${verdict}`);
}

function solve(name, file, ratio) {
  const args = [solver, name, file, `${ratio}`, `${patience}`];
  const { stdout, cpu, memory } = runOnce({ name: `${name} on ${file}`, args });
  return { ...JSON.parse(stdout), cpu, memory };
}

function describe({ value, proven, cpu, memory }) {
  const what = value === null ? 'nothing' : `${value}${proven ? ' proven' : ' so far'}`;
  return `${what.padStart(16)}${(cpu / 1000).toFixed(1).padStart(7)} s CPU${memory.toFixed(0).padStart(6)} MB`;
}
