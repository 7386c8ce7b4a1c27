import { basename, join } from 'node:path';
import type { ChangeSet } from '../backlog/change-set.js';
import { idSuffix } from '../item/id.js';
import { builtInKinds, itemsFolder } from '../item/kind.js';
import type { Problem } from '../text/problem.js';
import type { FileSystem } from './file-system.js';
import { readCurrentText } from './journal.js';

/** Ids that are counted, not drawn: two writers who read the same files count to the same number. */
const countedId = /^([A-Za-z]+)-(\d+)(?=-|\.md$)/;

const ownPrefixes = new Set(builtInKinds.map(({ prefix }) => prefix));

/**
 * New documents whose number another writer has taken meanwhile, under another title and so in
 * another file. A conflict: the command counts anew.
 */
export function findTakenIds(
  files: FileSystem,
  root: string,
  changes: ChangeSet,
): readonly Problem[] {
  const created = changes.filter(
    ({ path, before }) =>
      before === null && path.startsWith(`${itemsFolder}/`) && numberOf(path) !== undefined,
  );
  if (created.length === 0) return [];
  const own = new Set(changes.map(({ path }) => path));
  const others = new Map<string, string>();
  for (const folder of [itemsFolder, `${itemsFolder}/archive`]) {
    for (const { name } of files.list(join(root, folder))) {
      const path = `${folder}/${name}`;
      const number = numberOf(path);
      if (number !== undefined && !own.has(path)) others.set(number, path);
    }
  }
  return created.flatMap(({ path }) => {
    const number = numberOf(path) ?? '';
    const other = others.get(number);
    if (other === undefined || !holdsNumber(files, join(root, other), number)) return [];
    const message = `${number} was taken by ${other} in the meantime; nothing was written, try again`;
    return [{ kind: 'conflict' as const, path, message }];
  });
}

function numberOf(path: string): string | undefined {
  const [, prefix = '', number] = countedId.exec(basename(path)) ?? [];
  if (number === undefined) return undefined;
  // Our types count together; `K-1` and `AB-1` of other programs are two ids.
  return ownPrefixes.has(prefix.toUpperCase()) ? number : `${prefix.toUpperCase()}-${number}`;
}

/** A name may begin like an id and be that of another: `ST-8-1-….md`. */
function holdsNumber(files: FileSystem, path: string, number: string): boolean {
  const text = readCurrentText(files, path) ?? '';
  const written = /^id:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1];
  return written === undefined || [idSuffix(written), written.toUpperCase()].includes(number);
}
