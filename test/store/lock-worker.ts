import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { withLock } from '../../src/store/lock.js';

/** Run by lock.test.ts as a process of its own: takes the lock again and again. */
const [dir = '', rounds = '1', crash = ''] = process.argv.slice(2);
const lock = { timeout: 20_000, tell: () => {} };
for (let round = 0; round < Number(rounds); round += 1) {
  await withLock(nodeFileSystem, join(dir, 'lock'), lock, async () => {
    // Fails with EEXIST when another process is inside as well.
    closeSync(openSync(join(dir, 'inside'), 'wx'));
    await new Promise((resolve) => setTimeout(resolve, 2));
    rmSync(join(dir, 'inside'));
    if (crash === 'crash') process.kill(process.pid, 'SIGKILL');
  });
}
