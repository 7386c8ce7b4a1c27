import { setFlagsFromString } from 'node:v8';
import { version } from './version.js';

// The commonest question is answered without loading anything.
const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  process.stdout.write(`${version}\n`);
} else {
  delayOptimising();
  const { runProcess } = await import('./run-process.js');
  await runProcess();
}

/**
 * Node 20's V8 hands functions to its optimising compiler so early that most commands end before
 * that has paid: `list` of 10,000 items spent a fifth of its time on it. Eight times its threshold
 * costs long commands nothing that can be measured. Later engines have other ways, and no such
 * setting.
 */
function delayOptimising(): void {
  if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=540672');
}
