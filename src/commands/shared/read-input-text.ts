import { resolve } from 'node:path';
import { errorCode, UnreadableError } from '../../store/file-system.js';
import type { Context } from './command.js';
import { failUsage } from './failure.js';

/** The text of a file, or of standard input for `-`. */
export async function readInputText(context: Context, name: string): Promise<string> {
  if (name === '-') return (await readInputBytes(context)).toString('utf8');
  return readOrRefuse(name, () => context.files.readNamed(resolve(context.cwd, name)));
}

/** The bytes of a file that may be in any encoding, or of standard input for `-`. */
export async function readForeignBytes(context: Context, name: string): Promise<Uint8Array> {
  if (name === '-') return readInputBytes(context);
  return readOrRefuse(name, () => context.files.readNamedBytes(resolve(context.cwd, name)));
}

function readOrRefuse<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableError) failUsage(`${name}: ${error.reason}`);
    switch (errorCode(error)) {
      case 'ENOENT':
        return failUsage(`there is no file ${name}`);
      case 'EISDIR':
        return failUsage(`${name} is a folder`);
      case 'EACCES':
        return failUsage(`${name} cannot be read: permission denied`);
      default:
        throw error;
    }
  }
}

/** A pipe can be read once, and a command that another writer crossed runs a second time. */
const inputs = new WeakMap<NodeJS.ReadableStream, Promise<Buffer>>();

/** All of standard input, which must not be a terminal. */
export function readInputBytes({ io: { stdin } }: Context): Promise<Buffer> {
  if (stdin.isTTY) failUsage('give a FILE, or pipe text into standard input');
  const input = inputs.get(stdin) ?? readAll(stdin);
  inputs.set(stdin, input);
  return input;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as string | Buffer));
  return Buffer.concat(chunks);
}
