import { dirname, relative, resolve, sep } from 'node:path';
import { type Backlog, createBacklog, getItem } from '../../backlog/backlog.js';
import { isUrl, stageOf } from '../../backlog/stages.js';
import { categoryOf } from '../../backlog/workflow.js';
import { readDocument } from '../../item/document.js';
import { type Item, toItem } from '../../item/item.js';
import { isStage, type Stage, stages } from '../../item/kind.js';
import {
  describeStage,
  type Evidence,
  listStaged,
  moveStage,
  requireEpic,
  type StagedEpic,
} from '../../ops/product/stages.js';
import type { Style } from '../../terminal/style.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { confirmChanges } from '../shared/confirm-changes.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItem } from '../shared/read-backlog.js';
import { renderBoard, renderStage } from './stage-text.js';

export async function run(
  context: Context,
  input: Input,
): Promise<Outcome<StagedEpic | readonly StagedEpic[]>> {
  const backlog = readBacklog(context);
  const [reference, wanted] = input.args;
  if (reference === undefined) return { data: listStaged(backlog), problems: backlog.problems };
  const epic = unwrap(requireEpic(readItem(backlog, reference)));
  if (wanted === undefined) return { data: describeStage(backlog, epic) };
  const target = readStage(epic, wanted);
  const change = unwrap(
    moveStage(backlog, epic, target, {
      evidence: input.options('evidence').map((word) => findEvidence(context, backlog, word)),
      force: input.option('force') ?? null,
      on: readDay(context, backlog, input),
    }),
  );
  await confirmChanges(context, input, backlog, [change]);
  const after = unwrap(readDocument(change.path, change.after ?? ''));
  const documents = [...backlog.work, ...backlog.around]
    .filter((item) => item !== epic)
    .map(({ document }) => document);
  const now = createBacklog(backlog.settings, [...documents, after]);
  return {
    data: describeStage(now, toItem(after)),
    changes: [change],
    commitMessage: `Move ${epic.id} to ${target}`,
  };
}

function readStage(epic: Item, word: string): Stage {
  if (isStage(word)) return word;
  if (word !== 'next') {
    failUsage(`unknown stage "${word}".${didYouMean(word, stages)} (next, ${stages.join(', ')})`);
  }
  const stage = stageOf(epic);
  const next = stages[stage === null ? 0 : stages.indexOf(stage) + 1];
  return next ?? failUsage(`${epic.id} is in ${stage}, which is the last stage`);
}

/** Evidence that is not there is none. */
function findEvidence(context: Context, backlog: Backlog, word: string): Evidence {
  const [, named = '', rest = ''] = /^([a-z]+)=(.+)$/s.exec(word) ?? [];
  const stage = isStage(named) ? named : null;
  const text = (stage === null ? word : rest).trim();
  if (isUrl(text)) {
    if (/\s/.test(text)) failUsage(`--evidence ${text}: a URL cannot contain spaces`);
    return { text, kind: 'url', stage };
  }
  const item = getItem(backlog, text);
  if (item) {
    if (categoryOf(backlog.settings, item) === 'done')
      return { text: item.id, kind: 'item', stage };
    failUsage(`--evidence ${item.id}: it is ${item.status ?? 'open'}, not done`);
  }
  const path = resolve(context.cwd, text);
  if (text === '' || !context.files.exists(path)) {
    failUsage(`--evidence ${text}: not an existing file or item, and not a URL`);
  }
  const shown = relative(dirname(context.store().root), path).split(sep).join('/');
  if (shown.startsWith('..')) failUsage(`--evidence ${text}: the file is outside the repository`);
  return { text: shown, kind: 'path', stage };
}

export function render(data: StagedEpic | readonly StagedEpic[], style: Style): string {
  return 'id' in data ? renderStage(data, style) : renderBoard(data, style);
}
