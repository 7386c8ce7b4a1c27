import type { Memory } from '../../backlog/memory.js';
import { cacheVersion } from './cache-version.js';
import type { DocumentCache } from './cached-documents.js';
import { digestText } from './digest.js';
import { readSections, writeSections } from './sections.js';

/** A memory in files beside the cache of documents; one that forgets all where there is none. */
export function openMemory(cache: DocumentCache | null): Memory {
  const pathOf = (name: string) => `${cache?.path}.${name}`;
  return {
    recall: (name) => (cache ? readValue(cache.files.read(pathOf(name))) : undefined),
    keep(name, value) {
      try {
        cache?.files.replace(pathOf(name), () => writeValue(value));
      } catch {
        // A full disk or a read-only one: it is computed again.
      }
    },
    keyOf: (document) => document.digest ?? digestText(document.text),
    digest: (texts) => digestText(JSON.stringify(texts)),
  };
}

function readValue(bytes: Buffer | null): unknown {
  try {
    const sections = bytes && readSections<{ readonly version: string }>(bytes);
    if (sections?.head.version !== cacheVersion) return undefined;
    return JSON.parse(sections.section('value').toString('utf8'));
  } catch {
    return undefined;
  }
}

function writeValue(value: unknown): Buffer {
  const bytes = Buffer.from(JSON.stringify(value));
  return writeSections({ version: cacheVersion }, [['value', [bytes]]]);
}
