import { runGit } from './run-git.js';

/** Whether only the end of the history is here. */
export function isShallow(folder: string): boolean {
  const found = runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return found.ok && found.value.trim() === 'true';
}
