import { join } from 'node:path';
import type { DocumentSource, Scan } from '../backlog/backlog.js';
import { readDocument } from '../item/document.js';
import { isNamedFor } from '../item/id.js';
import { archiveFolder, type Kind } from '../item/kind.js';
import { failure, type Problem } from '../text/problem.js';
import { compareText } from '../text/words.js';
import { type DocumentCache, findHolders, readCached } from './cache/cached-documents.js';
import { errorCode, type FileSystem, UnreadableError } from './file-system.js';
import { describeLink, findLink } from './safe-target.js';

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
  const listNamed = (id: string) => list().flatMap(({ paths }) => findNamed(paths, id));
  return {
    all: () => readListed(files, root, list(), cache),
    named(id) {
      const paths = listNamed(id);
      // Many names that begin alike (`plan`, `plan-a`, `plan-b`) say little.
      return paths.length > mostCandidates ? [] : readPaths(files, root, paths.sort()).documents;
    },
    mayHave(id) {
      const paths = list().flatMap((one) => one.paths);
      const others = cache && findHolders(cache, root, paths, id);
      if (others === null) return null;
      return readPaths(files, root, [...new Set([...listNamed(id), ...others])]).documents;
    },
  };
}

const mostCandidates = 8;

/** Ten thousand paths of one folder: the letter at the id's end tells most of them apart. */
function findNamed(paths: readonly string[], id: string): readonly string[] {
  const end = (paths[0]?.lastIndexOf('/') ?? 0) + id.length;
  const [lower, upper] = [id.toLowerCase(), id.toUpperCase()].map((one) =>
    one.charCodeAt(one.length - 1),
  );
  const named: string[] = [];
  for (const path of paths) {
    const last = path.charCodeAt(end);
    if ((last === lower || last === upper) && isNamedFor(path, id)) named.push(path);
  }
  return named;
}

interface Listing {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

function listDocuments(files: FileSystem, root: string, kinds: readonly Kind[]) {
  return listFolders(kinds).map((folder) => listFolder(files, root, folder));
}

function listFolders(kinds: readonly Kind[]): readonly string[] {
  return [...new Set([...kinds.map((kind) => kind.folder), archiveFolder])].sort();
}

/**
 * Whether files were put into the folders of documents since this was called: every write of ours
 * renames one into place.
 */
export function watchForChanges(
  files: FileSystem,
  root: string,
  kinds: readonly Kind[],
): () => boolean {
  const folders = listFolders(kinds).map((folder) => join(root, folder));
  const before = folders.map((folder) => files.changedAt(folder));
  return () => folders.some((folder, index) => files.changedAt(folder) !== before[index]);
}

function listFolder(files: FileSystem, root: string, folder: string): Listing {
  const fail = (message: string): Listing => {
    return { paths: [], problems: [{ kind: 'data', path: folder, message }] };
  };
  const link = findLink(files, root, folder);
  if (link !== null) return fail(link === folder ? folderLink : describeLink(link, folder));
  try {
    const paths: string[] = [];
    const problems: Problem[] = [];
    for (const { name, isLink } of files.list(join(root, folder))) {
      if (!name.endsWith('.md') || name.startsWith('.')) continue;
      const path = `${folder}/${name}`;
      if (isLink) problems.push(problemAt(path, describeLink(path, path)));
      else paths.push(path);
    }
    return { paths: paths.sort(), problems };
  } catch (error) {
    return fail(`the folder cannot be read (${errorCode(error) ?? String(error)})`);
  }
}

const folderLink = 'a symbolic link: put the folder itself there';

function problemAt(path: string, message: string): Problem {
  return { kind: 'data', path, line: 1, column: 1, message };
}

function readListed(
  files: FileSystem,
  root: string,
  listed: readonly Listing[],
  cache: DocumentCache | null,
): Scan {
  const paths = listed.flatMap((one) => one.paths);
  const scan = readPaths(files, root, paths, cache);
  const problems = [...listed.flatMap((one) => one.problems), ...scan.problems];
  return { ...scan, problems: problems.sort((a, b) => compareText(a.path ?? '', b.path ?? '')) };
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
  const found = cache
    ? readCached(cache, root, paths, read)
    : { documents: paths.flatMap((path) => read(path) ?? []) };
  return { ...found, problems };
}

/** A file's text, or why it has none. */
export function readText(files: FileSystem, root: string, path: string): string | Problem {
  try {
    return files.read(join(root, path));
  } catch (error) {
    const isOdd = error instanceof UnreadableError;
    const reason = `the file cannot be read (${errorCode(error) ?? String(error)})`;
    return problemAt(path, isOdd ? error.reason : reason);
  }
}
