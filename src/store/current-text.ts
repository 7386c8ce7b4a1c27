import { errorCode, type FileSystem } from './file-system.js';

/**
 * What a file holds now: null when it is not there, undefined for what was never ours (no UTF-8,
 * or far too large). Throws the system's errors.
 */
export function readCurrentText(files: FileSystem, path: string): string | null | undefined {
  if (!files.exists(path)) return null;
  try {
    return files.read(path);
  } catch (error) {
    if (errorCode(error) !== undefined) throw error;
    return undefined;
  }
}
