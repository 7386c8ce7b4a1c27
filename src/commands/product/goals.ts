import { type GoalProgress, listGoalProgress } from '../../ops/product/goals.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { readBacklog } from '../shared/read-backlog.js';
import { renderGoals } from './goals-text.js';

export function run(context: Context, input: Input): Outcome<readonly GoalProgress[]> {
  const backlog = readBacklog(context);
  return { data: listGoalProgress(backlog, input.flag('all')), problems: backlog.problems };
}

export function render(data: readonly GoalProgress[], style: Style): string {
  return renderGoals(data, style);
}
