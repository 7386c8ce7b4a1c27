import { join, resolve } from 'node:path';
import { initBacklog } from '../ops/init-backlog.js';
import { backlogFolder, locateBacklog, settingsFile } from '../store/locate.js';
import { readShippedFile } from '../store/shipped.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage } from './failure.js';
import type { MergeOutcome } from './init-git.js';
import type { HookOutcome } from './init-hooks.js';

interface Made {
  /** The new backlog; null when there was one and only a hook was asked for. */
  readonly path: string | null;
  readonly settings: string | null;
  readonly hook: string | null;
  /** Git merges its documents field by field. */
  readonly merges: boolean;
}

const noHook: HookOutcome = { hook: null, notes: [], exit: 0 };
const noMerge: MergeOutcome = { isSet: false, notes: [] };

export async function run(context: Context, input: Input): Promise<Outcome<Made>> {
  const folder = resolve(context.cwd, input.args[0] ?? '.');
  const root = join(folder, backlogFolder);
  const existing = locateBacklog(context.files, folder);
  const isThere = existing === root || existing === folder;
  if (isThere && !input.flag('hooks') && !input.flag('git')) {
    failUsage(`there is already a backlog in ${root}`);
  }
  const { changeAttributes, setUpMerges } = await import('./init-git.js');
  const hung = input.flag('hooks') ? await hang(context, folder, input) : noHook;
  const isMerged = !isThere || input.flag('git');
  const merge = isMerged ? setUpMerges(context, folder, input) : noMerge;
  const notes = [...hung.notes, ...merge.notes];
  const made = { hook: hung.hook, merges: merge.isSet };
  if (isThere) {
    const before = context.storeAt(existing).readFile('.gitattributes');
    const changes = isMerged ? [changeAttributes(before)] : [];
    return {
      data: { path: null, settings: null, ...made },
      root: existing,
      changes,
      commitMessage: 'Have git merge the backlog field by field',
      notes,
      exit: hung.exit,
    };
  }
  const path = join(input.args[0] ?? '', backlogFolder);
  const nested = existing === null ? [] : [`note: it stands inside another backlog, ${existing}`];
  const settings = initBacklog(readShippedFile(settingsFile), {
    product: input.option('product') ?? null,
    ids: input.option('ids') ?? null,
  });
  return {
    data: { path, settings: join(path, settingsFile), ...made },
    root,
    changes: [...settings, changeAttributes(null)],
    commitMessage: 'Start a product backlog',
    notes: [...notes, ...nested],
    exit: hung.exit,
  };
}

/** Hooks need git, which a backlog alone does not. */
async function hang(context: Context, folder: string, input: Input): Promise<HookOutcome> {
  const { installHook } = await import('./init-hooks.js');
  const at = context.files.isFolder(folder) ? folder : context.cwd;
  return installHook(context, at, input.dryRun);
}

export function render({ path, settings, hook, merges }: Made, style: Style): string {
  if (!style.isTerminal) return [path, hook].filter((one) => one !== null).join('\n');
  return [
    ...(path === null ? [] : [`Created ${path}/ with settings in ${settings}`]),
    ...(hook === null ? [] : [`Git will check stories before each commit: ${hook}`]),
    ...(merges ? ['Git will merge its documents field by field'] : []),
    ...(path === null ? [] : ['Next: storymark add']),
  ].join('\n');
}
