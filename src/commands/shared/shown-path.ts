import { join, relative, sep } from 'node:path';

/** An absolute path as a person standing in `cwd` would write it. */
export function showPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/');
}

/** The same for paths relative to one folder, whose way there is worked out once for all of them. */
export function showPathsIn(cwd: string, folder: string): (path: string) => string {
  const way = showPath(cwd, folder);
  const prefix = way === '' ? '' : `${way}/`;
  // A way up is shortened by the way down that follows it.
  const isUp = (path: string) => path.startsWith('../');
  return (path) => (isUp(path) || isUp(prefix) ? showPath(cwd, join(folder, path)) : prefix + path);
}
