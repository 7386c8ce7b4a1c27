import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

/** Tests leave nothing in the state folder of whoever runs them; processes they start inherit it. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'storymark-state-'));
  process.env['XDG_STATE_HOME'] = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
