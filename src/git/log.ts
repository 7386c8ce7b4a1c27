import { type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

/** A commit and what it did to the files it was asked about. */
export interface LogEntry {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601 with the author's zone. */
  readonly date: string;
  /** The committer's, which `git log` sorts by: a day, and seconds since 1970. */
  readonly day: string;
  readonly time: number;
  readonly subject: string;
  readonly files: readonly ChangedFile[];
}

export interface ChangedFile {
  readonly path: string;
  /** Another than `path` where it was renamed. */
  readonly oldPath: string;
  /** `oldPath` stays: only its text was taken. */
  readonly isCopy: boolean;
  /** Names of blobs: in each parent, and after; null where the file is not there. */
  readonly before: readonly (string | null)[];
  readonly after: string | null;
  /** With `lines`: those taken away and added, each behind its sign. */
  readonly lines: readonly string[];
}

export interface LogQuery {
  /** Below the folder; its paths are given from there, with `isFromTop` from the work tree's top. */
  readonly paths: readonly string[];
  readonly isFromTop?: boolean;
  readonly revision?: string;
  /** Over renames of the one path. */
  readonly follows?: boolean;
  /** Only this commit, with what it renamed. */
  readonly renamesIn?: string;
  /**
   * `own`: what a merge commit changed that none of its parents had. `firstParent`: only the
   * commits of this branch, each merge with all that it brought.
   */
  readonly merges?: 'own' | 'firstParent';
  /** Git's own letters: `A` for added, `D` for deleted. */
  readonly filter?: string;
  /** Changed lines too; `touching` leaves out commits that change no line like this. */
  readonly lines?: boolean;
  readonly touching?: string;
  /** Only the newest commit that brought or took this, in any case; merges are left out. */
  readonly bringing?: string;
}

const mark = '\u0001';
const fields = ['%H', '%an', '%aI', '%cs', '%ct', '%s'];

/** Commits newest first, none before what came of it. One git call; no configuration has a say. */
export function readLog(folder: string, query: LogQuery): Result<readonly LogEntry[]> {
  const isOwn = query.merges !== 'firstParent';
  const revision = query.renamesIn ?? query.revision;
  const log = runGit(folder, [
    'log',
    '--topo-order',
    '-z',
    '--raw',
    '--no-abbrev',
    `--format=${mark}${fields.join('%x00')}`,
    '--encoding=UTF-8',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
    isOwn ? '--diff-merges=combined' : '--diff-merges=first-parent',
    ...(isOwn ? [] : ['--first-parent']),
    query.isFromTop ? '--no-relative' : '--relative',
    // A file that becomes a link is two changes in a patch, and one in its list.
    `--diff-filter=${query.filter ?? 'ACDMR'}`,
    ...nameRenames(query),
    // `--text`, as attributes may call every file binary.
    ...(query.lines ? ['--patch', '--unified=0', '--text'] : []),
    ...(query.touching === undefined ? [] : [`-G${query.touching}`]),
    ...findNewest(query),
    ...(revision === undefined ? [] : ['--end-of-options', revision]),
    '--',
    ...query.paths,
  ]);
  if (log.ok) return success(readEntries(log.value, query.lines ?? false));
  const isNew = log.problems.some(({ message }) =>
    message.includes('does not have any commits yet'),
  );
  return isNew ? success([]) : log;
}

function nameRenames({ follows, renamesIn }: LogQuery): readonly string[] {
  if (renamesIn !== undefined) return ['-1', '--find-renames', '-l10000'];
  return follows ? ['--follow'] : ['--no-renames'];
}

function findNewest({ bringing }: LogQuery): readonly string[] {
  if (bringing === undefined) return [];
  return ['-1', '--no-merges', '--regexp-ignore-case', '--pickaxe-regex', `-S${bringing}`];
}

function readEntries(text: string, hasPatch: boolean): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  let at = 0;
  const next = () => {
    const end = text.indexOf('\0', at);
    const part = text.slice(at, end === -1 ? undefined : end);
    at = end === -1 ? text.length : end + 1;
    return part;
  };
  while (at < text.length) {
    const [commit = '', author = '', date = '', day = '', time, subject = ''] = fields.map(next);
    // A line end before the files of a commit, a NUL before those of a merge.
    if (text[at] !== mark) at++;
    const files: ChangedFile[] = [];
    while (text[at] === ':') files.push(readFile(next(), next));
    let patches: readonly (readonly string[])[] = [];
    if (hasPatch && files.length > 0) {
      at++;
      // Lines of a patch begin with a sign, so that the mark can only begin a commit.
      const end = text.indexOf(`\n${mark}`, at);
      const patch = text.slice(at, end === -1 ? undefined : end + 1);
      at = end === -1 ? text.length : end + 1;
      patches = splitPatch(patch);
    }
    entries.push({
      commit: commit.slice(mark.length),
      author,
      date,
      day,
      time: Number(time),
      subject,
      files: files.map((file, index) => ({ ...file, lines: patches[index] ?? [] })),
    });
  }
  return entries;
}

/** `:MODE MODE BLOB BLOB STATUS`, a colon, a mode, a blob and a letter for each parent. */
function readFile(head: string, next: () => string): ChangedFile {
  const parents = head.lastIndexOf(':') + 1;
  const words = head.slice(parents).split(' ');
  const blobs = words.slice(parents + 1, -1).map((blob) => (/^0+$/.test(blob) ? null : blob));
  const oldPath = next();
  const status = words.at(-1) ?? '';
  // Merges name no files as renamed.
  const path = parents === 1 && /^[RC]/.test(status) ? next() : oldPath;
  const isCopy = path !== oldPath && status.startsWith('C');
  const [after = null, ...before] = blobs.toReversed();
  return { path, oldPath, isCopy, before: before.toReversed(), after, lines: [] };
}

/** The changed lines of each file, in order. */
function splitPatch(patch: string): readonly (readonly string[])[] {
  return patch
    .split(/^diff --.*\n/m)
    .slice(1)
    .map((part) => {
      const start = part.search(/^@@/m);
      if (start === -1) return [];
      const hunks = part.slice(start);
      // A sign for each parent: `@@@` begins the hunks of a merge of two.
      const parents = hunks.search(/[^@]/) - 1;
      return hunks.split('\n').flatMap((line) => readLine(line, parents));
    });
}

/** Of a merge's lines, those that no parent had, and those that one or more lost. */
function readLine(line: string, parents: number): readonly string[] {
  const signs = line.slice(0, parents);
  if (signs.includes('-')) return [`-${line.slice(parents)}`];
  return /^\++$/.test(signs) ? [`+${line.slice(parents)}`] : [];
}
