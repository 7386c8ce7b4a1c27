import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, type Result, success, usage } from '../text/problem.js';
import { errorCode } from './file-system.js';

/** Names the files that were made; whatever else lies in the folder is somebody else's. */
export const markerFile = '.storymark-site';
const markerDraft = `${markerFile}.draft`;
const markerHead = 'storymark made these files and may replace or remove them:';

export interface PageFile {
  /** Relative to the folder, `/` between parts. */
  readonly path: string;
  readonly text: string;
}

export interface WrittenPages {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes a folder hold these files: writes those that differ, removes its own that are gone, and
 * touches nothing else. Fails, before anything is written, for a folder with files in it that it
 * did not make, and for a link in the way. Pages can be made again, so nothing waits for the disk.
 */
export function writePages(
  folder: string,
  files: readonly PageFile[],
  { dryRun }: { readonly dryRun: boolean },
): Result<WrittenPages> {
  try {
    const own = readMarker(folder);
    if (!own.ok) return own;
    const stranger = findStranger(folder, files, new Set(own.value));
    if (stranger !== null) return stranger;
    return success(replacePages(folder, files, own.value, dryRun));
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return failure({ kind: 'data', message: `the site cannot be written to ${folder} (${code})` });
  }
}

function replacePages(
  folder: string,
  files: readonly PageFile[],
  own: readonly string[],
  dryRun: boolean,
): WrittenPages {
  const paths = new Set(files.map(({ path }) => path));
  const removed = own.filter(
    (path) =>
      !paths.has(path) &&
      // A folder that is a link leads to somebody else's files.
      kindOf(join(folder, dirname(path))) === 'folder' &&
      kindOf(join(folder, path)) === 'file',
  );
  const isSame = ({ path, text }: PageFile) => readIfThere(join(folder, path)) === text;
  const unchanged = files.filter(isSame).map(({ path }) => path);
  const same = new Set(unchanged);
  const changed = files.filter(({ path }) => !same.has(path));
  if (!dryRun) {
    mkdirSync(folder, { recursive: true });
    // Before the pages, so that what an interrupted build leaves is known as its own.
    writeMarker(folder, [...new Set([...own, ...paths])]);
    for (const path of new Set(changed.map((file) => dirname(file.path)))) {
      mkdirSync(join(folder, path), { recursive: true });
    }
    for (const { path, text } of changed) writeFileSync(join(folder, path), text);
    for (const path of removed) rmSync(join(folder, path));
    removeEmptyFolders(folder, removed);
    writeMarker(folder, [...paths]);
  }
  return { written: changed.map(({ path }) => path), unchanged, removed };
}

/** The files a marker names; none in a folder that is empty or not there yet. */
function readMarker(folder: string): Result<readonly string[]> {
  // The folder itself may be a link that somebody chose.
  const kind = nameKind(statSync(folder, { throwIfNoEntry: false }));
  if (kind === 'none') return success([]);
  if (kind !== 'folder') return refuse(`${folder} is not a folder`);
  const marker = join(folder, markerFile);
  if (kindOf(marker) === 'file') {
    const [head, ...lines] = readFileSync(marker, 'utf8').split('\n');
    // What a marker names is removed, so one that names a way out of the folder is not believed.
    const paths = lines.filter((path) => path !== '');
    if (head === markerHead && paths.every(isPagePath)) return success(paths);
    return refuse(`${marker} was not written by storymark; remove the folder to build into it`);
  }
  if (readdirSync(folder).every((name) => name === markerDraft)) return success([]);
  return refuse(
    `${folder} is not empty and was not created by storymark site build; choose another folder, or empty it`,
  );
}

/** A file or link in the place of a page that no earlier build made, or a folder that is a link. */
function findStranger(
  folder: string,
  files: readonly PageFile[],
  own: ReadonlySet<string>,
): Result<never> | null {
  for (const path of new Set(files.map((file) => dirname(file.path)))) {
    const kind = kindOf(join(folder, path));
    if (path !== '.' && kind !== 'none' && kind !== 'folder') {
      return refuse(`${join(folder, path)} is in the way: it is not a folder`);
    }
  }
  for (const { path } of files) {
    const kind = kindOf(join(folder, path));
    if (kind === 'none' || (kind === 'file' && own.has(path))) continue;
    return refuse(`${join(folder, path)} already exists and was not created by storymark`);
  }
  return null;
}

function isPagePath(path: string): boolean {
  return /^(?:[a-z]+\/)?[\w~-][\w.~-]*\.(?:html|css|js|svg)$/.test(path);
}

/** By renaming, so that a full disk leaves no half of one, which would not be believed. */
function writeMarker(folder: string, paths: readonly string[]): void {
  const text = `${[markerHead, ...paths.toSorted()].join('\n')}\n`;
  const path = join(folder, markerFile);
  if (readIfThere(path) === text) return;
  const draft = join(folder, markerDraft);
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, text, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function removeEmptyFolders(folder: string, removed: readonly string[]): void {
  for (const path of new Set(removed.map(dirname))) {
    if (path === '.' || readdirSync(join(folder, path)).length > 0) continue;
    rmdirSync(join(folder, path));
  }
}

type Kind = 'none' | 'file' | 'folder' | 'other';

/** A link is neither file nor folder: what it leads to is not ours to write. */
function kindOf(path: string): Kind {
  return nameKind(lstatSync(path, { throwIfNoEntry: false }));
}

function nameKind(stat: Stats | undefined): Kind {
  if (!stat) return 'none';
  if (stat.isFile()) return 'file';
  return stat.isDirectory() ? 'folder' : 'other';
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function refuse(message: string): Result<never> {
  return usage(message);
}
