import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './support/sandbox.js';

const pages = [
  ...readdirSync(repository).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(repository, 'docs')).map((name) => `docs/${name}`),
];
const read = (path: string) => readFileSync(join(repository, path), 'utf8');

describe('documentation', () => {
  it.each(pages)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)];
    const missing = links
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(join(repository, dirname(page), link)));
    expect(missing).toEqual([]);
  });

  it.each(['CONTRIBUTING.md', 'docs/project-layout.md'])('%s names folders that exist', (page) => {
    const paths = [...read(page).matchAll(/`((?:src|test|templates|examples)\/[^`\s]*)`/g)];
    expect(paths.length).toBeGreaterThan(1);
    const missing = paths
      .map(([, path = '']) => path)
      // What `npm run new:rule` and `new:command` are going to write.
      .filter((path) => !/emoji|pin/.test(path) && !existsSync(join(repository, path)));
    expect(missing).toEqual([]);
  });

  it('maps every folder of the sources', () => {
    const map = read('CONTRIBUTING.md');
    const folders = readdirSync(join(repository, 'src'), { withFileTypes: true });
    const missing = folders.filter((one) => one.isDirectory() && !map.includes(`src/${one.name}/`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('walks through functions that are where the page says', () => {
    const steps = read('docs/project-layout.md').match(/^\d+\. .*/gm) ?? [];
    expect(steps).toHaveLength(10);
    for (const step of steps) {
      const files = [...step.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => read(path));
      const names = [...step.matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name);
      expect(files.length, step).toBeGreaterThan(0);
      const unknown = names.filter(
        (name) => !files.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
      );
      expect(unknown, step).toEqual([]);
    }
  });

  it('names npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
