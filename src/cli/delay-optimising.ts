import { setFlagsFromString } from 'node:v8';

/**
 * Node 20's V8 hands functions to its optimising compiler so early that most commands end before
 * that has paid: `list` of 10,000 items spent a fifth of its time on it. Eight times its threshold
 * costs long commands nothing that can be measured. Later engines have other ways, and no such
 * setting.
 */
export function delayOptimising(): void {
  if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=540672');
}
