import { relative, resolve, sep } from 'node:path';
import { allItems } from '../../backlog/backlog.js';
import { type CheckOptions, prepareSettings, printConfig } from '../../check/settings.js';
import type { Context } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { showPath } from '../shared/shown-path.js';
import { openForReading, unwrapIn } from './check-paths.js';
import { findBacklogAround } from './check-walk.js';

/** Every rule as it holds for one file, settings, overrides and the command line in. */
export async function describeConfig(context: Context, word: string, forced: CheckOptions) {
  const path = resolve(context.cwd, word);
  const root = findBacklogAround(context.files, path);
  if (root === null) {
    if (!context.files.exists(path)) failUsage(`there is no file ${word}`);
    const settings = unwrap(await prepareSettings({}, forced));
    return printConfig(settings, { path: showPath(context.cwd, path), item: null });
  }
  const show = (one: string) => showPath(context.cwd, resolve(root, one));
  const backlog = unwrapIn(root, (await openForReading(context.files, root)).read());
  const settings = unwrapIn(root, await prepareSettings(backlog.settings.check, forced));
  const inside = relative(root, path).split(sep).join('/');
  const item = allItems(backlog).find(({ document }) => document.path === inside) ?? null;
  if (item === null && !context.files.exists(path)) failUsage(`there is no file ${word}`);
  return { ...printConfig(settings, { path: inside, item }), path: show(inside) };
}
