import type { Result } from '../text/problem.js';
import type { Document, Value } from './document.js';

/** Sets the value at `path` (one key, or keys of nested maps), or removes the key when undefined. */
export interface FieldEdit {
  readonly path: readonly [string, ...string[]];
  readonly value: Value | undefined;
}
