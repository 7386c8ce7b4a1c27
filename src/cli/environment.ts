import type { Context, Io } from '../commands/shared/command.js';
import { failUsage } from '../commands/shared/failure.js';
import type { DocumentCache } from '../store/cache/cached-documents.js';
import { nodeFileSystem } from '../store/file-system.js';
import { loadPrompt, type Prompt } from '../terminal/prompt.js';
import { seedRandom } from '../text/random.js';

/** The process, or a test's stand-in for it. */
export interface Environment
  extends Pick<Context, 'io' | 'cwd' | 'env' | 'files' | 'now' | 'random'> {
  loadPrompt(io: Io): Promise<Prompt>;
  /** Loads what opens caches, which help does without. */
  loadCaches(): Promise<OpenCache>;
}

/** Opens the cache that lies in a file; null where there is none to be had. */
export type OpenCache = (path: string | null) => DocumentCache | null;

export function createEnvironment(process: NodeJS.Process): Environment {
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
    now: () => readClock(env['STORYMARK_NOW']),
    random: env['STORYMARK_SEED'] ? seedRandom(env['STORYMARK_SEED']) : Math.random,
    loadPrompt,
    loadCaches: async () => (await import('../store/cache/open-cache.js')).openCache,
  };
}

/** `STORYMARK_NOW` fixes the clock for scripts, tests and the README. */
function readClock(fixed: string | undefined): Date {
  if (fixed === undefined || fixed === '') return new Date();
  const time = Date.parse(fixed);
  if (Number.isNaN(time)) failUsage(`STORYMARK_NOW is not a date: "${fixed}"`);
  return new Date(time);
}

type Level = 0 | 1 | 2 | 3;

/**
 * How much colour to write: `NO_COLOR` (no-color.org) and `FORCE_COLOR` (as chalk reads it) go
 * before what the terminal says of itself; a pipe gets none.
 */
export function detectColorLevel(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): Level {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return readForced(forced);
  if (env['NO_COLOR'] || !isTerminal || env['TERM'] === 'dumb') return 0;
  if (/^(truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return (env['TERM'] ?? '').includes('256') ? 2 : 1;
}

function readForced(value: string): Level {
  if (value === '0' || value === 'false') return 0;
  return value === '2' ? 2 : value === '3' ? 3 : 1;
}
