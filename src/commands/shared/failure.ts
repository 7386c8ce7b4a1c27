import type { Problem, Result } from '../../text/problem.js';

/** Ends a command with problems for stderr; the shell turns their kind into the exit code. */
export class CommandFailure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

/** The value of a result, or the end of the command. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommandFailure(result.problems);
}

/** Ends the command because of how it was called. */
export function failUsage(message: string): never {
  throw new CommandFailure([{ kind: 'usage', message }]);
}
