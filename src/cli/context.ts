import { isAbsolute, resolve } from 'node:path';
import type { Settings } from '../backlog/settings.js';
import type { Context, Io } from '../commands/shared/command.js';
import { failUsage } from '../commands/shared/failure.js';
import { showPath, showPathsIn } from '../commands/shared/shown-path.js';
import { findRepository } from '../git/git-folder.js';
import { locateBacklog } from '../store/locate.js';
import { type LockOptions, usualTimeout } from '../store/lock.js';
import { locatePlace, readOnlyPlace } from '../store/place.js';
import { readSettings } from '../store/settings-file.js';
import { openStore, type Store } from '../store/store.js';
import { type Prompt, withPrintableQuestions } from '../terminal/prompt.js';
import { dayIn, isTimeZone, requireTimeZone } from '../text/date.js';
import { showUnprintable } from '../text/printable.js';
import { type Result, usage } from '../text/problem.js';
import type { OpenCache, World } from './world.js';

export interface GlobalOptions {
  readonly directory?: string;
  readonly yes: boolean;
  /** False for --no-color. */
  readonly color: boolean;
  /** The commit whose files are read in place of the disk's. */
  readonly at?: string;
}

/** What the commands see; the store and the prompts are made when first asked for. */
export async function createContext(machine: World, options: GlobalOptions): Promise<Context> {
  const cwd = resolve(machine.cwd, options.directory ?? '.');
  if (!machine.files.isFolder(cwd)) failUsage(`there is no folder ${cwd}`);
  const world = await lookAt(machine, cwd, options.at);
  const io: Io = {
    ...world.io,
    isInteractive: world.io.isInteractive && !options.yes,
    colorLevel: options.color ? world.io.colorLevel : 0,
  };
  const root = locateBacklog(world.files, cwd);
  const openCache = await world.loadCaches();
  const stores = new Map<string, Store>();
  const shownFrom = new Map<string, (path: string) => string>();
  const open = (at: string, settings: Result<Settings>, cache: OpenCache) => {
    const place =
      options.at === undefined
        ? locatePlace(world.files, at, findRepository, world.env)
        : readOnlyPlace(at);
    return openStore(world.files, place, lockOptions(world), settings, cache(place.cache));
  };
  const openAt = (at: string, settings: Result<Settings>) => {
    const opened = stores.get(at) ?? open(at, settings, openCache);
    stores.set(at, opened);
    return opened;
  };
  // Before anything is read of it, settings included.
  const interruptions = root === null ? [] : await open(root, noSettings, () => null).recover();
  // Read here, where waiting for the schema to load is possible; told when a command asks.
  const settings = root === null ? noSettings : await readSettings(world.files, root);
  let prompt: Promise<Prompt> | undefined;
  return {
    io,
    cwd,
    env: world.env,
    files: world.files,
    now: world.now,
    random: world.random,
    today(timeZone) {
      return dayIn(world.now(), requireTimeZone(timeZone) ?? readTimeZone(world.env['TZ']));
    },
    root,
    store() {
      if (root === null && options.at !== undefined) {
        failUsage(`there was no backlog in ${cwd} or above it at ${options.at}`);
      }
      if (root === null) {
        failUsage(`there is no backlog in ${cwd} or above it; make one with: storymark init`);
      }
      return openAt(root, settings);
    },
    storeAt: (at) => openAt(at, at === root ? settings : noSettings),
    shownPath(path, from = root ?? undefined) {
      if (isAbsolute(path)) return showPath(cwd, path);
      if (from === undefined) return path;
      const show = shownFrom.get(from) ?? showPathsIn(cwd, from);
      shownFrom.set(from, show);
      return show(path);
    },
    interruptions,
    async prompt() {
      if (!io.isInteractive) return null;
      prompt ??= world.loadPrompt(io).then(withPrintableQuestions);
      return prompt;
    },
  };
}

/** The machine, or the machine as a commit would make it. */
async function lookAt(machine: World, cwd: string, at: string | undefined): Promise<World> {
  if (at === undefined) return machine;
  const { openRevision } = await import('../commands/shared/at-revision.js');
  return { ...machine, files: openRevision(machine.files, cwd, at) };
}

/** TZ may be in POSIX's form (`CET-1CEST`), which only the system itself understands. */
function readTimeZone(text: string | undefined): string | undefined {
  return text !== undefined && isTimeZone(text) ? text : undefined;
}

const noSettings = usage('there is no backlog yet');

function lockOptions({ io }: World): LockOptions {
  const tell = (message: string) => io.stderr.write(showUnprintable(`storymark: ${message}\n`));
  return { timeout: usualTimeout, tell };
}
