/**
 * Why something could not be done, as a value. The shell turns the kind into an exit code
 * (DESIGN 3): `usage` and `data` are 2, `negative` 1, `conflict` and `interrupted` 3. A conflict
 * is over when the command reads the files anew; an interruption wants a person.
 */
export interface Problem {
  readonly kind: 'usage' | 'data' | 'negative' | 'conflict' | 'interrupted';
  /** What is wrong and how to mend it, without the place. One line. */
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
