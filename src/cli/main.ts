import { commandGroups, commandSpecs } from '../commands/index.js';
import type { Context } from '../commands/shared/command.js';
import { createEnvironment, type Environment } from './environment.js';
import { writeError } from './errors.js';
import { type Invocation, readCommandLine } from './program.js';

/** Runs one command line and gives the process's exit code. */
export async function main(argv: readonly string[], environment: Environment): Promise<number> {
  let invocation: Invocation | undefined;
  let context: Context | undefined;
  try {
    const read = await readCommandLine(argv, commandSpecs, commandGroups, {
      out: (text) => environment.io.stdout.write(text),
      err: (text) => environment.io.stderr.write(text),
      columns: environment.io.columns,
    });
    if ('exit' in read) return read.exit;
    invocation = read.invocation;
    // Help and usage errors need nothing of what follows.
    const [{ createContext }, { runCommand }] = await Promise.all([
      import('./context.js'),
      import('./run-command.js'),
    ]);
    const { directory, yes, color, input } = invocation;
    const at = input.option('at');
    context = await createContext(environment, {
      yes,
      color,
      ...(directory === undefined ? {} : { directory }),
      ...(at === undefined ? {} : { at }),
    });
    return await runCommand(invocation, context);
  } catch (error) {
    const output = context ?? { io: environment.io, shownPath: (path: string) => path };
    return writeError(error, output, invocation?.debug ?? false);
  }
}

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
  const code = await main(process.argv.slice(2), createEnvironment(process));
  process.exitCode = failed ? outputFailed : code;
}
