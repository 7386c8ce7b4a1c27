import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runs } from '../support/runs.js';
import { repository } from '../support/sandbox.js';
import { addAtOnce, writeAtOnce } from './crowd.js';
import { fuzzDocuments } from './fuzz.js';
import { killAtRandom } from './kills.js';

const program = join(repository, 'bin/storymark.js');

const kills = runs(12, 60);

describe(`${kills} processes killed at random times`, () => {
  it('leave change sets that are whole or absent, and no command that fails', async () => {
    const report = await killAtRandom(repository, kills, 'ci');
    expect(report.faults).toEqual([]);
    expect(report.whole + report.absent).toBe(kills);
    // Most are aimed at the time of writing: kills that all miss would show nothing.
    expect(report.writing).toBeGreaterThan(kills / 12);
    expect(report.whole).toBeGreaterThan(0);
    expect(report.absent).toBeGreaterThan(0);
  }, 240_000);
});

describe('a crowd', () => {
  it.each([
    [runs(12, 40), 'random'],
    [runs(6, 12), 'sequential'],
  ] as const)(
    'of %i processes adds as many items at once, with %s ids',
    async (count, style) => {
      const { codes, ids, ranks, files, left, messages } = await addAtOnce(program, count, style);
      expect([messages, left]).toEqual(['', []]);
      expect(codes).toEqual(codes.map(() => 0));
      expect([new Set(ids).size, new Set(ranks).size, files]).toEqual([count, count, count]);
    },
    120_000,
  );

  const writers = runs(6, 20);
  it(`of ${writers} writers of one item loses no change, and no reader sees it broken`, async () => {
    const outdir = mkdtempSync(join(tmpdir(), 'storymark-worker-'));
    onTestFinished(() => rmSync(outdir, { recursive: true }));
    const worker = join(outdir, 'worker.mjs');
    await buildWorker(worker);
    const { codes, changes, left, messages, reads, brokenReads } = await writeAtOnce(
      worker,
      writers,
      10,
    );
    expect([messages, left, brokenReads]).toEqual(['', [], []]);
    expect(codes).toEqual(codes.map(() => 0));
    expect(changes).toBe(writers * 10);
    expect(reads).toBeGreaterThan(5);
  }, 120_000);
});

async function buildWorker(outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('./crowd-worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}

const documents = runs(1_000, 10_000);

describe(`${documents} documents mutated at random`, () => {
  it('crash nothing, hang nothing and lose no byte', async () => {
    const report = await fuzzDocuments(repository, documents, 'ci');
    expect(report.faults.slice(0, 3)).toEqual([]);
    // Mutations that left nothing to read would show nothing.
    expect(report.readable).toBeGreaterThan(documents * 0.7);
    expect(report.edited).toBeGreaterThan(documents * 0.7);
    // Nor would documents that are all sound.
    expect(report.readable).toBeLessThan(documents * 0.9);
  }, 240_000);
});
