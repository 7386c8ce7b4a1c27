import { listStaged, type StagedEpic } from '../../ops/product/stages.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { readBacklog } from '../shared/read-backlog.js';
import { renderBoard } from './stage-text.js';

export function run(context: Context, input: Input): Outcome<readonly StagedEpic[]> {
  const backlog = readBacklog(context);
  return { data: listStaged(backlog, input.flag('all')), problems: backlog.problems };
}

export function render(data: readonly StagedEpic[], style: Style): string {
  return renderBoard(data, style);
}
