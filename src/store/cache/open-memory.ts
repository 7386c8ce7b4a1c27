import type { Memory } from '../../backlog/memory.js';
import type { DocumentCache } from './cached-documents.js';
import { readSections, writeSections } from './sections.js';
import { cacheVersion, digestText } from './stamp.js';

/** A memory in files beside the cache of documents; one that forgets all where there is none. */
export function openMemory(cache: DocumentCache | null): Memory {
  const pathOf = (name: string) => `${cache?.path}.${name}`;
  return {
    recall: (name) => (cache ? readValue(cache.files.read(pathOf(name)), name) : undefined),
    keep(name, value) {
      try {
        cache?.files.replace(pathOf(name), () => writeValue(value, name));
      } catch {
        // A full disk or a read-only one: it is computed again.
      }
    },
    keyOf: (document) => document.digest ?? digestText(document.text),
    digest: (texts) => digestText(JSON.stringify(texts)),
  };
}

/** What a file says of itself: another name's is not taken for it. */
interface MemoryHead {
  readonly version: string;
  readonly name: string;
}

function readValue(bytes: Buffer | null, name: string): unknown {
  try {
    const sections = bytes && readSections<MemoryHead>(bytes);
    const { version, name: own } = sections?.head ?? {};
    if (!sections || version !== cacheVersion || own !== name) return undefined;
    return JSON.parse(sections.section('value').toString('utf8'));
  } catch {
    return undefined;
  }
}

function writeValue(value: unknown, name: string): Buffer {
  const bytes = Buffer.from(JSON.stringify(value));
  return writeSections({ version: cacheVersion, name } satisfies MemoryHead, [['value', [bytes]]]);
}
