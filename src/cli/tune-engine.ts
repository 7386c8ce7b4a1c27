import { setFlagsFromString } from 'node:v8';

/**
 * Node 20's V8 hands functions to its optimising compiler so early, and has it put so much of what
 * they call into them, that most commands end before that has paid: `list` of 10,000 items spent a
 * fifth of its time on it, a check of them half. Eight times its threshold and an eighth of its
 * limit on what is put in cost long commands nothing that can be measured. Later engines have
 * other ways, and no such settings.
 */
export function tuneEngine(): void {
  if (!process.versions.v8.startsWith('11.3.')) return;
  setFlagsFromString('--interrupt-budget=540672 --max-inlined-bytecode-size=60');
}
