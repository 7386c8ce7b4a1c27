import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { lockPath } from '../../src/store/lock.js';

/** Makes a lock that this process left, simulating its death, one whose owner is gone. */
export function buryLock(state: string): void {
  const path = lockPath(state);
  if (!existsSync(path)) return;
  const owner = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...owner, started: 'in an earlier life' }));
}
