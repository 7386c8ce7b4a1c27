import { join, resolve } from 'node:path';
import { initBacklog } from '../ops/init-backlog.js';
import { backlogFolder, locateBacklog, settingsFile } from '../store/locate.js';
import { readShippedFile } from '../store/shipped.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage } from './failure.js';

interface Made {
  readonly path: string;
  readonly settings: string;
}

export function run(context: Context, input: Input): Outcome<Made> {
  const folder = resolve(context.cwd, input.args[0] ?? '.');
  const root = join(folder, backlogFolder);
  const existing = locateBacklog(context.files, folder);
  if (existing === root || existing === folder) failUsage(`there is already a backlog in ${root}`);
  const path = join(input.args[0] ?? '', backlogFolder);
  return {
    data: { path, settings: join(path, settingsFile) },
    root,
    changes: initBacklog(readShippedFile(settingsFile), {
      product: input.option('product') ?? null,
      ids: input.option('ids') ?? null,
    }),
    commitMessage: 'Start a product backlog',
    notes: existing === null ? [] : [`note: it stands inside another backlog, ${existing}`],
  };
}

export function render({ path, settings }: Made, style: Style): string {
  if (!style.isTerminal) return path;
  return `Created ${path}/ with settings in ${settings}\nNext: storymark add`;
}
