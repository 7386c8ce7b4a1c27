import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRepository } from '../../src/git/git-folder.js';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { lockPath } from '../../src/store/lock.js';
import { locatePlace } from '../../src/store/place.js';
import { seedRandom } from '../../src/text/random.js';
import { listFiles } from '../support/folder.js';
import { runHere } from './run-here.js';

/*
 * Real processes, killed at random times while they write many files, and what the next command
 * of another process finds.
 */

export interface KillReport {
  readonly rounds: number;
  /** Killed before they held the lock, while they wrote, and too late. */
  readonly early: number;
  readonly writing: number;
  readonly late: number;
  /** What the documents were after the next command. */
  readonly absent: number;
  readonly whole: number;
  /** Times the next command said that it finished, or undid, an interrupted change. */
  readonly settled: number;
  /** Anything that must not be: torn files, half of a change set, a command that failed. */
  readonly faults: readonly string[];
}

/** Whose state lies under git's directory, in the user's folder, and in a repository then moved. */
const settings = ['repository', 'plain', 'moved'] as const;
type Setting = (typeof settings)[number];

interface Victim {
  readonly name: string;
  readonly argv: readonly string[];
  prepare(dir: string): void;
}

type Documents = ReadonlyMap<string, string>;

const clock = { STORYMARK_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' };
const stories = Array.from(
  { length: 120 },
  (_, n) => `As a guest, I want to see room ${n}, so that I know it is free`,
);

/** @param repository with the built program and its example */
export async function killAtRandom(
  repository: string,
  rounds: number,
  seed: string,
): Promise<KillReport> {
  const top = mkdtempSync(join(tmpdir(), 'storymark-kills-'));
  const random = seedRandom(seed);
  const victims = listVictims(repository, top);
  const counts = { early: 0, writing: 0, late: 0, absent: 0, whole: 0, settled: 0 };
  const faults: string[] = [];
  try {
    const courses = [];
    for (const setting of settings) {
      for (const victim of victims) courses.push(await observe(repository, top, victim, setting));
    }
    for (let round = 0; round < rounds; round += 1) {
      const course = courses[round % courses.length];
      if (!course) continue;
      const start = join(top, 'round');
      const killed = await killOnce(repository, start, course, round, random);
      counts[killed] += 1;
      const dir = course.setting === 'moved' ? join(top, 'moved') : start;
      if (dir !== start) renameSync(start, dir);
      const name = `round ${round}, ${course.victim.name}, ${course.setting}`;
      const found = await findOut(dir, course, name);
      if (found.state !== null) counts[found.state] += 1;
      if (found.isSettled) counts.settled += 1;
      faults.push(...found.faults);
      rmSync(dir, { recursive: true });
    }
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
  return { rounds, ...counts, faults };
}

function listVictims(repository: string, top: string): readonly Victim[] {
  const example = (dir: string) =>
    cpSync(join(repository, 'examples/calendar'), dir, { recursive: true });
  const input = join(top, 'stories.txt');
  writeFileSync(input, stories.join('\n'));
  return [
    { name: 'import', argv: ['import', 'stories', input], prepare: example },
    { name: 'rank --apply', argv: ['rank', '--apply'], prepare: writeUnranked },
    { name: 'sprint close', argv: ['sprint', 'close', '--unfinished', 'next'], prepare: example },
  ];
}

/** Sixty items in the opposite of the order their values ask for. */
function writeUnranked(dir: string): void {
  mkdirSync(join(dir, 'backlog/items'), { recursive: true });
  writeFileSync(join(dir, 'backlog/backlog.yaml'), '');
  for (let n = 10; n < 70; n += 1) {
    const fields = `id: TA-${n}\ntype: task\nstatus: ready\ntitle: Task ${n}\npoints: 1\nrank: a${n}V`;
    const score = `score: { value: ${n}, urgency: 1, risk: 1 }`;
    writeFileSync(
      join(dir, `backlog/items/TA-${n}.md`),
      `---\n${fields}\n${score}\n---\n\nText.\n`,
    );
  }
}

interface Course {
  readonly victim: Victim;
  readonly setting: Setting;
  readonly before: Documents;
  readonly after: Documents;
  /** Milliseconds from the start to the lock, and from there to the end. */
  readonly start: number;
  readonly writing: number;
}

/** Lets a command run to its end, to know what it writes and how long it takes. */
async function observe(
  repository: string,
  top: string,
  victim: Victim,
  setting: Setting,
): Promise<Course> {
  const dir = join(top, 'whole');
  prepare(dir, victim, setting);
  const before = readDocuments(dir);
  const begun = performance.now();
  const child = start(repository, dir, victim);
  const ended = endOf(child);
  await waitForLock(dir, child);
  const locked = performance.now();
  const code = await ended;
  const done = performance.now();
  const after = readDocuments(dir);
  rmSync(dir, { recursive: true });
  if (code !== 0) throw new Error(`${victim.name} ended with ${code}`);
  return { victim, setting, before, after, start: locked - begun, writing: done - locked };
}

function prepare(dir: string, victim: Victim, setting: Setting): void {
  victim.prepare(dir);
  if (setting !== 'plain') spawnSync('git', ['init', '--quiet', '--template='], { cwd: dir });
}

function start(repository: string, dir: string, { argv }: Victim): ChildProcess {
  return spawn(process.execPath, [join(repository, 'bin/storymark.js'), ...argv], {
    cwd: dir,
    stdio: 'ignore',
    env: { ...process.env, ...clock, STORYMARK_SEED: 'kills' },
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

async function waitForLock(dir: string, child: ChildProcess): Promise<void> {
  const lock = lockPath(stateOf(dir));
  while (!existsSync(lock) && child.exitCode === null && child.signalCode === null) await sleep(1);
}

/** Three of four are aimed at the time of writing, which is short. */
async function killOnce(
  repository: string,
  dir: string,
  course: Course,
  round: number,
  random: () => number,
): Promise<'early' | 'writing' | 'late'> {
  prepare(dir, course.victim, course.setting);
  const child = start(repository, dir, course.victim);
  const ended = endOf(child);
  if (round % 4 === 3) await sleep(random() * (course.start + course.writing));
  else {
    await waitForLock(dir, child);
    await sleep(random() * course.writing);
  }
  child.kill('SIGKILL');
  const code = await ended;
  if (code === 0) return 'late';
  const isWriting = listTraces(dir).length > 0;
  return isWriting ? 'writing' : 'early';
}

/** Asks two further commands, one that reads and one that writes. */
async function findOut(dir: string, { before, after }: Course, name: string) {
  const faults: string[] = [];
  const torn = [...readDocuments(dir)].filter(
    ([path, text]) => text !== before.get(path) && text !== after.get(path),
  );
  faults.push(...torn.map(([path]) => `${name}: ${path} is neither old nor new`));
  const listed = await runHere(dir, ['list', '--all', '--json'], clock);
  if (listed.code !== 0) faults.push(`${name}: list ended with ${listed.code}: ${listed.stderr}`);
  const found = readDocuments(dir);
  const state = isSame(found, after) ? 'whole' : isSame(found, before) ? 'absent' : null;
  if (state === null) faults.push(`${name}: half of the change set is there`);
  const added = await runHere(dir, ['add', '-t', 'task', 'Afterwards'], clock);
  if (added.code !== 0) faults.push(`${name}: add ended with ${added.code}: ${added.stderr}`);
  faults.push(...listTraces(dir).map((path) => `${name}: ${path} is left`));
  return { state, isSettled: listed.stderr.includes('was interrupted'), faults } as const;
}

/** Drafts among the documents, and whatever there is of state. */
export function listTraces(dir: string): readonly string[] {
  const drafts = listFiles(join(dir, 'backlog')).filter((path) => /storymark-/.test(path));
  const state = stateOf(dir);
  return [...drafts, ...(existsSync(state) ? listFiles(state) : [])];
}

function stateOf(dir: string): string {
  const { state } = locatePlace(nodeFileSystem, join(dir, 'backlog'), findRepository, process.env);
  return state ?? '';
}

function readDocuments(dir: string): Documents {
  const paths = listFiles(join(dir, 'backlog')).filter((path) => !/\.storymark-/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(dir, 'backlog', path), 'utf8')]));
}

function isSame(a: Documents, b: Documents): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

export function describeKills(report: KillReport): string {
  const { rounds, early, writing, late, absent, whole, settled, faults } = report;
  return [
    `${rounds} processes killed: ${early} before they wrote, ${writing} while they wrote, ${late} too late`,
    `change sets found whole ${whole}, absent ${absent}; ${settled} finished or undone by the next command`,
    `faults: ${faults.length}`,
    ...faults.slice(0, 20),
  ].join('\n');
}
