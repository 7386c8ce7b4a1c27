import { spawn } from 'node:child_process';

/**
 * Runs `$EDITOR` on a file, without a shell: `code --wait` is a program and its arguments.
 * Resolves to null when it ended well, else to what went wrong.
 */
export async function runEditor(command: string, file: string): Promise<string | null> {
  const [program = '', ...args] = command.match(/"[^"]*"|\S+/g) ?? [];
  return new Promise((resolve) => {
    const child = spawn(program.replaceAll('"', ''), [...args.map(unquote), file], {
      stdio: 'inherit',
    });
    child.on('error', ({ message }) => resolve(`the editor cannot be run: ${message}`));
    child.on('exit', (code, signal) =>
      resolve(code === 0 ? null : `the editor ended with ${code ?? signal}`),
    );
  });
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
