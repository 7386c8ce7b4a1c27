import { countedIn, sayProgress } from '../../backlog/progress.js';
import { drawTextBar } from '../../chart/text-bar.js';
import type { GoalProgress } from '../../ops/product/goals.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';

/** A block for each goal on a terminal, a row in a pipe. */
export function renderGoals(goals: readonly GoalProgress[], style: Style): string {
  if (!style.isTerminal) return tabulateGoals(goals, style);
  if (goals.length === 0) return 'No open goals. Add one with: storymark add -t goal';
  return goals.map((goal) => describeGoal(goal, style)).join('\n\n');
}

const barWidth = 20;

function describeGoal(goal: GoalProgress, style: Style): string {
  const { id, title, status, items, unestimated, against } = goal;
  const { unit, all, done } = countedIn(goal);
  const share = all === 0 ? 0 : done / all;
  const open = unestimated === 0 ? '' : `, ${unestimated} open without an estimate`;
  const inItems = unit === 'items' ? '' : `, ${items.done} of ${count(items.all, 'item')}${open}`;
  const said = all === 0 ? 'no work yet' : `${sayProgress(goal)} done${inItems}`;
  return [
    `${style.bold(id)} ${title}${status === 'active' ? '' : style.dim(` (${status})`)}`,
    `  ${drawTextBar(share, barWidth)} ${said}`,
    ...describeMeasure(goal, style),
    `  ${style.dim(describeWeight(goal))}`,
    ...(against.length === 0 ? [] : [`  conflicts with ${against.join(', ')}`]),
  ].join('\n');
}

const shownReadings = 6;

/** `messages: 7 → 6 → 5, target 2 by 2027-Q1; last measured on 2 November 2026`. */
function describeMeasure(goal: GoalProgress, style: Style): readonly string[] {
  const { measure, readings, current, target, horizon, reached } = goal;
  if (measure === null && current === null) return ['  no measure yet: set measure and target'];
  const last = readings.slice(-shownReadings).map(({ value }) => String(value));
  const cut = readings.length > shownReadings ? '… → ' : '';
  const values = last.length > 0 ? cut + last.join(' → ') : String(current ?? 'not measured yet');
  const by = horizon === null ? '' : ` by ${horizon}`;
  const aim = target === null ? '' : `, target ${target}${by}${reached ? ' (reached)' : ''}`;
  const read = readings.at(-1);
  const on = read === undefined ? '' : `; last measured on ${style.day(read.on)}`;
  return [`  ${measure ?? 'measure'}: ${values}${aim}${style.dim(on)}`];
}

function describeWeight({ weight, stakeholders }: GoalProgress): string {
  const who =
    stakeholders.length === 0 ? 'no stakeholder linked' : `for ${stakeholders.join(', ')}`;
  return `weight ${weight}, ${who}`;
}

function tabulateGoals(goals: readonly GoalProgress[], style: Style): string {
  return style.table({
    columns: ['id', 'status', 'done', 'all', 'current', 'target', 'weight', 'title'].map(
      (title) => ({
        title,
      }),
    ),
    rows: goals.map((goal) => [
      goal.id,
      goal.status ?? '',
      String(countedIn(goal).done),
      String(countedIn(goal).all),
      String(goal.current ?? ''),
      String(goal.target ?? ''),
      String(goal.weight),
      goal.title,
    ]),
  });
}
