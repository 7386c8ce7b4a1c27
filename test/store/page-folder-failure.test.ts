import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { writePages } from '../../src/store/page-folder.js';

const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>();
  const takeStep = () => {
    disk.left -= 1;
    if (disk.left < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
  const write: typeof real.writeFileSync = (file, text, options) => {
    // As much as there is room for.
    if (disk.left === 0) real.writeFileSync(file, '', options);
    takeStep();
    real.writeFileSync(file, text, options);
  };
  const makeFolder = ((...args: Parameters<typeof real.mkdirSync>) => {
    takeStep();
    return real.mkdirSync(...args);
  }) as typeof real.mkdirSync;
  const rename: typeof real.renameSync = (...args) => {
    takeStep();
    real.renameSync(...args);
  };
  return { ...real, writeFileSync: write, mkdirSync: makeFolder, renameSync: rename };
});

const pages = ['index.html', 'items/A.html', 'site.css'].map((path) => ({ path, text: path }));

beforeEach(() => {
  disk.left = Number.POSITIVE_INFINITY;
});

describe('a build that a full disk stops', () => {
  it('is reported, and does not block the next, wherever it stopped', () => {
    for (let steps = 0; ; steps += 1) {
      const top = mkdtempSync(join(tmpdir(), 'storymark-full-'));
      onTestFinished(() => rmSync(top, { recursive: true, force: true }));
      const folder = join(top, 'site');
      disk.left = steps;
      const first = writePages(folder, pages, { dryRun: false });
      disk.left = Number.POSITIVE_INFINITY;
      const again = writePages(folder, pages, { dryRun: false });
      expect([steps, again]).toEqual([steps, expect.objectContaining({ ok: true })]);
      if (first.ok) {
        expect(steps).toBeGreaterThan(5);
        return;
      }
      expect(first.problems[0]?.message).toContain('ENOSPC');
    }
  });
});
