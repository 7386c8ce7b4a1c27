import { commandGroups, commandSpecs } from '../commands/index.js';
import type { Context } from '../commands/shared/command.js';
import { writeError } from './errors.js';
import { type Invocation, readCommandLine } from './program.js';
import type { World } from './world.js';

/** Runs one command line and gives the process's exit code. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let invocation: Invocation | undefined;
  let context: Context | undefined;
  try {
    const read = await readCommandLine(argv, commandSpecs, commandGroups, {
      out: (text) => world.io.stdout.write(text),
      err: (text) => world.io.stderr.write(text),
      columns: world.io.columns,
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
    context = await createContext(world, {
      yes,
      color,
      ...(directory === undefined ? {} : { directory }),
      ...(at === undefined ? {} : { at }),
    });
    return await runCommand(invocation, context);
  } catch (error) {
    const output = context ?? { io: world.io, shownPath: (path: string) => path };
    return writeError(error, output, invocation?.debug ?? false);
  }
}
