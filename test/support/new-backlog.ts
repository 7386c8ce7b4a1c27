import { createSandbox, type Sandbox } from './sandbox.js';

export interface NewBacklog extends Sandbox {
  /** Runs a command that prints one id in a pipe, and gives the id. */
  id(...argv: readonly string[]): Promise<string>;
  /** Path of an item's file, from the sandbox's folder. */
  pathOf(id: string): Promise<string>;
  /** Text of an item's file. */
  fileOf(id: string): Promise<string>;
}

/** A sandbox with an empty backlog in it. */
export async function createNewBacklog(...initFlags: readonly string[]): Promise<NewBacklog> {
  const sandbox = createSandbox();
  await sandbox.ok('init', ...initFlags);
  const pathOf = async (id: string) => {
    const { path } = await sandbox.json<{ path: string }>('show', id);
    return path;
  };
  return {
    ...sandbox,
    id: async (...argv) => (await sandbox.ok(...argv)).trim(),
    pathOf,
    fileOf: async (id) => sandbox.read(await pathOf(id)),
  };
}
