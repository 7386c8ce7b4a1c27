import { allItems, type Backlog } from '../../backlog/backlog.js';
import { matchesReference } from '../../backlog/lookup.js';
import { listDeletedFiles } from '../../git/deleted-files.js';
import { type FileVersion, readFileHistory } from '../../git/file-history.js';
import { readDocument } from '../../item/document.js';
import { toItem } from '../../item/item.js';
import { failUsage } from '../shared/failure.js';

/** An item that is no longer in the backlog, but in git's history. */
export interface DeletedItem {
  readonly id: string;
  /** Where its file was last, relative to the backlog. */
  readonly path: string;
  /** Its text when it was last there. */
  readonly text: string;
  /** Newest first; the first is its deletion, unless that is not committed. */
  readonly versions: readonly FileVersion[];
}

/** More files of one beginning are not told apart: their names are. */
const mostCandidates = 8;

/**
 * The item a reference means that names none of the backlog; null when git knows none either. Its
 * file is looked for by name, which begins with its id.
 *
 * @param root absolute path of the backlog
 */
export function findDeletedItem(
  root: string,
  backlog: Backlog,
  reference: string,
): DeletedItem | null {
  if (allItems(backlog).some(({ id }) => matchesReference(id, reference))) return null;
  const named = listDeletedFiles(root).filter((path) =>
    matchesReference(path.slice(path.lastIndexOf('/') + 1), reference),
  );
  const found = named.slice(0, mostCandidates).flatMap((path) => readDeleted(root, path) ?? []);
  // A file that was renamed and then deleted is there twice.
  const items = found.filter(({ id }, index) => found.findIndex((one) => one.id === id) === index);
  const meant = items.filter(({ id }) => matchesReference(id, reference));
  const exact = meant.find(({ id }) => id.toUpperCase() === reference.toUpperCase());
  const [first = null] = exact ? [exact] : meant;
  if (!exact && meant.length > 1) {
    failUsage(`${reference} is not one item: ${meant.map(({ id }) => id).join(', ')}, all deleted`);
  }
  return first;
}

function readDeleted(root: string, path: string): DeletedItem | null {
  const history = readFileHistory(root, path);
  if (!history.ok) return null;
  const texts = history.value.flatMap(({ before, after }) =>
    [after, ...before].filter((text) => text !== null),
  );
  for (const text of texts) {
    const document = readDocument(path, text);
    if (!document.ok) continue;
    return { id: toItem(document.value).id, path, text: texts[0] ?? text, versions: history.value };
  }
  return null;
}
