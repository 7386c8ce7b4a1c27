import { main } from './main.js';
import { createWorld } from './world.js';

/** Runs the command line of this process. Sets the exit code: exiting would cut slow pipes. */
export async function runProcess(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    // `storymark list | head -1` closes the pipe early; that is not an error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = await main(process.argv.slice(2), createWorld(process));
}
