import { join } from 'node:path';
import type { Context } from './command.js';
import { failUsage } from './failure.js';

/** Folders deeper than this hold nothing an import looks for. */
const deepest = 4;

/** The texts of a folder's files by their path in it, `/` between parts, hidden ones left out. */
export function readFolderTexts({ files }: Context, root: string): ReadonlyMap<string, string> {
  if (!files.isFolder(root)) failUsage(`there is no folder ${root}`);
  const texts = new Map<string, string>();
  const walk = (folder: string, depth: number) => {
    const entries = [...files.list(join(root, folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, isFolder } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name.startsWith('.')) continue;
      if (!isFolder) texts.set(path, files.read(join(root, path)));
      else if (depth < deepest) walk(path, depth + 1);
    }
  };
  walk('', 0);
  return texts;
}
