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
import type { Environment, OpenCache } from './environment.js';

export interface GlobalOptions {
  readonly directory?: string;
  readonly yes: boolean;
  /** False for --no-color. */
  readonly color: boolean;
  /** The commit whose files are read in place of the disk's. */
  readonly at?: string;
}

/** What the commands see; the store and the prompts are made when first asked for. */
export async function createContext(base: Environment, options: GlobalOptions): Promise<Context> {
  const cwd = resolve(base.cwd, options.directory ?? '.');
  if (!base.files.isFolder(cwd)) failUsage(`there is no folder ${cwd}`);
  const environment = await lookAt(base, cwd, options.at);
  const io: Io = {
    ...environment.io,
    isInteractive: environment.io.isInteractive && !options.yes,
    colorLevel: options.color ? environment.io.colorLevel : 0,
  };
  const root = locateBacklog(environment.files, cwd);
  const openCache = await environment.loadCaches();
  const stores = new Map<string, Store>();
  const shownFrom = new Map<string, (path: string) => string>();
  const open = (at: string, settings: Result<Settings>, cache: OpenCache) => {
    const place =
      options.at === undefined
        ? locatePlace(environment.files, at, findRepository, environment.env)
        : readOnlyPlace(at);
    return openStore(
      environment.files,
      place,
      lockOptions(environment),
      settings,
      cache(place.cache),
    );
  };
  const openAt = (at: string, settings: Result<Settings>) => {
    const opened = stores.get(at) ?? open(at, settings, openCache);
    stores.set(at, opened);
    return opened;
  };
  // Before anything is read of it, settings included.
  const interruptions = root === null ? [] : await open(root, noSettings, () => null).recover();
  // Read here, where waiting for the schema to load is possible; told when a command asks.
  const settings = root === null ? noSettings : await readSettings(environment.files, root);
  let prompt: Promise<Prompt> | undefined;
  return {
    io,
    cwd,
    env: environment.env,
    files: environment.files,
    now: environment.now,
    random: environment.random,
    today(timeZone) {
      return dayIn(
        environment.now(),
        requireTimeZone(timeZone) ?? readTimeZone(environment.env['TZ']),
      );
    },
    root,
    store() {
      if (root === null && options.at !== undefined) {
        failUsage(`there was no backlog in ${cwd} or above it at ${options.at}`);
      }
      if (root === null) {
        failUsage(`there is no backlog in ${cwd} or above it; create one with: storymark init`);
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
      prompt ??= environment.loadPrompt(io).then(withPrintableQuestions);
      return prompt;
    },
  };
}

/** The environment, with the files as a commit has them where one is named. */
async function lookAt(
  base: Environment,
  cwd: string,
  at: string | undefined,
): Promise<Environment> {
  if (at === undefined) return base;
  const { openRevision } = await import('../commands/shared/at-revision.js');
  return { ...base, files: openRevision(base.files, cwd, at) };
}

/** TZ may be in POSIX's form (`CET-1CEST`), which only the system itself understands. */
function readTimeZone(text: string | undefined): string | undefined {
  return text !== undefined && isTimeZone(text) ? text : undefined;
}

const noSettings = usage('there is no backlog yet');

function lockOptions({ io }: Environment): LockOptions {
  const tell = (message: string) => io.stderr.write(showUnprintable(`storymark: ${message}\n`));
  return { timeout: usualTimeout, tell };
}
