import { type Backlog, getItem } from '../../backlog/backlog.js';
import { measureVelocity, type Velocity } from '../../plan/velocity.js';
import { type Day, spellDay } from '../../text/date.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import type { DueOutlook } from '../forecast-due.js';
import { listClosed } from '../forecast-history.js';
import { usualOutlook } from '../forecast-outlook.js';
import { type GoalProgress, listGoalProgress } from '../goals.js';
import { planRoadmap, type RoadmapEntry } from '../roadmap.js';
import { listSprints } from '../sprints.js';
import { reportSprint, type SprintReport, writeSprintFacts } from './sprint-report.js';

export interface StatusReport {
  readonly product: string | null;
  readonly today: Day;
  readonly goals: readonly GoalProgress[];
  /** Null when none runs. */
  readonly sprint: SprintReport | null;
  readonly velocity: Velocity;
  /** Epics that are being done or come next, with when they are likely done. */
  readonly ahead: readonly RoadmapEntry[];
  /** There is enough history for the dates to mean something. */
  readonly enough: boolean;
  readonly late: readonly DueOutlook[];
}

/** How things stand, on a page, for people who do not read the backlog. */
export function reportStatus(backlog: Backlog, today: Day): StatusReport {
  const isPublic = (id: string | null) => id === null || getItem(backlog, id)?.private !== true;
  const running = listSprints(backlog).find(({ category }) => category === 'doing');
  const roadmap = planRoadmap(backlog, { ...usualOutlook, today });
  return {
    product: backlog.settings.product ?? null,
    today,
    goals: listGoalProgress(backlog).filter(({ id }) => isPublic(id)),
    sprint: running ? reportSprint(backlog, running, today) : null,
    velocity: measureVelocity(listClosed(backlog).map(({ id, record }) => ({ id, record }))),
    ahead: roadmap.entries.filter(({ id, horizon }) => horizon !== 'later' && isPublic(id)),
    enough: roadmap.enough,
    late: roadmap.late.filter(({ id }) => isPublic(id)),
  };
}

export function writeStatusReport(report: StatusReport): string {
  const { product, today, goals, sprint, velocity, ahead, enough, late } = report;
  return [
    `# ${product === null ? 'Status' : escapeMarkdown(product)}, ${spellDay(today)}`,
    ...joinSections([
      ['Goals', goals.map(writeGoal)],
      ['This sprint', sprint === null ? [] : [writeSprintLine(sprint)]],
      ['Pace', writePace(velocity)],
      ['Ahead', ahead.map((entry) => writeEntry(entry, enough))],
      ['At risk', late.map(writeLate)],
    ]),
  ].join('\n\n');
}

function writeGoal({ title, points, measure, current, target, horizon }: GoalProgress): string {
  const share = points.all === 0 ? null : Math.round((100 * points.done) / points.all);
  const work = share === null ? 'no work yet' : `${share} % of the work done`;
  const by = horizon === null ? '' : ` by ${escapeMarkdown(horizon)}`;
  const aim = target === null ? '' : `, ${target} wanted${by}`;
  const world =
    measure === null || current === null ? '' : `; ${escapeMarkdown(measure)}: ${current}${aim}`;
  return `- **${escapeMarkdown(title)}**: ${work}${world}`;
}

function writeSprintLine(report: SprintReport): string {
  const { id, title } = report.sprint;
  const goal = title === id ? '' : `**${escapeMarkdown(title)}**. `;
  return `${goal}${writeSprintFacts(report)}`;
}

function writePace({ mean, spread }: Velocity): readonly string[] {
  if (mean === null || spread === null) return [];
  const count = spread.sprints === 1 ? 'the last sprint' : `the last ${spread.sprints} sprints`;
  const range = spread.least === spread.most ? '' : `, between ${spread.least} and ${spread.most}`;
  return [`${Math.round(mean)} points a sprint over ${count}${range}.`];
}

function writeEntry({ title, points, percentiles }: RoadmapEntry, enough: boolean): string {
  const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
  const done = points.all === 0 ? '' : `, ${points.done} of ${points.all} points done`;
  const range = safe === null || safe === even ? '' : ` to ${spellDay(safe)}`;
  const sure = enough ? '' : ' (an early guess)';
  const when = even === null ? '' : `, expected ${spellDay(even)}${range}${sure}`;
  return `- **${escapeMarkdown(title)}**${done}${when}`;
}

function writeLate({ title, due, date }: DueOutlook): string {
  const when = date === null ? 'no day is in sight' : `likely only by ${spellDay(date)}`;
  return `- ${escapeMarkdown(title)}: due on ${spellDay(due)}, ${when}`;
}
