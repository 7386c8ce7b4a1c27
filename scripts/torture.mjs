// `npm run torture [KILLS] [DOCUMENTS] [SEED]`: kills, crowds and fuzzing with the full numbers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const repository = resolve(import.meta.dirname, '..');
// Two folders deep, as the built program is: it finds its templates from there.
const folder = mkdtempSync(join(repository, '.torture-'));
const outdir = join(folder, 'run');
try {
  await build({
    entryPoints: ['main', 'crowd-worker'].map((name) =>
      join(repository, `test/torture/${name}.ts`),
    ),
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
  });
  const [kills = '500', documents = '50000', seed = String(Date.now())] = process.argv.slice(2);
  const args = [repository, join(outdir, 'crowd-worker.mjs'), kills, documents, seed];
  const { status } = spawnSync(process.execPath, [join(outdir, 'main.mjs'), ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
