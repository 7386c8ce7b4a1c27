import { dirname, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program itself: two levels up from here, in the sources as in the bundle. */
export const program = fileURLToPath(new URL('../../bin/storymark.js', import.meta.url));

/**
 * Lines of sh that set `$s` to the program: the one that wrote them, else one on PATH. They stand
 * in git's configuration or a hook, outlive installations, and run when any branch is checked out.
 * So a program inside the work tree (a project's own, in `node_modules`) is taken only while git
 * tracks nothing there: what a branch brings is not run.
 *
 * @param top of the work tree
 */
export function chooseProgram(top: string, own: string): readonly string[] {
  const inside = relative(top, own);
  const isInside = !inside.startsWith('..') && !isAbsolute(inside);
  const lines = [`s=${quote(own)}`];
  if (isInside) lines.push(`${readTracked(top, installedIn(inside))} || s=storymark`);
  return [...lines, 'command -v "$s" >/dev/null 2>&1 || s=storymark'];
}

/** The same for a hook, which a project may share: it names no path of this machine. */
export const chooseSharedProgram: readonly string[] = [
  's=storymark',
  'command -v "$s" >/dev/null 2>&1 || s=node_modules/.bin/storymark',
  `[ "$s" = storymark ] || ${readTracked('.', 'node_modules')} || s=storymark`,
];

/** An error is an answer too: nothing is known then. Git's hooks and drivers name another index. */
function readTracked(top: string, folder: string): string {
  const unset = 'unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE';
  return `[ -z "$(${unset}; git -C ${quote(top)} ls-files -- ${quote(folder)} 2>&1)" ]`;
}

/** The folder that holds the program and all it loads. */
function installedIn(path: string): string {
  const parts = path.split(sep);
  const modules = parts.indexOf('node_modules');
  return modules === -1 ? dirname(dirname(path)) : parts.slice(0, modules + 1).join('/');
}

function quote(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`;
}
