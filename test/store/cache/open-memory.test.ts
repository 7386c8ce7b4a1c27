import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nodeCacheFiles } from '../../../src/store/cache/cache-files.js';
import { openMemory } from '../../../src/store/cache/open-memory.js';

it('takes what another name keeps for nothing', () => {
  const dir = mkdtempSync(join(tmpdir(), 'storymark-memory-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, 'git'));
  const path = join(dir, 'git', 'x.cache');
  const memory = openMemory({ files: nodeCacheFiles, path, now: () => Date.now() });
  memory.keep('check', { question: 'what' });
  expect(memory.recall('check')).toEqual({ question: 'what' });
  copyFileSync(`${path}.check`, `${path}.check-faces`);
  expect(memory.recall('check-faces')).toBeUndefined();
});
