// `npm run bench`: what commands cost beyond an empty Node process, all in one run.
import { join, resolve } from 'node:path';
import { measure, printTable } from './bench/measure.mjs';

const repository = resolve(import.meta.dirname, '..');
const program = join(repository, 'bin', 'storymark.js');
const example = join(repository, 'examples', 'calendar');
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);

const [empty, ...commands] = measure(
  [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: '--version', args: [program, '--version'] },
    { name: '--help', args: [program, '--help'] },
    { name: 'list', args: [program, 'list'], cwd: example },
  ],
  rounds,
);
const limits = { '--version': 45, '--help': 60, list: 150 };
printTable(`CPU beyond node -e 0 (${empty.cpu.toFixed(0)} ms), medians of ${rounds}`, [
  ...commands.map(({ name, cpu }) => ({
    name,
    value: cpu - empty.cpu,
    unit: 'ms',
    limit: limits[name],
  })),
]);
