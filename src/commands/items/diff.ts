import { join } from 'node:path';
import { type Backlog, createBacklog } from '../../backlog/backlog.js';
import { findMergeBase } from '../../git/revision-files.js';
import { type BacklogDiff, diffBacklogs } from '../../ops/items/diff-backlogs.js';
import { publishBacklog } from '../../ops/items/publish-backlog.js';
import { settingsFile } from '../../store/locate.js';
import type { Style } from '../../terminal/style.js';
import { openForReading } from '../check/check-paths.js';
import { openRevision } from '../shared/at-revision.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog } from '../shared/read-backlog.js';
import { renderDiff, writeDiffMarkdown } from './diff-text.js';

interface Shown extends BacklogDiff {
  readonly from: string;
  /** Null stands for the files as they are. */
  readonly to: string | null;
}

interface Printed {
  readonly diff: BacklogDiff;
  readonly isMarkdown: boolean;
}

export async function run(context: Context, input: Input): Promise<Outcome<Shown | Printed>> {
  const { from, to } = readRange(context, input.args[0]);
  const current = readBacklog(context);
  const before = await readAt(context, from, current);
  const after = to === null ? current : await readAt(context, to, current);
  const hides = input.option('format') === 'markdown' && !input.flag('private');
  const diff = hides
    ? diffBacklogs(publishBacklog(before), publishBacklog(after))
    : diffBacklogs(before, after);
  const isChanged = Object.values(diff).some((list) => list.length > 0);
  return {
    data:
      input.json === null
        ? { diff, isMarkdown: input.option('format') === 'markdown' }
        : { from, to, ...diff },
    exit: input.flag('exit-code') && isChanged ? 1 : 0,
    problems: after.problems,
  };
}

/** As git reads ranges: an end left open is HEAD, `A...B` starts where the two parted. */
function readRange({ cwd }: Context, range = 'HEAD') {
  const [, left = '', dots, right = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(range) ?? [];
  if (dots === undefined) return { from: range, to: null };
  const [from, to] = [left || 'HEAD', right || 'HEAD'];
  if (/^\./.test(right)) failUsage(`diff: a range is A..B, not "${range}"`);
  return { from: dots === '...' ? unwrap(findMergeBase(cwd, from, to)) : from, to };
}

/** The backlog of a commit; where it had none yet, an empty one. */
async function readAt(context: Context, name: string, current: Backlog): Promise<Backlog> {
  const { root } = context.store();
  const files = openRevision(context.files, root, name);
  if (!files.exists(join(root, settingsFile))) return createBacklog(current.settings, []);
  return unwrap((await openForReading(files, root)).read());
}

export function render(data: Shown | Printed, style: Style): string {
  if (!('diff' in data)) return '';
  return data.isMarkdown ? writeDiffMarkdown(data.diff) : renderDiff(data.diff, style);
}
