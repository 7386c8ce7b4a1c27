import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a lock that this process left, simulating its death, one whose owner is gone. */
export function buryLock(root: string): void {
  const path = join(root, '.storymark-lock');
  if (!existsSync(path)) return;
  const owner = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...owner, started: 'in an earlier life' }));
}
