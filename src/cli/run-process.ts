import { main } from './main.js';
import { createWorld } from './world.js';

const outputFailed = 2;

/** Runs the command line of this process. Sets the exit code: exiting would cut slow pipes. */
export async function runProcess(): Promise<void> {
  let failed = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // `storymark list | head -1` closes the pipe early; that is not an error.
      if (error.code === 'EPIPE' || failed) return;
      failed = true;
      process.exitCode = outputFailed;
      process.stderr.write(`storymark: the output cannot be written (${error.code})\n`);
    });
  }
  const code = await main(process.argv.slice(2), createWorld(process));
  process.exitCode = failed ? outputFailed : code;
}
