import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportNote, importNote } from '../../exchange/import-note.js';
import { errorCode, UnreadableError } from '../../store/file-system.js';
import { decodeText } from '../../text/decode.js';
import type { Context } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';

export interface FolderTexts {
  /** By path in the folder, `/` between parts. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was not read, and why. */
  readonly notes: readonly ImportNote[];
}

/** Folders deeper than this are not walked. */
const deepest = 8;

/**
 * The texts of a folder's files. Links are not followed, hidden files are not looked at, and one
 * file that cannot be read never stops the others.
 *
 * @param unwanted why a file of that path is not wanted, asked before it is read; null: it is
 */
export function readFolderTexts(
  { files }: Context,
  root: string,
  unwanted: (path: string) => string | null,
): FolderTexts {
  if (!files.isFolder(root)) failUsage(`there is no folder ${root}`);
  const texts = new Map<string, string>();
  const notes: ImportNote[] = [];
  const leave = (path: string, why: string) => notes.push(importNote('left', 'files', why, path));
  const walk = (folder: string, depth: number) => {
    for (const entry of listEntries(join(root, folder), (why) => leave(`${folder}/`, why))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const why = describeOdd(entry) ?? (entry.isDirectory() ? null : unwanted(path));
      if (why !== null) leave(path, why);
      else if (!entry.isDirectory()) readInto(path);
      else if (depth < deepest) walk(path, depth + 1);
      else leave(`${path}/`, `deeper than ${deepest} folders`);
    }
  };
  const readInto = (path: string) => {
    try {
      texts.set(path, files.read(join(root, path)));
    } catch (error) {
      if (error instanceof UnreadableError && error.kind === 'encoding') decodeInto(path);
      else leave(path, describeFailure(error));
    }
  };
  const decodeInto = (path: string) => {
    const { text, guess, broken } = decodeText(files.readNamedBytes(join(root, path)));
    if (guess !== null) notes.push(importNote('guessed', `encoding ${guess}`, '', path));
    if (broken > 0) leave(path, 'not UTF-8 text');
    else texts.set(path, text);
  };
  walk('', 0);
  return { texts, notes };
}

function listEntries(folder: string, fail: (why: string) => void): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    fail(describeFailure(error));
    return [];
  }
}

function describeOdd(entry: Dirent): string | null {
  if (entry.isSymbolicLink()) return 'a symbolic link, which is not followed';
  return entry.isFile() || entry.isDirectory() ? null : 'not a regular file';
}

function describeFailure(error: unknown): string {
  if (error instanceof UnreadableError) return error.reason;
  const code = errorCode(error);
  if (code === undefined) throw error;
  return code === 'EACCES' ? 'it may not be read' : `it cannot be read (${code})`;
}
