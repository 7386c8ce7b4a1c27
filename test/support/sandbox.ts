import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Environment, OpenCache } from '../../src/cli/environment.js';
import { main } from '../../src/cli/main.js';
import { findRepository } from '../../src/git/git-folder.js';
import type { FileSystem } from '../../src/store/file-system.js';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { locatePlace, type Place } from '../../src/store/place.js';
import { type Prompt, PromptCancelled } from '../../src/terminal/prompt.js';
import { seedRandom } from '../../src/text/random.js';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly now?: string;
  /** Columns of a terminal to write for; without it, output goes into a pipe. */
  readonly terminal?: number;
  readonly colorLevel?: 0 | 1 | 2 | 3;
  /** Someone to answer prompts; implies a terminal. */
  readonly prompt?: Prompt;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: FileSystem;
  /** Without it, nothing is cached. */
  readonly openCache?: OpenCache;
}

/** A folder of its own and the command line run in it, in this process. */
export interface Sandbox {
  readonly dir: string;
  run(argv: readonly string[], options?: RunOptions): Promise<Run>;
  /** Runs and fails the test unless the exit code is 0; gives standard output. */
  ok(...argv: readonly string[]): Promise<string>;
  json<T>(...argv: readonly string[]): Promise<T>;
  write(path: string, text: string): void;
  read(path: string): string;
}

export const repository = join(import.meta.dirname, '..', '..');
export const defaultNow = '2026-11-24T09:00:00Z';

/** @param from a folder to start with a copy of, below the repository */
export function createSandbox(from?: string): Sandbox {
  const dir = mkdtempSync(join(tmpdir(), 'storymark-test-'));
  // A repository with a long history has many files.
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }), 120_000);
  if (from !== undefined) cpSync(join(repository, from), dir, { recursive: true });
  const random = seedRandom(dir);
  const run = (argv: readonly string[], options: RunOptions = {}) =>
    runMain(argv, dir, random, options);
  const ok = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await run(argv);
    if (code !== 0) throw new Error(`storymark ${argv.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  return {
    dir,
    run,
    ok,
    json: async (...argv) => JSON.parse(await ok(...argv, '--json')),
    write(path, text) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    read: (path) => readFileSync(join(dir, path), 'utf8'),
  };
}

async function runMain(
  argv: readonly string[],
  cwd: string,
  random: () => number,
  options: RunOptions,
): Promise<Run> {
  const stdout = collect();
  const stderr = collect();
  const isTerminal = options.terminal !== undefined || options.prompt !== undefined;
  const environment: Environment = {
    io: {
      stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      isTerminal,
      isInteractive: options.prompt !== undefined,
      columns: options.terminal ?? 100,
      colorLevel: options.colorLevel ?? 0,
    },
    cwd,
    env: { TZ: 'UTC', ...stateHome(), ...options.env },
    files: options.files ?? nodeFileSystem,
    now: () => new Date(options.now ?? defaultNow),
    random,
    loadCaches: async () => options.openCache ?? (() => null),
    loadPrompt: async () => {
      if (!options.prompt) throw new Error('nobody is there to answer');
      return options.prompt;
    },
  };
  const code = await main(argv, environment);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Where backlogs outside a repository have their state, as {@link placeOf} says. */
export function stateHome(): { readonly XDG_STATE_HOME: string } {
  return { XDG_STATE_HOME: process.env['XDG_STATE_HOME'] ?? '' };
}

/** Where a backlog's state and cache lie, when a sandbox's commands are run on it. */
export function placeOf(root: string, env: Readonly<Record<string, string>> = {}): Place {
  return locatePlace(nodeFileSystem, root, findRepository, { ...stateHome(), ...env });
}

function collect() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** In place of an answer: the person leaves with Ctrl-C. */
export const ctrlC = Symbol('Ctrl-C');

/** Answers prompts from a list, in order; a missing answer fails the test by name. */
export function scriptedPrompt(answers: readonly (string | boolean | typeof ctrlC)[]): Prompt {
  const rest = [...answers];
  const next = (message: string) => {
    const answer = rest.shift();
    if (answer === undefined) throw new Error(`no answer left for: ${message}`);
    if (answer === ctrlC) throw new PromptCancelled();
    return answer;
  };
  return {
    line: async ({ message, check }) => {
      const answer = String(next(message));
      const complaint = check?.(answer);
      if (complaint) throw new Error(`${message}: ${complaint}`);
      return answer;
    },
    choose: async ({ message, choices }) => {
      const answer = String(next(message));
      if (!choices.some(({ value }) => value === answer)) {
        throw new Error(`${message}: no choice ${answer}`);
      }
      return answer;
    },
    confirm: async ({ message }) => next(message) === true,
  };
}
