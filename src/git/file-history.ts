import { type Result, success } from '../text/problem.js';
import { runGit } from './run-git.js';

/** One commit's change to a file; null where the file was not there before, or is not after. */
export interface FileVersion {
  readonly commit: string;
  readonly author: string;
  /** ISO 8601 with the author's zone. */
  readonly date: string;
  readonly message: string;
  /** Relative to the work tree's top; another than the next one's where it was renamed. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The commit only renamed it: `before` and `after` are then null, as git shows no text. */
  readonly isRename: boolean;
}

const commitMark = '\u0001';

/**
 * Every commit that changed a file, newest first, over renames, by one git call: whole texts come
 * with it as the context of each change. Commits that only merge are left out, as git does.
 */
export function readFileHistory(folder: string, path: string): Result<readonly FileVersion[]> {
  const log = runGit(folder, [
    '-c',
    'core.quotePath=false',
    'log',
    '--follow',
    `--format=${commitMark}%H%x00%an%x00%aI%x00%s`,
    '--patch',
    '--unified=1000000',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    '--',
    path,
  ]);
  if (!log.ok) return log;
  // Lines of a patch begin with a sign, so that the mark can only begin a commit.
  const parts = log.value.split(new RegExp(`^${commitMark}`, 'm')).slice(1);
  return success(parts.map(readVersion));
}

function readVersion(part: string): FileVersion {
  const [head = '', ...lines] = part.split('\n');
  const [commit = '', author = '', date = '', message = ''] = head.split('\0');
  const start = lines.findIndex((line) => line.startsWith('@@ '));
  const header = start === -1 ? lines : lines.slice(0, start);
  const named = (word: string) => header.find((line) => line.startsWith(word))?.slice(word.length);
  const path = named('rename to ') ?? named('+++ b/') ?? named('--- a/') ?? '';
  const texts = readTexts(start === -1 ? [] : lines.slice(start));
  return {
    commit,
    author,
    date,
    message,
    path: path.replace(/\t$/, ''),
    before: start === -1 || named('new file') !== undefined ? null : texts.before,
    after: start === -1 || named('deleted file') !== undefined ? null : texts.after,
    isRename: start === -1 && named('rename to ') !== undefined,
  };
}

/** Both versions from hunks that leave out nothing. */
function readTexts(lines: readonly string[]): { readonly before: string; readonly after: string } {
  let before = '';
  let after = '';
  let sign = ' ';
  for (const line of lines) {
    if (line.startsWith('\\')) {
      // "\ No newline at end of file", said of the line above.
      if (sign !== '+') before = before.slice(0, -1);
      if (sign !== '-') after = after.slice(0, -1);
      continue;
    }
    sign = line[0] ?? '';
    if (sign === ' ' || sign === '-') before += `${line.slice(1)}\n`;
    if (sign === ' ' || sign === '+') after += `${line.slice(1)}\n`;
  }
  return { before, after };
}

/** Whether only the end of the history is here. */
export function isShallow(folder: string): boolean {
  const found = runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return found.ok && found.value.trim() === 'true';
}
