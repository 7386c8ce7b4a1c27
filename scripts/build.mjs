// Bundles the command line and the library into dist/. Splitting keeps every
// command in a chunk of its own, so that only the invoked one is loaded.
import { readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { 'cli/entry': 'src/cli/entry.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { STORYMARK_VERSION: JSON.stringify(version) },
  chunkNames: 'chunks/[name]-[hash]',
  // highs finds its .wasm beside its own files.
  external: ['highs', 'inquirer'],
  // Some dependencies are CommonJS and call require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
