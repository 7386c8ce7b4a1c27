/**
 * Why something could not be done, as a value. The shell turns the kind into an exit code: `usage`
 * and `data` are 2, `negative` 1, `conflict` and `interrupted` 3. A conflict is over when the files
 * are read again; an interruption needs a person.
 */
export interface Problem {
  readonly kind: 'usage' | 'data' | 'negative' | 'conflict' | 'interrupted';
  /** What is wrong and how to fix it, without the place. One line. */
  readonly message: string;
  /** Path relative to the backlog's folder, `/` between parts. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

/** What the user gave cannot be: `message` says what, and how to fix it. */
export function usage(message: string): Result<never> {
  return failure({ kind: 'usage', message });
}

/** All values in their order, or all problems. */
export function collect<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return failure(...problems);
  return success(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** The one error that is thrown on purpose: nothing was done, and `problems` say why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** At least one. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** The value of a result, or its problems thrown. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problems);
}

/** Ends the work because of how it was called. */
export function failUsage(message: string): never {
  throw new ProblemError([{ kind: 'usage', message }]);
}

/** `items/ST-7K3FD-x.md:3:1: what is wrong`. */
export function describeProblem({ path, line, column, message }: Problem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}
