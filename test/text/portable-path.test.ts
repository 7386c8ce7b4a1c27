import { describe, expect, it } from 'vitest';
import { findEscape, findNameFault } from '../../src/text/portable-path.js';

describe('a path inside a folder', () => {
  it.each(['a.md', 'items/ST-1-x.md', 'items/archive/..x.md', 'items/…/日本.md'])(
    '%j is',
    (path) => {
      expect(findEscape(path)).toBeNull();
    },
  );

  it.each([
    '',
    '/etc/hosts',
    '../a.md',
    'items/../../a.md',
    'items/./a.md',
    'items//a.md',
    'C:/a.md',
    'c:a.md',
    'items\\..\\a.md',
    'items/a\0.md',
  ])('%j is not', (path) => {
    expect(findEscape(path)).not.toBeNull();
  });
});

describe('a name for every system', () => {
  it.each(['ST-1-x.md', 'console.md', 'com.md', 'com10.md', 'aux-pumps.md', 'ü.md'])(
    '%j is one',
    (name) => {
      expect(findNameFault(name)).toBeNull();
    },
  );

  it.each([
    'con.md',
    'CON',
    'nul.tar.gz',
    'Com1.md',
    'lpt².md',
    'a:b.md',
    'a?.md',
    'a"b.md',
    'a|b.md',
    'a\u0007.md',
    'a.',
    'a ',
    `${'ü'.repeat(130)}.md`,
  ])('%j is none', (name) => {
    expect(findNameFault(name)).not.toBeNull();
  });
});
