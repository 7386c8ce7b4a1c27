import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { repository } from './support/sandbox.js';

const source = join(repository, 'src');

/** What each folder may import (docs/design.md); itself is always allowed. */
const core: Readonly<Record<string, readonly string[]>> = {
  text: [],
  language: ['text'],
  item: ['language', 'text'],
  backlog: ['item', 'language', 'text'],
  story: ['item', 'text'],
  check: ['story', 'backlog', 'item', 'text'],
  score: ['backlog', 'item', 'text'],
  plan: ['score', 'backlog', 'item', 'text'],
  chart: ['language', 'text'],
  exchange: ['story', 'backlog', 'item', 'language', 'text'],
  site: ['chart', 'story', 'backlog', 'item', 'language', 'text'],
  ops: [
    'check',
    'score',
    'plan',
    'chart',
    'exchange',
    'site',
    'story',
    'backlog',
    'item',
    'language',
    'text',
  ],
  store: ['backlog', 'item', 'language', 'text'],
  git: ['backlog', 'item', 'text'],
  terminal: ['backlog', 'item', 'text'],
};
const allowed: Readonly<Record<string, readonly string[]>> = {
  ...core,
  web: [],
  browser: ['text'],
  commands: [...Object.keys(core), 'web'],
  cli: [...Object.keys(core), 'commands'],
  library: Object.keys(core),
};

/** Folders without I/O, clock, dice or colour of their own. */
const pure = [
  'text',
  'language',
  'item',
  'backlog',
  'story',
  'check',
  'score',
  'plan',
  'chart',
  'exchange',
  'site',
  'ops',
];

/** One owner a package, the only file or folder that may import it; another for another bundle. */
const owners: Readonly<Record<string, string | readonly string[]>> = {
  commander: 'cli/program.ts',
  chalk: 'terminal/style.ts',
  'cli-table3': 'terminal/aligned-table.ts',
  'fast-string-width': 'text/display-width.ts',
  inquirer: 'terminal/prompt.ts',
  yaml: 'item/',
  'js-yaml': 'item/',
  'gray-matter': 'item/document.ts',
  highs: 'plan/',
  jsep: 'score/formula/',
  'd3-scale': 'chart/axis.ts',
  'd3-shape': 'chart/marks.ts',
  'fractional-indexing': 'backlog/order-key.ts',
  'fastest-levenshtein': 'text/suggest.ts',
  diff: 'text/diff.ts',
  '@cucumber/gherkin': 'check/language/gherkin.ts',
  picomatch: 'text/glob.ts',
  'markdown-it': 'site/markdown.ts',
  'sanitize-html': 'site/sanitize.ts',
  'highlight.js': 'site/markdown.ts',
  minisearch: ['browser/', 'ops/items/word-index.ts'],
};
/** Folders of like things, of which there may be any number. */
const registries: ReadonlySet<string> = new Set(['check/rules', 'score/models', 'story/languages']);
/** zod describes data where it is read. */
const anywhere = ['zod'];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split('\\').join('/'));
const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(source, from), 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => ({ from, to: fileName }));
});

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function resolveImport({ from, to }: Import): string {
  return relative(source, join(source, dirname(from), to))
    .split('\\')
    .join('/');
}

/** The files one file imports or exports from, values and types; not what is loaded when needed. */
function listStaticImports(from: string): readonly string[] {
  const text = readFileSync(join(source, from), 'utf8');
  return [...text.matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)';/gm)].map(([, to = '']) =>
    resolveImport({ from, to }).replace(/\.js$/, '.ts'),
  );
}

describe('the import graph', () => {
  it('sees the sources', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('points downwards only', () => {
    const upwards = imports
      .filter(({ from, to }) => to.startsWith('.') && from.includes('/'))
      .filter((one) => {
        const target = folderOf(resolveImport(one));
        const own = folderOf(one.from);
        return target !== own && !(allowed[own] ?? []).includes(target);
      })
      .map((one) => `${one.from} imports ${resolveImport(one)}`);
    expect(upwards).toEqual([]);
  });

  it('lets no two rooms of ops or commands import each other', () => {
    const arrows = new Set(
      imports
        .filter(({ from, to }) => to.startsWith('.') && /^(?:ops|commands)\/[^/]+\//.test(from))
        .map((one) => `${dirname(one.from)} ${dirname(resolveImport(one))}`),
    );
    expect(arrows.size).toBeGreaterThan(20);
    const mutual = [...arrows].filter((arrow) => {
      const [from, to] = arrow.split(' ');
      return from !== to && arrows.has(`${to} ${from}`);
    });
    expect(mutual).toEqual([]);
  });

  it('keeps every folder in the picture', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(folderOf));
    expect([...folders].filter((folder) => !(folder in allowed))).toEqual([]);
  });

  it('starts programs in two places: git, and the editor', () => {
    const starters = imports.filter(({ to }) => /^(?:node:)?child_process$/.test(to));
    expect(starters.map(({ from }) => from).sort()).toEqual([
      'git/run-git.ts',
      'terminal/editor.ts',
    ]);
  });

  it('gives each package one owner', () => {
    const packages = imports.filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:'));
    const strays = packages
      .filter(({ from, to }) => {
        const owner =
          owners[
            to
              .split('/')
              .slice(0, to.startsWith('@') ? 2 : 1)
              .join('/')
          ];
        if (owner === undefined) return !anywhere.includes(to);
        return ![owner].flat().some((one) => from.startsWith(one));
      })
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(strays).toEqual([]);
  });

  it('loads no package but commander for help, nor reads YAML', () => {
    const reached = new Set(['cli/main.ts']);
    const packages = new Set<string>();
    // A set is walked while it grows. What is awaited, or only a type, is not loaded.
    for (const file of reached) {
      const text = readFileSync(join(source, file), 'utf8');
      for (const [, isType, to = ''] of text.matchAll(
        /^(?:import|export) (type )?[^;]*?from '([^']+)';/gm,
      )) {
        if (isType || to.startsWith('node:')) continue;
        if (!to.startsWith('.')) packages.add(to);
        else reached.add(resolveImport({ from: file, to }).replace(/\.js$/, '.ts'));
      }
    }
    expect(reached.size).toBeGreaterThan(50);
    expect([...packages]).toEqual(['commander']);
  });

  it('has no I/O, clock or dice in the pure folders', () => {
    const impure =
      /\bprocess\.|\bconsole\.|Math\.random|Date\.now|new Date\(\)|performance\.now|from 'node:|setTimeout/;
    const strays = files
      .filter((file) => pure.includes(folderOf(file)))
      .filter((file) => {
        const code = readFileSync(join(source, file), 'utf8').replace(
          /\/\*[\s\S]*?\*\/|\/\/.*/g,
          '',
        );
        return impure.test(code);
      });
    expect(strays).toEqual([]);
  });

  it('listens to the network in one file', () => {
    const strays = imports
      .filter(({ to }) => /^node:(?:http|https|http2|net|dgram|tls)$/.test(to))
      .filter(({ from }) => from !== 'web/serve-pages.ts');
    expect(strays).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    const long = files.filter(
      (file) => readFileSync(join(source, file), 'utf8').split('\n').length > 401,
    );
    expect(long).toEqual([]);
  });

  it('has no folder over 30 files but registries of like things', () => {
    const folders = new Set(files.map((file) => dirname(file)));
    const wide = [...folders]
      .map((folder) => ({ folder, count: files.filter((file) => dirname(file) === folder).length }))
      .filter(({ folder, count }) => count > 30 && !registries.has(folder));
    expect(wide).toEqual([]);
  });

  it('goes round in no circle, counting what is imported for its types', () => {
    const arrows = new Map(files.map((file) => [file, listStaticImports(file)]));
    // What imports nothing that is left, or is imported by nothing, is on no circle.
    let before = -1;
    while (arrows.size !== before) {
      before = arrows.size;
      const imported = new Set([...arrows.values()].flat());
      for (const [file, targets] of arrows) {
        const isOn = imported.has(file) && targets.some((target) => arrows.has(target));
        if (!isOn) arrows.delete(file);
      }
    }
    expect([...arrows.keys()]).toEqual([]);
  });
});
