import { describe, expect, it } from 'vitest';
import { compileGlobs } from '../../src/text/glob.js';

const dot = { dot: true };

async function matches(glob: string, path: string): Promise<boolean> {
  const compiled = await compileGlobs([glob], dot);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
  return compiled.value(path);
}

describe('globs', () => {
  it.each([
    ['docs/**/*.md', 'docs/a/b/c.md', true],
    ['docs/**/*.md', 'docs/c.md', true],
    ['*.md', 'docs/c.md', false],
    ['items/ST-*-*.md', 'items/ST-7K3F-see-who.md', true],
    ['items/{ST,BU}-*.md', 'items/BU-1-x.md', true],
    ['items/@(ST|BU)-*.md', 'items/BU-1-x.md', true],
    ['items/!(archive)/**', 'items/2026/x.md', true],
    ['**/C++ notes*.md', 'docs/C++ notes 1.md', true],
    ['items/****.md', 'items/x.md', true],
    [`${'*'.repeat(500)}x`, 'a'.repeat(60), false],
  ])('%s and %s: %s', async (glob, path, expected) => {
    expect(await matches(glob, path)).toBe(expected);
  });

  it.each([
    ['stars between letters', '*a*a*a*a*a*a*a*a*a*a*b'],
    ['stars in many names', `${'*a*a*/'.repeat(8)}b`],
    ['many globstars', `${'**/'.repeat(12)}x`],
    ['a repeated group', 'items/ST-7K3F-(a|aa)+x'],
    ['a repeated group of repetitions', '(a+)+x'],
    ['a repeated extglob in another', '*(*(*(a)))x'],
    ['repeated classes', '[a]+[a]+[a]+[a]+[a]+[a]+b'],
    ['many alternatives', '{a,b}'.repeat(16)],
    ['a very long pattern', `${'a?'.repeat(600)}x`],
  ])('refuses %s, which could take for ever', async (_, glob) => {
    const compiled = await compileGlobs(['*.md', glob], dot);
    expect(compiled.ok ? null : compiled.problems).toEqual([
      { kind: 'usage', message: expect.stringContaining('has too many wildcards or groups') },
    ]);
  });
});
