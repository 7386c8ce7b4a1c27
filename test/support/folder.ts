import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder with its hash: equal before and after when nothing was written. */
export function hashFolder(dir: string): Readonly<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of listFiles(dir)) {
    hashes[path] = createHash('sha256')
      .update(readFileSync(join(dir, path)))
      .digest('hex');
  }
  return hashes;
}

/** Paths of the files below a folder, `.git` left out. */
export function listFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        !/^\.git(\/|$)/.test(path) &&
        statSync(join(dir, path), { throwIfNoEntry: false })?.isFile(),
    )
    .sort();
}
