import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSet } from '../backlog/change-set.js';
import { failure, type Problem, type Result, success, usage } from '../text/problem.js';
import { findGitFolder } from './git-folder.js';
import { readBlobs } from './revision-files.js';
import { findWorkTree, runGit } from './run-git.js';

/** What git does half of, and then commits whole or not at all. */
const unfinished = [
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
] as const;

/**
 * Fails where git could not commit just these changes: outside of a work tree, in the middle of a
 * merge, or where a file holds another change that no commit has yet, which would go along. A file
 * git does not know at all is committed whole.
 *
 * @param cwd in the work tree; the backlog's folder, `root`, may not be there yet
 */
export function checkCommittable(cwd: string, root: string, changes: ChangeSet): Result<null> {
  const top = findWorkTree(cwd);
  if (!top.ok) return top;
  const gitFolder = findGitFolder(cwd);
  const [, step] =
    unfinished.find(([name]) => gitFolder && existsSync(join(gitFolder, name))) ?? [];
  if (step !== undefined) {
    const message = `a ${step} is in progress; finish it or omit --commit`;
    return usage(message);
  }
  if (!existsSync(root)) return success(null);
  const firsts = new Map<string, string | null>();
  for (const { path, before } of changes) if (!firsts.has(path)) firsts.set(path, before);
  const places = ['HEAD:./', ':./'];
  const names = [...firsts.keys()].flatMap((path) => places.map((place) => place + path));
  const known = readBlobs(
    root,
    names.map((name) => ({ path: name, hash: name })),
  );
  if (!known.ok) return known;
  const held = [...firsts].filter(([path, before]) => {
    const [head, staged] = places.map((place) => textOf(known.value.get(place + path)));
    return head !== staged || (head !== null && head !== withPlainEnds(before));
  });
  return held.length === 0
    ? success(null)
    : failure(...held.map(([path]) => ({ kind: 'usage', path, message: heldBack }) as const));
}

const heldBack =
  'has uncommitted changes that --commit would include; commit them first or omit --commit';

function textOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : withPlainEnds(Buffer.from(bytes).toString('utf8'));
}

/** Git may write other line ends into the work tree than it keeps. */
function withPlainEnds<T extends string | null>(text: T): T | string {
  return text === null ? text : text.replaceAll('\r\n', '\n');
}

/** Commits just the files of a change set below `folder`, whatever else is staged or changed. */
export function commitChanges(folder: string, changes: ChangeSet, message: string): Result<null> {
  const { paths, added } = sortPaths(folder, changes);
  const write = (args: readonly string[], names: readonly string[]) =>
    runWhenUnlocked(() => runGit(folder, args, { door: 'write', input: names.join('\0') }));
  const given = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  // `--only` takes what git knows: of a new file its name, so that a failure stages nothing.
  const add = ['add', '--intent-to-add', '--sparse', ...given];
  const known = added.length === 0 ? null : write(add, added);
  if (known && !known.ok) return failure(...known.problems.map(explain));
  const committed = write(['commit', '--quiet', '-m', message, '--only', ...given], paths);
  if (committed.ok) return success(null);
  if (known) write(['update-index', '--force-remove', '-z', '--stdin'], added);
  return failure(...committed.problems.map(explain));
}

/** Milliseconds another git may take. */
const patience = 10_000;

/** Git gives up at once where another holds its index or a ref; in a crowd one's turn comes. */
function runWhenUnlocked(run: () => Result<string>): Result<string> {
  const end = performance.now() + patience;
  for (;;) {
    const done = run();
    if (done.ok || performance.now() > end || !isLocked(done.problems)) return done;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 + Math.random() * 80);
  }
}

/** The name of the file stands in git's words in every language. */
function isLocked(problems: readonly Problem[]): boolean {
  return problems.some(({ message }) => /(?:index|HEAD)\.lock|cannot lock ref/.test(message));
}

/** What git can commit, and of that what is new to it; a file gone that it never knew is nothing. */
function sortPaths(folder: string, changes: ChangeSet) {
  const all = [...new Set(changes.map(({ path }) => path))];
  const input = all.map((path) => `:./${path}\n`).join('');
  const asked = runGit(folder, ['cat-file', '--batch-check'], { input });
  const answers = asked.ok ? asked.value.split('\n') : [];
  const tracked = new Set(all.filter((_, index) => !answers[index]?.endsWith(' missing')));
  const there = new Map(changes.map(({ path, after }) => [path, after !== null]));
  const paths = all.filter((path) => there.get(path) || tracked.has(path));
  return { paths, added: paths.filter((path) => !tracked.has(path)) };
}

function explain(problem: Problem): Problem {
  return { ...problem, message: `written, but not committed: ${problem.message}` };
}
