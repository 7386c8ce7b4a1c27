import { PassThrough, Readable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import { nodeFileSystem } from '../../src/store/file-system.js';

export interface RunHere {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line run in this process, which is another than those under test. */
export async function runHere(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<RunHere> {
  const [stdout, stderr] = [collect(), collect()];
  const code = await main(argv, {
    io: {
      stdin: Readable.from([]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      isTerminal: false,
      isInteractive: false,
      columns: 100,
      colorLevel: 0,
    },
    cwd,
    env: { XDG_STATE_HOME: process.env['XDG_STATE_HOME'], ...env },
    files: nodeFileSystem,
    now: () => new Date(env['STORYMARK_NOW'] ?? '2026-11-24T09:00:00Z'),
    random: Math.random,
    loadCaches: async () => () => null,
    loadPrompt: () => Promise.reject(new Error('nobody is there to answer')),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collect() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
