// Checks the same generated stories, as files on disk, with storymark and with markdownlint-cli2:
// whole processes, CPU beside an empty Node process. `node scripts/bench/markdownlint.mjs [count]`
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { measure, printTable } from './measure.mjs';

const repository = resolve(import.meta.dirname, '..', '..');
const program = join(repository, 'bin', 'storymark.js');
const markdownlint = join(repository, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
const rounds = Number(process.env.BENCH_CHECK_ROUNDS ?? 3);
const count = Number(process.argv[2] ?? 10_000);

const folder = mkdtempSync(join(tmpdir(), 'storymark-bench-'));
try {
  await writeStories(count);
  const items = 'backlog/items/*.md';
  const check = ['check', '--format', 'compact'];
  const [empty, ...runs] = measure(
    [
      { name: 'node -e 0', args: ['-e', '0'] },
      // Both find something to say, which both report with 1.
      { name: 'storymark check', args: [program, ...check], exits: [0, 1] },
      {
        name: 'storymark check --preset strict',
        args: [program, ...check, '--preset', 'strict'],
        exits: [0, 1],
      },
      { name: 'markdownlint-cli2 0.21, all its rules', args: [markdownlint, items], exits: [0, 1] },
    ].map((one) => ({ ...one, cwd: folder })),
    rounds,
  );
  printTable(
    `${count.toLocaleString('en')} stories as files: CPU of the whole process beyond node -e 0 (${empty.cpu.toFixed(0)} ms), medians of ${rounds}`,
    runs.map(({ name, cpu }) => ({ name, value: (cpu - empty.cpu) / 1000, unit: 's' })),
  );
  printTable(
    'Peak memory',
    runs.map(({ name, memory }) => ({ name, value: memory, unit: 'MB' })),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The stories of the in-memory bench, below backlog/ in the folder. */
async function writeStories(amount) {
  const outfile = join(folder, 'generate.mjs');
  const entry = join(repository, 'test/check/generate-stories.ts');
  await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', outfile });
  const { generateStories } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  const files = { 'backlog.yaml': '{}\n', ...generateStories(amount, 'bench') };
  mkdirSync(join(folder, 'backlog', 'items'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, 'backlog', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
