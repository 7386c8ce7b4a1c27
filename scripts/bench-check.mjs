// Measures the rules on stories in memory: node scripts/bench-check.mjs [counts…]
// CPU seconds of this process, set up as the program is, after the code is loaded and one small run
// has warmed it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = await mkdtemp(join(tmpdir(), 'storymark-bench-'));
const outfile = join(folder, 'bench.mjs');
await build({
  stdin: {
    contents: `
      export { generateStories } from './test/check/generate-stories.ts';
      export { readDocument } from './src/item/document.ts';
      export { createBacklog } from './src/backlog/backlog.ts';
      export { defaultSettings } from './src/backlog/settings.ts';
      export { checkSubjects, listSubjects } from './src/check/engine.ts';
      export { prepareSettings } from './src/check/settings.ts';
      export { rules } from './src/check/rules/index.ts';
      export { tuneEngine } from './src/cli/tune-engine.ts';
    `,
    resolveDir: join(import.meta.dirname, '..'),
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile,
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const bench = await import(pathToFileURL(outfile).href);
await rm(folder, { recursive: true });
bench.tuneEngine();

const off = { 'set/similar': 'off' };
await measure(500, off);
const rows = [];
for (const count of process.argv.slice(2).length > 0
  ? process.argv.slice(2).map(Number)
  : [10_000, 100_000]) {
  const { read, parse, check, findings } = await measure(count, off);
  const alone = Object.fromEntries(bench.rules.map(({ id }) => [id, 'off']));
  const similar = await measure(count, { ...alone, 'set/similar': 'warn' });
  rows.push({
    stories: count,
    'read (s)': read.toFixed(2),
    'find stories (s)': parse.toFixed(2),
    'strict rules (s)': check.toFixed(2),
    'all three (s)': (read + parse + check).toFixed(2),
    'set/similar (s)': similar.check.toFixed(2),
    findings,
    similar: similar.findings,
  });
}
console.table(rows);

async function measure(count, rules) {
  const files = Object.entries(bench.generateStories(count, 'bench'));
  const settings = await bench.prepareSettings({ preset: 'strict', rules });
  const [documents, read] = await time(() =>
    files.map(([path, text]) => bench.readDocument(path, text).value),
  );
  const [subjects, parse] = await time(() => {
    const backlog = bench.createBacklog(bench.defaultSettings(), documents);
    return bench.listSubjects(backlog, { today: '2026-11-24' });
  });
  const [{ report }, check] = await time(() =>
    bench.checkSubjects({ subjects, settings: settings.value }),
  );
  return { read, parse, check, findings: report.findings.length };
}

async function time(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}
