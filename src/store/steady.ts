import type { DocumentSource } from '../backlog/backlog.js';
import type { FileSystem } from './file-system.js';
import { readJournal } from './journal.js';
import type { Place } from './place.js';

/** Reading anew is cheap, but writers who never rest must not keep a reader from its answer. */
const attempts = 3;

/**
 * A source whose documents are read anew when another process put a change set of many files in
 * place meanwhile: half of one is never seen. Writers lock in the folder of the backlog's state,
 * which so tells of every one of them.
 */
export function readSteadily(
  files: FileSystem,
  place: Place,
  open: () => DocumentSource,
): DocumentSource {
  const source = open();
  return {
    ...source,
    all() {
      for (let attempt = 1, fresh = source; ; attempt += 1, fresh = open()) {
        const before = place.state && files.changedAt(place.state);
        const documents = fresh.all();
        const isSteady =
          (place.state && files.changedAt(place.state)) === before && !isBeingWritten(files, place);
        if (isSteady || attempt === attempts) return documents;
      }
    },
  };
}

function isBeingWritten(files: FileSystem, place: Place): boolean {
  return !['none', 'foreign'].includes(readJournal(files, place).kind);
}
