import { join, relative, resolve, sep } from 'node:path';
import type { Context, Io } from '../commands/command.js';
import { failUsage } from '../commands/failure.js';
import { type FileSystem, nodeFileSystem } from '../store/file-system.js';
import { locateBacklog } from '../store/locate.js';
import { openStore, type Store } from '../store/store.js';
import { loadPrompt, type Prompt } from '../terminal/prompt.js';
import { dayIn } from '../text/date.js';
import { seedRandom } from '../text/random.js';
import { detectColorLevel } from './color-level.js';

/** The process, or a test's stand-in for it. */
export interface World {
  readonly io: Io;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
  now(): Date;
  random(): number;
  loadPrompt(io: Io): Promise<Prompt>;
}

/** Milliseconds a command waits for another writer. */
const lockTimeout = 10_000;

export function createWorld(process: NodeJS.Process): World {
  const { stdin, stdout, stderr, env } = process;
  // As gh's GH_FORCE_TTY: the width of a terminal to write for although this is a pipe.
  const forcedColumns = Number(env['STORYMARK_FORCE_TTY']) || 0;
  const isTerminal = stdout.isTTY === true || forcedColumns > 0;
  return {
    io: {
      stdin,
      stdout,
      stderr,
      isTerminal,
      isInteractive: stdout.isTTY === true && stdin.isTTY === true && !env['CI'],
      columns: forcedColumns || Number(env['COLUMNS']) || stdout.columns || 80,
      colorLevel: detectColorLevel(env, isTerminal),
    },
    cwd: process.cwd(),
    env,
    files: nodeFileSystem,
    now: fixedClock(env['STORYMARK_NOW']) ?? (() => new Date()),
    random: env['STORYMARK_SEED'] === undefined ? Math.random : seedRandom(env['STORYMARK_SEED']),
    loadPrompt,
  };
}

function fixedClock(text: string | undefined): (() => Date) | undefined {
  if (text === undefined || text === '') return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) failUsage(`STORYMARK_NOW is not a date: "${text}"`);
  return () => new Date(time);
}

export interface GlobalOptions {
  readonly directory?: string;
  readonly yes: boolean;
}

/** What the commands see; the store and the prompts are made when first asked for. */
export function createContext(world: World, options: GlobalOptions): Context {
  const cwd = resolve(world.cwd, options.directory ?? '.');
  if (!world.files.isFolder(cwd)) failUsage(`there is no folder ${cwd}`);
  const io: Io = { ...world.io, isInteractive: world.io.isInteractive && !options.yes };
  let store: Store | undefined;
  let prompt: Promise<Prompt> | undefined;
  return {
    io,
    cwd,
    env: world.env,
    files: world.files,
    now: world.now,
    random: world.random,
    today: (timeZone) => dayIn(world.now(), timeZone ?? world.env['TZ']),
    store() {
      store ??= openBacklog(world, cwd);
      return store;
    },
    storeAt: (root) => openStoreAt(world, root),
    shownPath: (path) => (store ? showPath(cwd, join(store.root, path)) : path),
    async prompt() {
      if (!io.isInteractive) return null;
      prompt ??= world.loadPrompt(io);
      return prompt;
    },
  };
}

function openBacklog(world: World, cwd: string): Store {
  const root = locateBacklog(world.files, cwd);
  if (root === null) {
    failUsage(`there is no backlog in ${cwd} or above it; make one with: storymark init`);
  }
  return openStoreAt(world, root);
}

function showPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/');
}

function openStoreAt(world: World, root: string): Store {
  return openStore(world.files, root, {
    timeout: lockTimeout,
    onWait: (message) => world.io.stderr.write(`storymark: ${message}\n`),
  });
}
