import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, relative, resolve } from 'node:path';
import { findGitFolder, findSharedGitFolder } from './git-folder.js';

/**
 * The one place that starts git. What a clone or an unpacked archive brings is not to be trusted,
 * `.git/config` included, so a read runs none of the programs a configuration can name, asks no
 * other computer and leaves the index as it is. A write runs what `git commit` would run: the
 * user's hooks, filters and signatures.
 */
export type GitDoor = 'read' | 'write';

export type Settings = readonly (readonly [name: string, value: string])[];

type Environment = Readonly<Record<string, string | undefined>>;

/** The user's own: who commits, where their configuration and git's programs are. */
const personal =
  /^GIT_(?:AUTHOR_\w+|COMMITTER_\w+|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|ATTR_NOSYSTEM)$/;

/**
 * What `git rev-parse --local-env-vars` lists: true of one repository only. Git sets them for its
 * hooks, which may call us for another one.
 */
const local =
  /^GIT_(?:DIR|WORK_TREE|IMPLICIT_WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|GRAFT_FILE|SHALLOW_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|QUARANTINE_PATH|CONFIG_(?:PARAMETERS|COUNT|(?:KEY|VALUE)_\d+))$/;

/** These change what our own arguments mean, or name a repository by the way. */
const misleading =
  /^GIT_(?:(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS|CONFIG|PREFIX|INTERNAL_\w+|NAMESPACE|DIFF_OPTS|EXTERNAL_DIFF)$/;

const fixed: Readonly<Record<GitDoor, Environment>> = {
  read: {
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone fetches what it lacks, from where its configuration says.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_TERMINAL_PROMPT: '0',
    // Some of git's reasons are told apart by their words.
    LC_ALL: 'C',
  },
  write: {},
};

/** The environment of a git child that works in `folder`. */
export function gitEnvironment(folder: string, door: GitDoor, settings: Settings): Environment {
  const { env } = process;
  const isKept = (name: string) =>
    !name.startsWith('GIT_') ||
    personal.test(name) ||
    (door === 'write' && !local.test(name) && !misleading.test(name));
  const kept: Record<string, string | undefined> = {
    ...pick(env, isKept),
    ...readRepository(folder, env),
  };
  for (const name of Object.keys(kept)) {
    // A program of the clone named git is not git.
    if (/^path$/i.test(name)) kept[name] = keepAbsolute(kept[name] ?? '');
  }
  return { ...kept, ...fixed[door], ...nameSettings(kept, settings) };
}

function pick(env: Environment, isPicked: (name: string) => boolean): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isPicked(name)));
}

/** Like `git -c`, for names with `=` in them too; after what the user's environment sets. */
function nameSettings(kept: Environment, settings: Settings): Environment {
  if (settings.length === 0) return {};
  const first = Number(kept['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const pairs = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, name],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(first + settings.length) };
}

function keepAbsolute(path: string): string {
  return path.split(delimiter).filter(isAbsolute).join(delimiter);
}

/** What the environment says of a repository, where all of it is true of the one around `folder`. */
function readRepository(folder: string, env: Environment): Environment {
  const { GIT_DIR: dir, GIT_COMMON_DIR: common, GIT_WORK_TREE: tree } = env;
  const { GIT_INDEX_FILE: index, GIT_OBJECT_DIRECTORY: objects } = env;
  const own = findGitFolder(folder);
  const said = pick(env, (name) => local.test(name));
  if (own === null) {
    // Dotfiles: only the environment ties such a work tree to its repository.
    const isTied = dir !== undefined && tree !== undefined && isInside(resolve(tree), folder);
    return isTied ? { ...said, GIT_DIR: resolve(dir), GIT_WORK_TREE: resolve(tree) } : {};
  }
  const shared = findSharedGitFolder(folder) ?? own;
  const top = findTop(folder);
  const isAbout =
    (dir === undefined || isSame(resolve(dir), own)) &&
    (common === undefined || isSame(resolve(common), shared)) &&
    (tree === undefined || isSame(resolve(tree), top)) &&
    (index === undefined || isIndexOf(own, resolve(top, index))) &&
    (objects === undefined || isInside(shared, resolve(top, objects)));
  if (!isAbout) return {};
  // Git finds the repository from the folder; with GIT_DIR it would take that for the work tree.
  const isFound = /^GIT_(?:DIR|COMMON_DIR|WORK_TREE|IMPLICIT_WORK_TREE)$/;
  const rest = pick(said, (name) => !isFound.test(name));
  return index === undefined ? rest : { ...rest, GIT_INDEX_FILE: resolve(top, index) };
}

/** One in git's folder, or made by a program elsewhere than in another's. */
function isIndexOf(own: string, index: string): boolean {
  const place = dirname(index);
  return isSame(place, own) || !existsSync(resolve(place, 'HEAD'));
}

function findTop(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(resolve(at, '.git')) || dirname(at) === at) return at;
  }
}

function isSame(left: string, right: string): boolean {
  return real(left) === real(right);
}

function isInside(outer: string, inner: string): boolean {
  const way = relative(real(outer), real(inner));
  return !way.startsWith('..') && !isAbsolute(way);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
