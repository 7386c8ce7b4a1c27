import { join } from 'node:path';
import type { DocumentSource } from '../backlog/backlog.js';
import { type Document, readDocument } from '../item/document.js';
import { isNamedFor } from '../item/id.js';
import { itemsFolder, type Kind } from '../item/kind.js';
import { failure, type Problem } from '../text/problem.js';
import { type DocumentCache, readCached } from './cache/cached-documents.js';
import {
  EncodingError,
  errorCode,
  type FileSystem,
  type FolderEntry,
  TooLargeError,
} from './file-system.js';
import { leadsOut } from './safe-target.js';

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
  return folders.map((folder) => listFolder(files, root, folder));
}

function listFolder(files: FileSystem, root: string, folder: string): Listing {
  const fail = (message: string): Listing => {
    return { paths: [], problems: [{ kind: 'data', path: folder, message }] };
  };
  if (leadsOut(files, root, folder)) return fail('the folder is a link that leads out of here');
  try {
    const entries = files
      .list(join(root, folder))
      .filter(({ name, isFolder }) => !isFolder && name.endsWith('.md') && !name.startsWith('.'));
    const pathOf = ({ name }: FolderEntry) => `${folder}/${name}`;
    return {
      paths: entries
        .filter(({ isLink }) => !isLink)
        .map(pathOf)
        .sort(),
      problems: entries.filter(({ isLink }) => isLink).map((entry) => linkProblem(pathOf(entry))),
    };
  } catch (error) {
    return fail(`the folder cannot be read (${errorCode(error) ?? String(error)})`);
  }
}

/** A file reached through a link may be anywhere, and a write would put a copy in its place. */
function linkProblem(path: string): Problem {
  const message = 'a symbolic link: put the file itself there';
  return { kind: 'data', path, line: 1, column: 1, message };
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
  return { documents, problems: all.sort(comparePaths) };
}

function comparePaths({ path: a = '' }: Problem, { path: b = '' }: Problem): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
        : error instanceof TooLargeError
          ? 'the file is larger than 5 MB: split it'
          : `the file cannot be read (${errorCode(error) ?? String(error)})`;
    return { kind: 'data', path, line: 1, column: 1, message: reason };
  }
}
