import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import type { MarkerStyle } from '../item/merge/conflict-markers.js';
import { failure, type Result, success } from '../text/problem.js';
import { driverName, hasMergeAttribute } from './attributes.js';
import { chooseProgram, program } from './program-line.js';
import { runGit, startGit } from './run-git.js';

const line = `*.md merge=${driverName}`;

/** `.gitattributes` with our line in it; what else a team has written there stays. */
export function addMergeAttribute(text: string | null): string {
  if (text === null || text === '') return `${line}\n`;
  if (hasMergeAttribute(text)) return text;
  return `${text}${text.endsWith('\n') ? '' : '\n'}${line}\n`;
}

const driverKey = `merge.${driverName}.driver`;

/**
 * The line git's configuration gets (gitattributes(5), "Defining a custom merge driver"). Git runs
 * it with sh from the top of the work tree. Whatever goes wrong, git's own merge by lines is made:
 * a driver that only failed would leave our side as if it were the result.
 */
export function driverCommand(top: string, own: string = program): string {
  const choose = chooseProgram(top, own).map((line) => line.replaceAll('%', '%%'));
  return [
    ...choose,
    '"$s" merge-driver %O %A %B %L %P %X %Y %S ||' +
      " { ! grep -q '^<<<<<<<' %A && git merge-file --marker-size=%L %A %O %B; }",
  ].join('; ');
}

/** What git runs to merge documents here, or null where it was told nothing. */
export function readDriver(folder: string): string | null {
  const found = runGit(folder, ['config', '--get', driverKey]);
  return found.ok ? found.value.replace(/\n$/, '') : null;
}

/** Tells this repository's git, work trees included, how to merge documents. */
/** @param top of the work tree */
export function installDriver(top: string): Result<null> {
  const settings = [
    [`merge.${driverName}.name`, 'storymark: field by field'],
    [driverKey, driverCommand(top)],
  ] as const;
  for (const [key, value] of settings) {
    const set = runGit(top, ['config', '--local', key, value], { door: 'write' });
    if (!set.ok) return set;
  }
  return success(null);
}

/** A file git hands to a driver, or null when it is not UTF-8 text. */
export function readMergeFile(path: string): string | null {
  const bytes = readFileSync(path);
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

/** The result goes where our side was. Git made the file, and removes it. */
export function writeMergeFile(path: string, text: string): void {
  writeFileSync(path, text);
}

/**
 * Whether conflicts are to show what both sides began with too (`merge.conflictStyle`). diff3 and
 * zdiff3 are one to us: a conflict holds no more than what differs.
 */
export function showsBase(folder: string): boolean {
  const found = runGit(folder, ['config', '--get', 'merge.conflictStyle']);
  return found.ok && /^z?diff3$/.test(found.value.trim());
}

/** Git's own merge by lines; gives the number of conflicts, 0 for none. */
export function mergeByLines(
  folder: string,
  files: { readonly base: string; readonly ours: string; readonly theirs: string },
  { ours, base, theirs, size }: MarkerStyle,
): Result<number> {
  const labels = [ours, base ?? 'base', theirs].flatMap((label) => ['-L', label]);
  const args = ['merge-file', ...labels, `--marker-size=${size}`];
  const answer = startGit(folder, [...args, '--', files.ours, files.base, files.theirs]);
  if (!answer.ok) return answer;
  const { status, stderr } = answer.value;
  // 255 is an error, 127 stands for that many conflicts or more.
  if (status < 128) return success(status);
  return failure({ kind: 'data', message: `git merge-file: ${stderr.trim()}` });
}
