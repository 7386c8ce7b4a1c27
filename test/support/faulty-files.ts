import type { FileSystem } from '../../src/store/file-system.js';
import { nodeFileSystem } from '../../src/store/file-system.js';

const writing = ['makeFolder', 'create', 'rename', 'link', 'remove'] as const;
type WritingStep = (typeof writing)[number];

export interface FaultyFiles extends FileSystem {
  /** How many writing steps there were. */
  steps(): number;
}

/**
 * The disk, save that writing steps for which `fails` holds throw the system error `code`. A
 * failing `create` leaves half a file, as a full disk does.
 */
export function createFaultyFiles(
  code: string,
  fails: (step: number, name: WritingStep, path: string) => boolean,
): FaultyFiles {
  let steps = 0;
  const files: Record<string, unknown> = { ...nodeFileSystem };
  for (const name of writing) {
    const original = nodeFileSystem[name] as (...args: readonly string[]) => void;
    files[name] = (...args: readonly string[]) => {
      steps += 1;
      if (!fails(steps, name, args[0] ?? '')) return original(...args);
      if (name === 'create') nodeFileSystem.create(args[0] ?? '', (args[1] ?? '').slice(0, 9));
      throw Object.assign(new Error(`${code}: injected`), { code });
    };
  }
  return { ...(files as unknown as FileSystem), steps: () => steps };
}
