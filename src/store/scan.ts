import { join } from 'node:path';
import type { DocumentSource } from '../backlog/backlog.js';
import { type Document, readDocument } from '../item/document.js';
import { isNamedFor } from '../item/id.js';
import { itemsFolder, type Kind } from '../item/kind.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { type DocumentCache, readCached } from './cache/cached-documents.js';
import { EncodingError, errorCode, type FileSystem } from './file-system.js';

export const archiveFolder = `${itemsFolder}/archive`;

export interface Scan {
  readonly documents: readonly Document[];
  /** One for each file that could not be read: none is skipped in silence. */
  readonly problems: readonly Problem[];
}

/** A backlog's documents on disk, archived ones too, in the order of their paths. */
export function openScan(
  files: FileSystem,
  root: string,
  kinds: readonly Kind[],
  cache: DocumentCache | null = null,
): DocumentSource {
  let listed: readonly Listing[] | undefined;
  const list = () => {
    listed ??= listDocuments(files, root, kinds);
    return listed;
  };
  return {
    all: () => readListed(files, root, list(), cache),
    named(id) {
      const paths = list().flatMap(({ paths }) => paths.filter((path) => isNamedFor(path, id)));
      // Many names that begin alike (`plan`, `plan-a`, `plan-b`) say little.
      return paths.length > mostCandidates ? [] : readPaths(files, root, paths.sort()).documents;
    },
  };
}

const mostCandidates = 8;

interface Listing {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

function listDocuments(files: FileSystem, root: string, kinds: readonly Kind[]) {
  const folders = [...new Set([...kinds.map((kind) => kind.folder), archiveFolder])].sort();
  return folders.map((folder): Listing => {
    const paths = listFolder(files, root, folder);
    return paths.ok
      ? { paths: paths.value, problems: [] }
      : { paths: [], problems: paths.problems };
  });
}

function listFolder(files: FileSystem, root: string, folder: string): Result<readonly string[]> {
  try {
    const names = files
      .list(join(root, folder))
      .filter(({ name, isFolder }) => !isFolder && name.endsWith('.md') && !name.startsWith('.'))
      .map(({ name }) => `${folder}/${name}`);
    return success(names.sort());
  } catch (error) {
    const message = `the folder cannot be read (${errorCode(error) ?? String(error)})`;
    return failure({ kind: 'data', path: folder, message });
  }
}

function readListed(
  files: FileSystem,
  root: string,
  listed: readonly Listing[],
  cache: DocumentCache | null,
): Scan {
  const paths = listed.flatMap((one) => one.paths);
  const { documents, problems } = readPaths(files, root, paths, cache);
  const all = [...listed.flatMap((one) => one.problems), ...problems];
  return { documents, problems: all.sort((a, b) => ((a.path ?? '') < (b.path ?? '') ? -1 : 1)) };
}

function readPaths(
  files: FileSystem,
  root: string,
  paths: readonly string[],
  cache: DocumentCache | null = null,
): Scan {
  const problems: Problem[] = [];
  const read = (path: string) => {
    const text = readText(files, root, path);
    const document = typeof text === 'string' ? readDocument(path, text) : failure(text);
    if (document.ok) return document.value;
    problems.push(...document.problems);
    return undefined;
  };
  const documents = cache
    ? readCached(cache, root, paths, read)
    : paths.flatMap((path) => read(path) ?? []);
  return { documents, problems };
}

/** A file's text, or why it has none. */
export function readText(files: FileSystem, root: string, path: string): string | Problem {
  try {
    return files.read(join(root, path));
  } catch (error) {
    const reason =
      error instanceof EncodingError
        ? 'the file is not UTF-8 text'
        : `the file cannot be read (${errorCode(error) ?? String(error)})`;
    return { kind: 'data', path, line: 1, column: 1, message: reason };
  }
}
