import { join, resolve } from 'node:path';
import { initBacklog } from '../../ops/setup/init-backlog.js';
import { backlogFolder, locateBacklog, settingsFile } from '../../store/locate.js';
import { readShippedFile } from '../../store/shipped.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
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

/** What git was told of the backlog. */
interface Ties {
  readonly hung: HookOutcome;
  readonly merge: MergeOutcome;
}

export async function run(context: Context, input: Input): Promise<Outcome<Made>> {
  const folder = resolve(context.cwd, input.args[0] ?? '.');
  const root = join(folder, backlogFolder);
  const existing = locateBacklog(context.files, folder);
  const isTie = input.flag('hooks') || input.flag('git');
  // Whoever only ties a backlog to git may stand anywhere in it.
  const isMeant = isTie && input.args[0] === undefined;
  const isThere = existing !== null && (isMeant || existing === root || existing === folder);
  if (isThere && !isTie) failUsage(`there is already a backlog in ${root}`);
  const hung = input.flag('hooks') ? await hang(context, folder, input) : noHook;
  const merge = isThere && !input.flag('git') ? noMerge : await tie(context, folder, input);
  return isThere
    ? tieOld(context, existing, input, { hung, merge })
    : makeNew(root, existing, input, { hung, merge });
}

async function makeNew(
  root: string,
  around: string | null,
  input: Input,
  { hung, merge }: Ties,
): Promise<Outcome<Made>> {
  const { changeAttributes } = await import('./init-git.js');
  const path = join(input.args[0] ?? '', backlogFolder);
  const nested = around === null ? [] : [`note: it is inside another backlog, ${around}`];
  const files = initBacklog(readShippedFile(settingsFile), {
    product: input.option('product') ?? null,
    ids: input.option('ids') ?? null,
  });
  const settings = join(path, settingsFile);
  return {
    data: { path, settings, hook: hung.hook, merges: merge.isSet },
    root,
    changes: [...files, changeAttributes(null)],
    commitMessage: 'Start a product backlog',
    notes: [...hung.notes, ...merge.notes, ...nested],
    exit: hung.exit,
  };
}

async function tieOld(
  context: Context,
  root: string,
  input: Input,
  { hung, merge }: Ties,
): Promise<Outcome<Made>> {
  const { attributesFile, changeAttributes } = await import('./init-git.js');
  const before = context.storeAt(root).readFile(attributesFile);
  return {
    data: { path: null, settings: null, hook: hung.hook, merges: merge.isSet },
    root,
    changes: input.flag('git') ? [changeAttributes(before)] : [],
    commitMessage: 'Have git merge the backlog field by field',
    notes: [...hung.notes, ...merge.notes],
    exit: hung.exit,
  };
}

async function tie(context: Context, folder: string, input: Input): Promise<MergeOutcome> {
  const { setUpMerges } = await import('./init-git.js');
  return setUpMerges(context, folder, input);
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
