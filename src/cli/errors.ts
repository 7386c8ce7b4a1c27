import type { Context } from '../commands/shared/command.js';
import { PromptCancelled } from '../terminal/prompt.js';
import { showUnprintable } from '../text/printable.js';
import { describeProblem, type Problem, ProblemError } from '../text/problem.js';

/** As a shell reports a program ended by Ctrl-C. */
const cancelled = 130;

const exitCodes = { negative: 1, usage: 2, data: 2, conflict: 3, interrupted: 3 } as const;

/** 0 without problems, else the code of the gravest. */
export function exitCodeOf(problems: readonly Problem[]): number {
  return Math.max(0, ...problems.map((problem) => exitCodes[problem.kind]));
}

/** The part of a context that errors need; before there is one, paths stand as they are. */
export type ErrorOutput = Pick<Context, 'io' | 'shownPath'>;

export function writeProblems(problems: readonly Problem[], { io, shownPath }: ErrorOutput): void {
  for (const problem of problems) {
    const { path } = problem;
    const shown = path === undefined ? problem : { ...problem, path: shownPath(path) };
    io.stderr.write(showUnprintable(`storymark: ${describeProblem(shown)}\n`));
  }
}

/** Says what ended a command and gives the exit code. */
export function writeError(error: unknown, output: ErrorOutput, debug: boolean): number {
  if (error instanceof ProblemError) {
    writeProblems(error.problems, output);
    if (debug) output.io.stderr.write(`${error.stack}\n`);
    return exitCodeOf(error.problems);
  }
  if (error instanceof PromptCancelled) {
    output.io.stderr.write(`storymark: cancelled, ${error.message}\n`);
    return cancelled;
  }
  const message = error instanceof Error ? error.message : String(error);
  output.io.stderr.write(showUnprintable(`storymark: unexpected error: ${message}\n`));
  if (debug && error instanceof Error) output.io.stderr.write(`${error.stack}\n`);
  else output.io.stderr.write('storymark: run again with --debug and please report it\n');
  return 2;
}
