import { type Result, success } from '../text/problem.js';
import { findGitFolder } from './git-folder.js';
import { type ChangedFile, type LogEntry, type LogQuery, readLog } from './log.js';
import { runGit } from './run-git.js';

/** What a backlog's folder always holds, wherever it is. */
const marker = 'backlog.yaml';

/** Paths below the folder, wherever it was. */
type FolderQuery = Omit<LogQuery, 'isFromTop' | 'follows' | 'renamesIn'>;

/** Where the folder was, seen from the top and with `/` at its end, up to a commit. */
interface Former {
  readonly prefix: string;
  readonly revision: string | undefined;
}

/**
 * As `readLog`, of a backlog's folder and of those it was moved from, with the path of each file
 * as if the folder had always been here: moving it is no change. Null outside a repository.
 */
export function readFolderLog(
  folder: string,
  query: FolderQuery,
): Result<readonly LogEntry[] | null> {
  const place = findPlace(folder);
  if (!place.ok) return findGitFolder(folder) === null ? success(null) : place;
  const { prefix, toTop } = place.value;
  return readFrom({ folder, toTop, query }, { prefix, revision: query.revision });
}

/**
 * Files that commits deleted from a backlog's folder or from one it was moved from, those deleted
 * last first, by their paths from the folder as it is now. Moving it deletes none.
 */
export function listDeletedInFolder(folder: string): Result<readonly string[]> {
  const place = findPlace(folder);
  if (!place.ok) return place;
  const { prefix, toTop } = place.value;
  const reading = { folder, toTop, query: { paths: [''], filter: 'D' } };
  const read = readFrom(reading, { prefix, revision: undefined });
  if (!read.ok) return read;
  const here = `${toTop}${prefix}`;
  return success(
    read.value.flatMap(({ files }) =>
      files.map(({ oldPath }) => (oldPath.startsWith(here) ? oldPath.slice(here.length) : oldPath)),
    ),
  );
}

function findPlace(folder: string) {
  const here = runGit(folder, ['rev-parse', '--show-prefix']);
  if (!here.ok) return here;
  const prefix = here.value.replace(/\n$/, '');
  return success({ prefix, toTop: '../'.repeat(prefix.split('/').length - 1) });
}

interface Reading {
  readonly folder: string;
  readonly toTop: string;
  readonly query: FolderQuery;
}

function readFrom(reading: Reading, former: Former): Result<readonly LogEntry[]> {
  const { folder, toTop, query } = reading;
  const { prefix, revision } = former;
  const inside = (path: string) => `${toTop}${prefix}${path}`;
  const at = { isFromTop: true, ...(revision === undefined ? {} : { revision }) };
  const log = readLog(folder, { ...query, ...at, paths: query.paths.map(inside) });
  if (!log.ok) return log;
  const entries = log.value.map((entry) => cutPrefix(entry, prefix, toTop));
  const arrivals = readLog(folder, { ...at, paths: [inside(marker)], filter: 'A' });
  if (!arrivals.ok) return arrivals;
  const arrival = arrivals.value.at(-1)?.commit;
  if (arrival === undefined) return success(entries);
  const move = readMove(reading, arrival, prefix);
  if (!move.ok) return move;
  if (move.value === null) return success(entries);
  const { from, entry: moved } = move.value;
  const earlier = readFrom(reading, { prefix: from, revision: `${arrival}^` });
  if (!earlier.ok) return earlier;
  const later = entries.map((entry) => (entry.commit === arrival ? moved : entry));
  return success([...later, ...earlier.value]);
}

/** What a commit changed in the files it moved here from another folder; null where it moved none. */
function readMove(
  { folder, toTop, query }: Reading,
  commit: string,
  prefix: string,
): Result<{ readonly from: string; readonly entry: LogEntry } | null> {
  const { merges, lines } = query;
  const read = readLog(folder, {
    paths: [],
    isFromTop: true,
    renamesIn: commit,
    ...(merges ? { merges } : {}),
    ...(lines ? { lines } : {}),
  });
  if (!read.ok) return read;
  const [entry] = read.value;
  const froms = (entry?.files ?? []).flatMap(({ path, oldPath }) => {
    const name = path.slice(prefix.length);
    if (!path.startsWith(prefix) || !`/${oldPath}`.endsWith(`/${name}`)) return [];
    const from = oldPath.slice(0, oldPath.length - name.length);
    return from === prefix ? [] : [from];
  });
  const from = mostFrequent(froms);
  if (entry === undefined || from === undefined) return success(null);
  const files = cutPrefix(entry, prefix, toTop).files.filter(
    ({ before, after }) => before[0] !== after,
  );
  return success({ from, entry: { ...entry, files } });
}

/** Of a commit, the files below a folder, by their paths in there, and where they really were. */
function cutPrefix(entry: LogEntry, prefix: string, toTop: string): LogEntry {
  const cut = (file: ChangedFile): ChangedFile => {
    const path = file.path.slice(prefix.length);
    return { ...file, path, oldPath: `${toTop}${file.path}` };
  };
  const files = entry.files.filter(({ path }) => path.startsWith(prefix));
  return { ...entry, files: files.map(cut) };
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
