import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { LockTimeout, withLock } from '../../src/store/lock.js';
import { createFaultyFiles } from '../support/faulty-files.js';
import { listFiles } from '../support/folder.js';

let dir: string;
let path: string;
const patient = { timeout: 20_000, tell: () => {} };
const hasty = { timeout: 60, tell: () => {} };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'storymark-lock-'));
  path = join(dir, 'lock');
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
});

interface Owner {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  readonly started: string;
}

/** What a lock of this very process says. */
async function describeSelf(): Promise<Owner> {
  let owner = '';
  await withLock(nodeFileSystem, path, patient, () => {
    owner = readFileSync(path, 'utf8');
  });
  return JSON.parse(owner);
}

async function isTaken(owner: Partial<Owner>): Promise<boolean> {
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify({ ...(await describeSelf()), ...owner }));
  return withLock(nodeFileSystem, path, hasty, () => true).catch((error) => {
    if (error instanceof LockTimeout) return false;
    throw error;
  });
}

/** A pid that was free a moment ago. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await ended(child);
  return child.pid ?? 0;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

describe('the lock', () => {
  it('is there while the work runs and gone afterwards, whatever came of it', async () => {
    await withLock(nodeFileSystem, path, patient, () => expect(existsSync(path)).toBe(true));
    expect(listFiles(dir)).toEqual([]);
    const failing = withLock(nodeFileSystem, path, patient, () => {
      throw new Error('work failed');
    });
    await expect(failing).rejects.toThrow('work failed');
    expect(listFiles(dir)).toEqual([]);
  });

  it('keeps out a second piece of work of the same process', async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(nodeFileSystem, path, patient, work)));
  });

  it('of an owner that died is taken over: by pid, by start time, by boot', async () => {
    expect(await isTaken({ pid: await deadPid() })).toBe(true);
    expect(await isTaken({ started: 'another time' })).toBe(true);
    expect(await isTaken({ boot: 'another boot' })).toBe(true);
    expect(listFiles(dir)).toEqual([]);
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'of a process that ended and was not waited for is taken over',
    async () => {
      // The parent turns into a program that waits for no one.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      onTestFinished(() => void parent.kill('SIGKILL'));
      const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
      const stat = () =>
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
      await vi.waitUntil(() => stat()[0] === 'Z', { timeout: 20_000 });
      const started = stat()[19] ?? '';
      expect(() => process.kill(pid, 0)).not.toThrow();
      expect(await isTaken({ pid, started })).toBe(true);
    },
  );

  it('of a living owner, of another host or of nobody knows whom is not', async () => {
    expect(await isTaken({})).toBe(false);
    expect(await isTaken({ host: 'another-host', pid: await deadPid(), boot: 'x' })).toBe(false);
    writeFileSync(path, 'not ours');
    await expect(withLock(nodeFileSystem, path, hasty, () => true)).rejects.toThrow(LockTimeout);
    expect(readFileSync(path, 'utf8')).toBe('not ours');
  });

  it('tells whom it waits for, once, and how to go on when that does not end', async () => {
    writeFileSync(path, JSON.stringify({ ...(await describeSelf()), host: 'elsewhere', pid: 77 }));
    const told: string[] = [];
    const lock = { timeout: 900, tell: (message: string) => told.push(message) };
    await expect(withLock(nodeFileSystem, path, lock, () => true)).rejects.toThrow(
      `process 77 on elsewhere is writing to this backlog and did not finish; if that process has ended, remove ${path}`,
    );
    expect(told).toEqual(['waiting for process 77 on elsewhere, which is writing to this backlog']);
    expect(listFiles(dir)).toEqual(['lock']);
  });

  it('works where files cannot be linked', async () => {
    const files = createFaultyFiles('EPERM', (_, name) => name === 'link');
    expect(await withLock(files, path, patient, () => existsSync(path))).toBe(true);
    await withLock(files, path, patient, async () => {
      await expect(withLock(files, path, hasty, () => true)).rejects.toThrow(LockTimeout);
    });
    expect(listFiles(dir)).toEqual([]);
  });

  it('that another took over meanwhile is left to them', async () => {
    const theirs = JSON.stringify({ host: hostname(), boot: 'x', pid: 1, started: 'x' });
    await withLock(nodeFileSystem, path, patient, () => writeFileSync(path, theirs));
    expect(readFileSync(path, 'utf8')).toBe(theirs);
  });
});

describe('processes that contend for the lock', () => {
  let bundle: string;
  let worker: string;

  beforeAll(async () => {
    bundle = mkdtempSync(join(tmpdir(), 'storymark-worker-'));
    worker = join(bundle, 'worker.mjs');
    const entryPoints = [fileURLToPath(new URL('./lock-worker.ts', import.meta.url))];
    await build({ entryPoints, outfile: worker, bundle: true, platform: 'node', format: 'esm' });
  });
  afterAll(() => rmSync(bundle, { recursive: true }));

  function start(...args: readonly string[]): Promise<number | null> {
    return ended(spawn(process.execPath, [worker, dir, ...args], { stdio: 'inherit' }));
  }

  it('are never inside at the same time', async () => {
    expect(await Promise.all([start('60'), start('60'), start('60')])).toEqual([0, 0, 0]);
    expect(listFiles(dir)).toEqual([]);
  });

  it('go on after one was killed inside', async () => {
    expect(await start('1', 'crash')).toBeNull();
    expect(listFiles(dir)).toEqual(['lock']);
    expect(await Promise.all([start('10'), start('10')])).toEqual([0, 0]);
    expect(listFiles(dir)).toEqual([]);
  });
});
