import type { FileSystem } from '../../src/store/file-system.js';
import { nodeFileSystem } from '../../src/store/file-system.js';

const writing = ['makeFolder', 'create', 'sync', 'rename', 'link', 'remove'] as const;
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
  return interceptWrites(
    (name, args) => {
      steps += 1;
      if (!fails(steps, name, firstPath(args))) return;
      if (name === 'create') createHalf(args);
      throw Object.assign(new Error(`${code}: injected`), { code });
    },
    () => steps,
  );
}

/** What a dying process throws: not a system error, as no code runs in one that was killed. */
export class Killed extends Error {}

/**
 * The disk for a process that is killed just before a writing step, its number or the first for
 * which `dies` holds: nothing it does from then on has any effect, its own tidying up included. A
 * `create` that is cut short leaves half a file. Nothing tells a reader of such a folder from one
 * a killed process left, save that the lock names a living process: see `buryLock`.
 */
export function createDyingFiles(
  last: number | ((name: WritingStep, path: string) => boolean),
): FaultyFiles {
  let steps = 0;
  let isDead = false;
  const dies = typeof last === 'number' ? () => steps === last : last;
  return interceptWrites(
    (name, args) => {
      steps += 1;
      if (!isDead && !dies(name, firstPath(args))) return;
      if (!isDead && name === 'create') createHalf(args);
      isDead = true;
      throw new Killed(`killed at step ${steps}, ${name} ${firstPath(args)}`);
    },
    () => steps,
  );
}

type Interceptor = (name: WritingStep, args: readonly unknown[]) => void;

function interceptWrites(before: Interceptor, steps: () => number): FaultyFiles {
  const files: Record<string, unknown> = { ...nodeFileSystem };
  for (const name of writing) {
    const original = nodeFileSystem[name] as (...args: readonly unknown[]) => unknown;
    files[name] =
      name === 'sync'
        ? async (...args: readonly unknown[]) => {
            before(name, args);
            await original(...args);
          }
        : (...args: readonly unknown[]) => {
            before(name, args);
            return original(...args);
          };
  }
  return { ...(files as unknown as FileSystem), steps };
}

function firstPath([first]: readonly unknown[]): string {
  return Array.isArray(first) ? String(first[0] ?? '') : String(first);
}

function createHalf([path, text]: readonly unknown[]): void {
  nodeFileSystem.create(String(path), String(text).slice(0, 9));
}
