import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeSet } from '../../src/backlog/change-set.js';
import { applyChanges } from '../../src/store/atomic.js';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { openStore } from '../../src/store/store.js';
import { success } from '../../src/text/problem.js';
import { createFaultyFiles } from '../support/faulty-files.js';
import { hashFolder, listFiles } from '../support/folder.js';
import { makeSettings } from '../support/make-backlog.js';

const changes: ChangeSet = [
  { path: 'a.md', before: 'old a', after: 'new a' },
  { path: 'b.md', before: 'old b', after: null },
  { path: 'deep/er/c.md', before: null, after: 'new c' },
  { path: 'd.md', before: 'same', after: 'same' },
];
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'storymark-atomic-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'a.md'), 'old a');
  writeFileSync(join(root, 'b.md'), 'old b');
  writeFileSync(join(root, 'd.md'), 'same');
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('applying a change set', () => {
  it('writes, makes and removes files, and leaves nothing else', () => {
    expect(applyChanges(nodeFileSystem, root, changes)).toEqual({ ok: true, value: null });
    expect(listFiles(root)).toEqual(['a.md', 'd.md', 'deep/er/c.md']);
    expect([read('a.md'), read('deep/er/c.md')]).toEqual(['new a', 'new c']);
  });

  it('does not touch a file that stays as it is', () => {
    const files = createFaultyFiles('EIO', (_step, _name, path) => path.includes('d.md'));
    expect(applyChanges(files, root, changes).ok).toBe(true);
  });

  it.each([
    ['changed', 'a.md', 'changed since it was read'],
    ['made', 'deep/er/c.md', 'is already there'],
  ])('writes nothing when another has %s a file', (_, path, message) => {
    nodeFileSystem.makeFolder(join(root, 'deep/er'));
    writeFileSync(join(root, path), 'theirs');
    const before = hashFolder(root);
    const applied = applyChanges(nodeFileSystem, root, changes);
    expect(applied.ok ? [] : applied.problems).toMatchObject([{ kind: 'conflict', path }]);
    expect(applied.ok ? '' : applied.problems[0]?.message).toContain(message);
    expect(hashFolder(root)).toEqual(before);
  });

  it('writes nothing when another has removed a file', () => {
    rmSync(join(root, 'b.md'));
    expect(applyChanges(nodeFileSystem, root, changes).ok).toBe(false);
    expect(read('a.md')).toBe('old a');
  });
});

describe.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES'])('a disk that fails with %s', (code) => {
  const settings = success(makeSettings({}));
  const lock = { timeout: 1000, onWait: () => {} };
  const wanted: Record<string, readonly (string | undefined)[]> = {
    'a.md': ['old a', 'new a'],
    'b.md': ['old b', undefined],
    'deep/er/c.md': [undefined, 'new c'],
    'd.md': ['same'],
  };

  async function count(): Promise<number> {
    const files = createFaultyFiles(code, () => false);
    const dry = mkdtempSync(join(tmpdir(), 'storymark-count-'));
    for (const name of ['a', 'b', 'd']) {
      writeFileSync(join(dry, `${name}.md`), name === 'd' ? 'same' : `old ${name}`);
    }
    await openStore(files, dry, lock, settings).apply(changes);
    rmSync(dry, { recursive: true });
    return files.steps();
  }

  it('at any step leaves each document old or new, none half, and says what happened', async () => {
    const steps = await count();
    expect(steps).toBeGreaterThan(9);
    for (let failing = 1; failing <= steps; failing += 1) {
      const dir = join(root, String(failing));
      nodeFileSystem.makeFolder(dir);
      for (const [name, text] of [
        ['a.md', 'old a'],
        ['b.md', 'old b'],
        ['d.md', 'same'],
      ] as const) {
        writeFileSync(join(dir, name), text);
      }
      const files = createFaultyFiles(code, (step) => step === failing);
      const applied = await openStore(files, dir, lock, settings).apply(changes);
      const found = listFiles(dir).filter((name) => !name.startsWith('.storymark-lock'));
      for (const [path, texts] of Object.entries(wanted)) {
        const text = found.includes(path) ? read(join(String(failing), path)) : undefined;
        expect(texts, `${path} after step ${failing}`).toContain(text);
      }
      expect(found.filter((path) => !(path in wanted))).toEqual([]);
      if (!applied.ok) expect(applied.problems[0]?.message).toMatch(/read-only|full|written/);
      const isWhole = Object.entries(wanted).every(
        ([path, texts]) =>
          (found.includes(path) ? read(join(String(failing), path)) : undefined) === texts.at(-1),
      );
      // What it calls done is done, and "nothing was written" is true.
      if (applied.ok) expect(isWhole).toBe(true);
      else if (!applied.problems[0]?.message.includes('stopped after')) {
        expect(hashFolder(dir)['a.md']).toBe(hashFolder(root)['a.md']);
        expect(found).toEqual(['a.md', 'b.md', 'd.md']);
      }
    }
  });

  it('for good writes nothing and leaves no temporary file it could remove', async () => {
    const files = createFaultyFiles(code, (_, name) => name !== 'remove');
    const before = hashFolder(root);
    const applied = await openStore(files, root, lock, settings).apply(changes);
    expect(applied.ok).toBe(false);
    expect(hashFolder(root)).toEqual(before);
  });
});
