import { spawn } from 'node:child_process';

/**
 * Runs `$EDITOR` on a file, without a shell: `code --wait` is a program and its arguments.
 * Resolves to the exit code.
 */
export async function runEditor(command: string, file: string): Promise<number> {
  const [program = '', ...args] = command.match(/"[^"]*"|\S+/g) ?? [];
  return new Promise((resolve, reject) => {
    const child = spawn(program.replaceAll('"', ''), [...args.map(unquote), file], {
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
