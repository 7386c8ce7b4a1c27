import { UnreadableError } from '../file-system.js';
import type { CacheFiles } from './cache-files.js';
import { readSections, writeSections } from './sections.js';
import { cacheVersion, digestBytes } from './stamp.js';

/** A document's text: where it lies among all of them, in bytes, and what it must be. */
export interface TextPlace {
  /** Of the document, absolute. */
  readonly path: string;
  readonly start: number;
  readonly length: number;
  readonly digest: string;
}

export type ReadText = (place: TextPlace) => string;

/** What the file of texts belongs to, so that another table's is not taken for it. */
interface TextsHead {
  readonly version: string;
  readonly id: string;
}

/** Where the texts of a table's documents lie: most commands need few of them or none. */
export function textsPath(tablePath: string): string {
  return `${tablePath}.texts`;
}

export function writeTexts(id: string, parts: readonly Buffer[]): Buffer {
  return writeSections({ version: cacheVersion, id } satisfies TextsHead, [['texts', parts]]);
}

/**
 * Reads texts from their file, which is opened for the first of them. Where it is not there, or not
 * this table's, from the documents' own files.
 */
export function openTexts(files: CacheFiles, tablePath: string, id: string): ReadText {
  let texts: Buffer | null | undefined;
  return ({ path, start, length, digest }) => {
    if (texts === undefined) texts = findTexts(files.read(textsPath(tablePath)), id);
    return texts?.toString('utf8', start, start + length) ?? readOwnFile(files, path, digest);
  };
}

function findTexts(bytes: Buffer | null, id: string): Buffer | null {
  try {
    const sections = bytes && readSections<TextsHead>(bytes);
    const { version, id: own } = sections?.head ?? {};
    return sections && version === cacheVersion && own === id ? sections.section('texts') : null;
  } catch {
    return null;
  }
}

/** The file had a row's stamp a moment ago; since then somebody may have changed it. */
function readOwnFile(files: CacheFiles, path: string, digest: string): string {
  const bytes = files.read(path);
  if (bytes !== null && digestBytes(bytes) === digest) return bytes.toString('utf8');
  throw new UnreadableError(path, 'it was changed while it was read: try again');
}
