import { join } from 'node:path';
import type { DocumentSource } from '../backlog/backlog.js';
import type { FileSystem } from './file-system.js';
import { journalFile } from './journal.js';

/** Reading anew is cheap, but writers who never rest must not keep a reader from its answer. */
const attempts = 3;

/**
 * A source whose documents are read anew when another process put a change set of many files in
 * place meanwhile: half of one is never seen. Writers lock in the backlog's own folder, which so
 * tells of every one of them.
 */
export function readSteadily(
  files: FileSystem,
  root: string,
  open: () => DocumentSource,
): DocumentSource {
  const source = open();
  return {
    ...source,
    all() {
      for (let attempt = 1, fresh = source; ; attempt += 1, fresh = open()) {
        const before = files.changedAt(root);
        const documents = fresh.all();
        const isSteady = files.changedAt(root) === before && !files.exists(join(root, journalFile));
        if (isSteady || attempt === attempts) return documents;
      }
    },
  };
}
