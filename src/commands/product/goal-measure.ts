import type { Backlog } from '../../backlog/backlog.js';
import { createBacklog } from '../../backlog/backlog.js';
import { readReadings } from '../../exchange/readings.js';
import { readDocument } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import type { Reading } from '../../item/reading.js';
import { changeEach } from '../../ops/items/change-item.js';
import {
  addReadings,
  type GoalProgress,
  listGoalProgress,
  requireGoal,
} from '../../ops/product/goals.js';
import type { Style } from '../../terminal/style.js';
import { inFile } from '../order/score-import.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItem } from '../shared/read-backlog.js';
import { readInputText } from '../shared/read-input-text.js';
import { renderGoals } from './goals-text.js';

export async function run(
  context: Context,
  input: Input,
): Promise<Outcome<readonly GoalProgress[]>> {
  const backlog = readBacklog(context);
  const given = await readGiven(context, input, backlog);
  const goals = [...given.keys()];
  const changes = unwrap(
    changeEach(goals, (goal) => addReadings(backlog, goal, given.get(goal) ?? [])),
  );
  const documents = changes.map(({ path, after }) => unwrap(readDocument(path, after ?? '')));
  const others = [...backlog.work, ...backlog.around].filter((item) => !goals.includes(item));
  const now = createBacklog(backlog.settings, [
    ...others.map(({ document }) => document),
    ...documents,
  ]);
  const data = listGoalProgress(now, true).filter(({ id }) => goals.some((goal) => goal.id === id));
  const reached = data.filter((one) => one.reached && one.status === 'active');
  return {
    data,
    changes,
    commitMessage: `Measure ${goals.map(({ id }) => id).join(', ')}`,
    notes: reached.map(
      ({ id }) => `note: ${id} has reached its target: run storymark set ${id} status=reached`,
    ),
  };
}

async function readGiven(
  context: Context,
  input: Input,
  backlog: Backlog,
): Promise<ReadonlyMap<Item, readonly Reading[]>> {
  const [reference, text] = input.args;
  const file = input.option('import');
  const goalOf = (name: string) => unwrap(requireGoal(readItem(backlog, name)));
  if (file === undefined) {
    if (reference === undefined || text === undefined) {
      failUsage('give the goal and the value: storymark goal measure GOAL 42');
    }
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
      failUsage(`expected a number of 0 or more, not "${text}"`);
    }
    return new Map([[goalOf(reference), [{ on: readDay(context, backlog, input), value }]]]);
  }
  if (text !== undefined) failUsage('--import takes the values from its file: do not give any');
  const given = new Map<Item, Reading[]>();
  for (const { goal, on, value, line } of inFile(
    file,
    readReadings(await readInputText(context, file)),
  )) {
    const name = reference ?? goal;
    if (name === null)
      failUsage(`${file}:${line}: no goal given: add GOAL, or use rows of goal, date, value`);
    const item = goalOf(name);
    given.set(item, [...(given.get(item) ?? []), { on, value }]);
  }
  return given;
}

export function render(data: readonly GoalProgress[], style: Style): string {
  return renderGoals(data, style);
}
