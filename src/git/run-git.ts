import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { failure, type Problem, type Result, success, usage } from '../text/problem.js';
import { type GitDoor, gitEnvironment, type Settings } from './git-environment.js';

export interface GitCall {
  readonly door?: GitDoor;
  readonly input?: string;
  /** More settings, which win over all configuration: pairs of name and value. */
  readonly settings?: Settings;
  /** Milliseconds that a read may take; a write waits for hooks, editors and people. */
  readonly limit?: number;
}

export interface GitAnswer {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What a configuration may not say about a read: which program to run, and how to print. */
const overrides: Readonly<Record<GitDoor, readonly string[]>> = {
  read: [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.quotePath=false',
    'protocol.allow=never',
    'safe.bareRepository=explicit',
    'log.showSignature=false',
    'log.showRoot=true',
    'log.follow=false',
    'log.mailmap=false',
    'diff.orderFile=/dev/null',
    'diff.suppressBlankEmpty=false',
    'i18n.logOutputEncoding=UTF-8',
  ],
  // An index query is no part of what a commit does for its user, and a repository that lies in
  // the tree is not the user's.
  write: ['core.fsmonitor=false', 'safe.bareRepository=explicit'],
};

/** More than any read needs: a configuration can make git wait for ever, on a pipe for instance. */
const longestRead = 60_000;
/** Folders where it did: one wait is enough for a command that reads several things. */
const endless = new Set<string>();

/** Runs git without a shell and gives what it printed. */
export function runGit(folder: string, args: readonly string[], call?: GitCall): Result<string> {
  const answer = readGit(folder, args, call);
  return answer.ok ? success(answer.value.toString('utf8')) : answer;
}

/** As `runGit`, in bytes. */
export function readGit(folder: string, args: readonly string[], call?: GitCall): Result<Buffer> {
  const answer = startGit(folder, args, call);
  if (!answer.ok) return answer;
  const { status, stdout, stderr } = answer.value;
  if (status === 0) return success(stdout);
  const message = `git ${args[0]}: ${readReason(stderr || stdout.toString('utf8'), status)}`;
  return usage(message);
}

/** Runs git to its end, well or not; fails where it could not be started. */
export function startGit(
  folder: string,
  args: readonly string[],
  { door = 'read', input = '', settings = [], limit = longestRead }: GitCall = {},
): Result<GitAnswer> {
  if (door === 'read' && endless.has(folder)) return fail(args, describeEndless(limit));
  const set = overrides[door].flatMap((one) => ['-c', one]);
  // Paths are names, not patterns: brackets in one stand for themselves.
  const { status, signal, stdout, stderr, error } = spawnSync(
    'git',
    ['--no-pager', '--literal-pathspecs', ...set, ...args],
    {
      cwd: folder,
      input,
      maxBuffer: 1 << 30,
      env: gitEnvironment(folder, door, settings),
      ...(door === 'read' ? { timeout: limit, killSignal: 'SIGKILL' } : {}),
    },
  );
  // Git may end, and say why, before it has read all that it is given.
  const isEnded = !error || (error as NodeJS.ErrnoException).code === 'EPIPE';
  if (isEnded && status !== null) {
    return success({ status, stdout, stderr: stderr.toString('utf8') });
  }
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') {
    endless.add(folder);
    return fail(args, describeEndless(limit));
  }
  return fail(args, sayWhy(folder, error, signal));
}

function fail(args: readonly string[], reason: string): Result<never> {
  return usage(`git ${args[0]}: ${reason}`);
}

function describeEndless(limit: number): string {
  return `did not finish within ${limit / 1000} seconds and was stopped; check the git configuration (git config --list --show-origin)`;
}

function sayWhy(folder: string, error: NodeJS.ErrnoException | undefined, signal: string | null) {
  if (!error) return `ended by ${signal}`;
  if (error.code !== 'ENOENT') return `git cannot be run: ${error.message}`;
  return existsSync(folder)
    ? 'git is not installed, or not on PATH'
    : `there is no folder ${folder}`;
}

/** Git's reason and what it advises, on one line; what a hook printed, when it was a hook. */
function readReason(printed: string, status: number): string {
  const lines = printed.split('\n').map((line) => line.trim());
  const start = lines.findIndex((line) => /^(?:fatal|error): /.test(line));
  const said = lines
    .slice(Math.max(start, 0))
    .map((line) => line.replace(/^(?:fatal|error|hint): ?/, ''))
    .filter((line) => line !== '');
  const text = said.join(' ');
  if (text === '') return `ended with ${status}`;
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/**
 * The top of the work tree around `folder`, as seen from there: `--show-toplevel` would resolve
 * symbolic links, and paths below it would then not be below the caller's.
 */
export function findWorkTree(folder: string): Result<string> {
  const up = runGit(folder, ['rev-parse', '--show-cdup']);
  if (!up.ok) return failure(...up.problems.map((problem) => explain(problem, folder)));
  const top = resolve(folder, up.value.replace(/\r?\n$/, ''));
  if (!relative(top, folder).startsWith('..')) return success(top);
  const message = `core.worktree of the git repository around ${folder} is another folder, ${top}`;
  return usage(message);
}

/** What is said of the usual reasons; of any other, git's own words. */
function explain(problem: Problem, folder: string): Problem {
  const { message } = problem;
  if (message.includes('not a git repository (or any')) {
    return {
      ...problem,
      message: `${folder} is not in a git repository (create one with git init)`,
    };
  }
  if (/bare repository|run in a work tree/.test(message)) {
    return {
      ...problem,
      message: `${folder} is inside a bare git repository or a .git folder, which has no working files`,
    };
  }
  return problem;
}

/** What git lists with `-z`, which quotes no name. */
export function splitNames(output: string): readonly string[] {
  return output.split('\0').filter((name) => name !== '');
}
