// Bundles the command line and the library into dist/. Splitting keeps every
// command in a chunk of its own, so that only the invoked one is loaded.
//   node scripts/build.mjs            builds once
//   node scripts/build.mjs --watch    and again after each change, until it is stopped
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import { describeLicences } from './build/licences.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/**
 * js-yaml loads the JavaScript parser esprima for a type of its full schema, which our own schema
 * has not: nothing in a document is ever executed. Finding and loading it would cost
 * every command 20 ms.
 */
const withoutEsprima = {
  name: 'without-esprima',
  setup({ onLoad }) {
    onLoad(
      { filter: /js-yaml[/\\]lib[/\\]js-yaml[/\\]type[/\\]js[/\\]function\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source.replace("_require('esprima')", 'undefined');
        if (contents === source) throw new Error('js-yaml no longer loads esprima as it did');
        return { contents };
      },
    );
  },
};

async function hashSources() {
  const names = await readdir('src', { recursive: true });
  const sources = names.filter((name) => name.endsWith('.ts')).sort();
  const hash = createHash('sha256').update(await readFile('package-lock.json'));
  for (const name of sources) hash.update(name).update(await readFile(join('src', name)));
  return hash.digest('hex').slice(0, 12);
}

await rm('dist', { recursive: true, force: true });
const program = {
  metafile: true,
  entryPoints: { 'cli/entry': 'src/cli/entry.ts', 'library/index': 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: false,
  plugins: [withoutEsprima],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: {
    STORYMARK_VERSION: JSON.stringify(version),
    STORYMARK_BUILD: JSON.stringify(await hashSources()),
  },
  chunkNames: 'chunks/[name]-[hash]',
  // highs finds its .wasm beside its own files.
  external: ['highs', 'inquirer'],
  // Some dependencies are CommonJS and call require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

// What the site's pages load: one classic script, since pages opened from a disk run no modules.
const pages = {
  metafile: true,
  entryPoints: { 'browser/site': 'src/browser/search.ts' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
};
// Nesting and media queries stay as they are: browsers of the last years know them.
const styles = {
  entryPoints: { 'browser/site': 'src/browser/site.css' },
  outdir: 'dist',
  minify: true,
  logLevel: 'warning',
};

const results = await Promise.all([program, pages, styles].map((options) => build(options)));
const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
await writeFile('dist/third-party-licences.txt', await describeLicences(inputs));

if (process.argv.includes('--watch')) {
  for (const options of [program, pages, styles]) {
    await (await context({ ...options, minify: false, logLevel: 'info' })).watch();
  }
}
