import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './sandbox.js';

export const program = join(repository, 'bin/storymark.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm test` builds first; a test run alone builds what is missing. */
export function buildIfMissing(): void {
  if (existsSync(join(repository, 'dist/cli/entry.js'))) return;
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: repository, stdio: 'inherit' });
}

/** The built program as a process of its own, in a pipe, with these and no settings of ours. */
export function startProgram(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}
