import { relative, resolve, sep } from 'node:path';
import { isCommit, listChangedFiles, listStagedFiles } from '../../git/changed-files.js';
import { readIndexFiles } from '../../git/revision-files.js';
import { findWorkTree } from '../../git/run-git.js';
import { countsFile } from '../../ops/check/count-findings.js';
import type { FileSystem } from '../../store/file-system.js';
import { isIgnoredName, settingsFile } from '../../store/locate.js';
import { layInstead, layOver } from '../../store/overlay.js';
import { compileGlobs, isGlob } from '../../text/glob.js';
import type { Context } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readInputBytes } from '../shared/read-input-text.js';
import { type Grouped, groupPicks, type Pick } from './check-group.js';
import type { CheckRequest } from './check-request.js';
import {
  expandGlob,
  findBacklogs,
  findEnclosingBacklog,
  isIgnoredPath,
  isMarkdown,
  walkFiles,
} from './check-walk.js';

/** What a command line comes down to. */
export interface Selection extends Grouped {
  /** The disk, or the disk with the index's or standard input's text in place. */
  readonly files: FileSystem;
  readonly notes: readonly string[];
}

export async function selectFiles(context: Context, request: CheckRequest): Promise<Selection> {
  if (request.readsStdin) return selectStdin(context, request);
  if (request.scope !== 'files') return selectFromGit(context, request);
  if (request.paths.length > 0) return selectPaths(context, request);
  return finish(context.files, [{ kind: 'backlog', root: context.store().root }]);
}

function finish(files: FileSystem, picks: readonly Pick[], notes: readonly string[] = []) {
  return { files, notes, ...groupPicks(files, picks) };
}

async function selectStdin(context: Context, request: CheckRequest): Promise<Selection> {
  const path = resolve(context.cwd, request.stdinName);
  const contents = new Map([[path, await readInputBytes(context)]]);
  return finish(layOver(context.files, contents), [{ kind: 'file', path, isNamed: true }]);
}

async function selectPaths(context: Context, request: CheckRequest): Promise<Selection> {
  const { files, cwd } = context;
  const picks: Pick[] = [];
  const notes: string[] = [];
  for (const word of request.paths) {
    const path = resolve(cwd, word);
    if (files.isFolder(path)) picks.push(...pickFolder(context, word, request.ignores));
    else if (files.exists(path)) {
      const isIgnored = request.ignores && isIgnoredPath(cwd, path);
      if (isIgnored) notes.push(`${word} is ignored; check it with --no-ignore`);
      else picks.push({ kind: 'file', path, isNamed: true });
    } else if (isGlob(word)) {
      const found = await expandGlob(files, cwd, word, request.ignores);
      if (found.length === 0) failUsage(`no Markdown file matches ${word}`);
      picks.push(...found.map((one) => ({ kind: 'file', path: one, isNamed: false }) as const));
    } else failUsage(`there is no file or folder ${word}`);
  }
  return finish(files, picks, notes);
}

/** Part of a backlog, or the backlogs in a folder, or else its Markdown files. */
function pickFolder({ files, cwd }: Context, word: string, ignores: boolean): readonly Pick[] {
  const path = resolve(cwd, word);
  const root = findEnclosingBacklog(files, path);
  if (root !== null) return [root === path ? { kind: 'backlog', root } : { kind: 'folder', path }];
  const roots = findBacklogs(files, path);
  if (roots.length > 0) return roots.map((one) => ({ kind: 'backlog', root: one }));
  const found = [...walkFiles(files, path, (name) => !ignores || !isIgnoredName(name))];
  const markdown = found.filter(isMarkdown);
  if (markdown.length === 0) failUsage(`there is no Markdown file in ${word}`);
  return markdown.map((one) => ({ kind: 'file', path: one, isNamed: false }));
}

/** Of the files that git names, those asked for; standalone ones only where paths say so. */
async function selectFromGit(context: Context, request: CheckRequest): Promise<Selection> {
  const { cwd } = context;
  const { base, words } = readBase(context, request);
  const isStaged = request.scope === 'staged';
  const listed = unwrap(isStaged ? listStagedFiles(cwd) : listChangedFiles(cwd, base));
  const files = isStaged ? openIndex(context) : context.files;
  const matches = await matchWords(context, files, words);
  const picks = listed.flatMap((path): readonly Pick[] => {
    const root = findEnclosingBacklog(files, path);
    // Other settings may change what is found anywhere.
    const isSettings = root !== null && [settingsFile, countsFile].includes(relative(root, path));
    if (isSettings) return words.length === 0 ? [{ kind: 'backlog', root }] : [];
    const isRequested = isMarkdown(path) && files.exists(path) && matches(path);
    if (!isRequested || (request.ignores && isIgnoredPath(cwd, path))) return [];
    return root !== null || words.length > 0 ? [{ kind: 'file', path, isNamed: false }] : [];
  });
  return finish(files, picks);
}

/** `--changed WORD`: a commit, or else a path to look in. */
function readBase({ cwd, files }: Context, { base, paths }: CheckRequest) {
  const isPath = base !== null && !isCommit(cwd, base) && files.exists(resolve(cwd, base));
  return isPath ? { base: null, words: [base, ...paths] } : { base, words: paths };
}

function openIndex(context: Context): FileSystem {
  const top = unwrap(findWorkTree(context.cwd));
  const endings = ['.md', '.markdown', settingsFile, countsFile];
  return layInstead(context.files, unwrap(readIndexFiles(context.cwd, endings)), top);
}

/** Whether a file is one of those named, in one of the folders named, or matches a glob. */
async function matchWords(
  { cwd, files: disk }: Context,
  files: FileSystem,
  words: readonly string[],
) {
  if (words.length === 0) return () => true;
  const globs = words.filter((word) => isGlob(word) && !disk.exists(resolve(cwd, word)));
  const places = words.filter((word) => !globs.includes(word)).map((word) => resolve(cwd, word));
  for (const place of places) {
    if (!disk.exists(place) && !files.exists(place)) {
      failUsage(`there is no file or folder ${relative(cwd, place)}`);
    }
  }
  const matchesGlob =
    globs.length === 0 ? () => false : unwrap(await compileGlobs(globs, { dot: true }));
  return (path: string) =>
    places.some((place) => path === place || path.startsWith(place + sep)) ||
    matchesGlob(relative(cwd, path).split(sep).join('/'));
}
