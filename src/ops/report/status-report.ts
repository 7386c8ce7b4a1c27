import { type Backlog, getItem } from '../../backlog/backlog.js';
import { percentDone, sayProgress } from '../../backlog/progress.js';
import { count } from '../../text/amount.js';
import { type Day, spellDay } from '../../text/date.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import { publishBacklog, publishEntries } from '../items/publish-backlog.js';
import { type GoalProgress, listGoalProgress } from '../product/goals.js';
import type { DueOutlook } from '../sprints/forecast-due.js';
import { usualOutlook } from '../sprints/forecast-outlook.js';
import { measurePace, sayTeamPace, type TeamPace } from '../sprints/pace.js';
import { planRoadmap, type RoadmapEntry } from '../sprints/roadmap.js';
import { listSprints } from '../sprints/sprints.js';
import { listLatePromises } from '../stakeholders/late-promises.js';
import { reportSprint, type SprintReport, writeSprintFacts } from './sprint-report.js';

interface LateLine {
  readonly title: string;
  readonly told: Day;
  readonly day: Day | null;
}

export interface StatusReport {
  readonly product: string | null;
  readonly today: Day;
  readonly goals: readonly GoalProgress[];
  /** Null when none runs. */
  readonly sprint: SprintReport | null;
  readonly velocity: TeamPace;
  /** Epics that are being done or come next, with when they are likely done. */
  readonly ahead: readonly RoadmapEntry[];
  /** There is enough history for the dates to mean something. */
  readonly enough: boolean;
  readonly late: readonly DueOutlook[];
  /** Epics further off, which are only counted. */
  readonly later: number;
  /** Days that people were told and that passed, or will not be kept. */
  readonly promises: readonly LateLine[];
}

/** How things stand, on a page, for people who do not read the backlog. */
export function reportStatus(backlog: Backlog, today: Day): StatusReport {
  const published = publishBacklog(backlog);
  const running = listSprints(backlog).find(({ category }) => category === 'doing');
  const roadmap = planRoadmap(backlog, usualOutlook(backlog, today));
  const entries = publishEntries(published, roadmap.entries);
  return {
    product: backlog.settings.product ?? null,
    today,
    goals: publishEntries(published, listGoalProgress(backlog)),
    sprint: running ? reportSprint(backlog, running, today) : null,
    velocity: measurePace(backlog, today),
    ahead: entries.filter(({ horizon }) => horizon !== 'later'),
    later: entries.filter(({ id, horizon }) => id !== null && horizon === 'later').length,
    enough: roadmap.enough,
    late: publishEntries(published, roadmap.late),
    promises: listLatePromises(backlog, today).flatMap(({ feedback, told, day }) => {
      const shown = getItem(published, feedback.id);
      return shown ? [{ title: shown.title, told, day }] : [];
    }),
  };
}

export function writeStatusReport(report: StatusReport): string {
  const { product, today, goals, sprint, velocity, ahead, enough, late, later, promises } = report;
  return [
    `# ${product === null ? 'Status' : escapeMarkdown(product)}, ${spellDay(today)}`,
    ...joinSections([
      ['Goals', goals.map(writeGoal)],
      ['This sprint', sprint === null ? [] : [writeSprintLine(sprint)]],
      ['Pace', writePace(velocity)],
      [
        'Ahead',
        [
          ...ahead.map((entry) => writeEntry(entry, enough)),
          ...(later === 0 ? [] : [`- and ${count(later, 'epic')} later`]),
        ],
      ],
      ['At risk', [...late.map(writeLate), ...promises.map(writePromise)]],
    ]),
  ].join('\n\n');
}

function writeGoal(goal: GoalProgress): string {
  const { title, measure, current, target, horizon } = goal;
  const share = percentDone(goal);
  const work =
    share === null ? 'no work yet' : `${share} % of the work done (${sayProgress(goal)})`;
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

function writePace(pace: TeamPace): readonly string[] {
  const said = sayTeamPace(pace);
  return said === '' ? [] : [`${said}.`];
}

function writeEntry(entry: RoadmapEntry, enough: boolean): string {
  const { title, percentiles } = entry;
  const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
  const progress = sayProgress(entry);
  const done = progress === '' ? '' : `, ${progress} done`;
  const range = safe === null || safe === even ? '' : ` to ${spellDay(safe)}`;
  const when =
    even === null
      ? ''
      : enough
        ? `, expected ${spellDay(even)}${range}`
        : `, ${spellDay(even)} at the pace so far`;
  return `- **${escapeMarkdown(title)}**${done}${when}`;
}

function writePromise({ title, told, day }: LateLine): string {
  const when = day === null ? 'it is still open' : `likely only by ${spellDay(day)}`;
  return `- ${escapeMarkdown(title)}: told for ${spellDay(told)}, ${when}`;
}

function writeLate({ title, due, date }: DueOutlook): string {
  const when = date === null ? 'no day is in sight' : `likely only by ${spellDay(date)}`;
  return `- ${escapeMarkdown(title)}: due on ${spellDay(due)}, ${when}`;
}
