import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const hook = join(import.meta.dirname, 'report-usage.cjs');

/**
 * Runs several Node command lines in turn, so that a machine that drifts slows all of them alike.
 *
 * @param {readonly {name: string, args: readonly string[] | ((round: number) => readonly string[]), cwd?: string, env?: object,
 *   exits?: readonly number[]}[]} subjects `exits`: codes that are no failure, 0 unless told
 * @param {number} rounds counted ones; one more warms the disk
 * @returns {{name: string, cpu: number, memory: number}[]} medians: CPU in ms, peak memory in MB
 */
export function measure(subjects, rounds) {
  const samples = subjects.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, subject] of subjects.entries()) {
      const usage = runOnce(subject, round);
      if (round > 0) samples[index].push(usage);
    }
  }
  return subjects.map(({ name }, index) => ({
    name,
    cpu: median(samples[index].map(({ cpu }) => cpu)),
    memory: median(samples[index].map(({ memory }) => memory)),
  }));
}

/** Runs one Node command line: its CPU in ms, peak memory in MB, and what it wrote to stdout. */
export function runOnce({ name, args, cwd, env, exits = [0] }, round) {
  const words = typeof args === 'function' ? args(round) : args;
  const { output, status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, ...words],
    {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  if (!exits.includes(status)) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return { ...JSON.parse(output[3]), stdout };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A table with a verdict for each row that has a limit. */
export function printTable(title, rows) {
  console.log(`\n${title}`);
  for (const { name, value, unit, limit } of rows) {
    const verdict = limit === undefined ? '' : value <= limit ? 'ok' : 'OVER';
    const bound = limit === undefined ? '' : `at most ${limit}`;
    console.log(
      `  ${name.padEnd(44)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(4)} ${bound.padEnd(14)} ${verdict}`,
    );
  }
}
