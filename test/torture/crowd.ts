import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../support/folder.js';
import { listTraces } from './kills.js';
import { runHere } from './run-here.js';

export interface Crowd {
  readonly codes: readonly (number | null)[];
  /** Files left that no document is. */
  readonly left: readonly string[];
  readonly messages: string;
}

export interface CrowdOfAdders extends Crowd {
  readonly ids: readonly string[];
  readonly ranks: readonly string[];
  readonly files: number;
}

export interface CrowdOfWriters extends Crowd {
  /** Changes found in the item at the end. */
  readonly changes: number;
  readonly reads: number;
  readonly brokenReads: readonly string[];
}

/** Processes that each add an item, all at once. */
export async function addAtOnce(
  program: string,
  processes: number,
  ids: 'random' | 'sequential',
): Promise<CrowdOfAdders> {
  return inFolder(`ids: ${ids}\n`, async (dir) => {
    const ended = await Promise.all(
      Array.from({ length: processes }, (_, n) => runProcess(dir, [program, 'add', `Item ${n}`])),
    );
    const names = listFiles(join(dir, 'backlog/items'));
    return {
      ...sumUp(dir, ended),
      ids: ended.map(({ stdout }) => stdout.trim()),
      ranks: names.map((name) =>
        String(/^rank: .*$/m.exec(readFileSync(join(dir, 'backlog/items', name), 'utf8'))),
      ),
      files: names.filter((name) => name.endsWith('.md')).length,
    };
  });
}

/** Processes that each change a field of their own of one item, while this one reads it. */
export async function writeAtOnce(
  worker: string,
  processes: number,
  changes: number,
): Promise<CrowdOfWriters> {
  const fields = Array.from({ length: processes }, (_, n) => `field${n}`);
  const settings = `fields:\n${fields.map((field) => `  ${field}: list\n`).join('')}`;
  return inFolder(settings, async (dir) => {
    const file = join(dir, 'backlog/items/TA-1.md');
    mkdirSync(join(dir, 'backlog/items'));
    writeFileSync(file, '---\nid: TA-1\ntype: task\nstatus: ready\ntitle: Paint\n---\n\nText.\n');
    let isDone = false;
    const reading = readUntil(dir, () => isDone);
    const ended = await Promise.all(
      fields.map((field) => runProcess(dir, [worker, 'TA-1', field, String(changes)])),
    );
    isDone = true;
    const { reads, brokenReads } = await reading;
    const { stdout } = await runHere(dir, ['show', 'TA-1', '--json'], {});
    const item = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    const found = fields.map((field) => {
      const value = item[field];
      return Array.isArray(value) ? new Set(value).size : 0;
    });
    return {
      ...sumUp(dir, ended),
      changes: found.reduce((sum, one) => sum + one, 0),
      reads,
      brokenReads: readFileSync(file, 'utf8').endsWith('\nText.\n')
        ? brokenReads
        : [...brokenReads, 'the text is not what it was'],
    };
  });
}

async function inFolder<T>(settings: string, work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'storymark-crowd-'));
  try {
    mkdirSync(join(dir, 'backlog'));
    writeFileSync(join(dir, 'backlog/backlog.yaml'), settings);
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function readUntil(dir: string, isDone: () => boolean) {
  const brokenReads: string[] = [];
  let reads = 0;
  for (; !isDone(); reads += 1) {
    const { code, stdout, stderr } = await runHere(dir, ['list', '--json'], {});
    if (code !== 0 || !stdout.includes('TA-1')) brokenReads.push(`${code}: ${stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { reads, brokenReads };
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runProcess(cwd: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}

function sumUp(dir: string, ended: readonly Ended[]): Crowd {
  return {
    codes: ended.map(({ code }) => code),
    left: listTraces(dir),
    // Waiting is said, and is no fault.
    messages: ended
      .map(({ stderr }) => stderr.replace(/^storymark: waiting for .*\n/gm, ''))
      .join(''),
  };
}
