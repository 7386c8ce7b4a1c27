import { join, relative, resolve, sep } from 'node:path';
import type { Context, Io } from '../commands/command.js';
import { failUsage } from '../commands/failure.js';
import { locateBacklog } from '../store/locate.js';
import { openStore, type Store } from '../store/store.js';
import type { Prompt } from '../terminal/prompt.js';
import { dayIn } from '../text/date.js';
import type { World } from './world.js';

/** Milliseconds a command waits for another writer. */
const lockTimeout = 10_000;

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
    shownPath(path, root = store?.root) {
      return root === undefined ? path : showPath(cwd, join(root, path));
    },
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
