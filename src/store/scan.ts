import { join } from 'node:path';
import { type Document, readDocument } from '../item/document.js';
import { itemsFolder, type Kind } from '../item/kind.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { EncodingError, errorCode, type FileSystem } from './file-system.js';

export const archiveFolder = `${itemsFolder}/archive`;

export interface Scan {
  readonly documents: readonly Document[];
  /** One for each file that could not be read: none is skipped in silence. */
  readonly problems: readonly Problem[];
}

/** Reads every document of a backlog, archived items too, in the order of their paths. */
export function scanBacklog(files: FileSystem, root: string, kinds: readonly Kind[]): Scan {
  const folders = [...new Set([...kinds.map((kind) => kind.folder), archiveFolder])].sort();
  const documents: Document[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const paths = listDocuments(files, root, folder);
    if (!paths.ok) {
      problems.push(...paths.problems);
      continue;
    }
    for (const path of paths.value) {
      const text = readText(files, root, path);
      const document = typeof text === 'string' ? readDocument(path, text) : failure(text);
      if (document.ok) documents.push(document.value);
      else problems.push(...document.problems);
    }
  }
  return { documents, problems };
}

function listDocuments(files: FileSystem, root: string, folder: string): Result<readonly string[]> {
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
