import { type Backlog, getItem } from '../../backlog/backlog.js';
import { percentDone } from '../../backlog/progress.js';
import { spellProgress } from '../../backlog/spell-progress.js';
import type { Words } from '../../language/words.js';
import type { Day } from '../../text/date.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import { publishBacklog, publishEntries } from '../items/publish-backlog.js';
import { type GoalProgress, listGoalProgress } from '../product/goals.js';
import type { DueOutlook } from '../sprints/forecast-due.js';
import { usualOutlook } from '../sprints/forecast-outlook.js';
import { measurePace, type TeamPace } from '../sprints/pace.js';
import { planRoadmap, type RoadmapEntry } from '../sprints/roadmap.js';
import { listSprints } from '../sprints/sprints.js';
import { listLatePromises } from '../stakeholders/late-promises.js';
import { spellPace } from './spell-progress.js';
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

export function writeStatusReport(report: StatusReport, words: Words): string {
  const { product, today, goals, sprint, velocity, ahead, enough, late, later, promises } = report;
  const title = product === null ? words.say('statusTitle') : escapeMarkdown(product);
  const pace = spellPace(velocity, words);
  return [
    `# ${title}, ${words.day(today)}`,
    ...joinSections([
      [words.say('headGoals'), goals.map((goal) => writeGoal(goal, words))],
      [words.say('headThisSprint'), sprint === null ? [] : [writeSprintLine(sprint, words)]],
      [words.say('headPace'), pace === '' ? [] : [words.endSentence(pace)]],
      [
        words.say('headAhead'),
        [
          ...ahead.map((entry) => writeEntry(entry, enough, words)),
          ...(later === 0 ? [] : [`- ${words.say('laterEpics', { count: later })}`]),
        ],
      ],
      [
        words.say('headRisk'),
        [
          ...late.map((one) => writeLate(one, words)),
          ...promises.map((one) => writePromise(one, words)),
        ],
      ],
    ]),
  ].join('\n\n');
}

/** `- **Faster refunds**: 9 of 25 points done (36%); days to refund: 8, target 5 by 2027-Q1`. */
function writeGoal(goal: GoalProgress, words: Words): string {
  const { title, measure, current } = goal;
  const share = percentDone(goal);
  const work =
    share === null
      ? words.say('noWork')
      : `${spellProgress(goal, words)} (${words.percent(share / 100)})`;
  const hasMeasure = measure !== null && current !== null;
  const world = hasMeasure ? `; ${escapeMarkdown(measure)}: ${writeAim(goal, words)}` : '';
  return writeLine(title, [`${work}${world}`], words);
}

function writeAim({ current, target, horizon }: GoalProgress, words: Words): string {
  if (target === null) return `${current}`;
  const aim =
    horizon === null
      ? words.say('target', { target })
      : words.say('targetBy', { target, horizon: escapeMarkdown(horizon) });
  return `${current}, ${aim}`;
}

function writeSprintLine(report: SprintReport, words: Words): string {
  const { id, title } = report.sprint;
  const goal = title === id ? '' : `**${escapeMarkdown(title)}**. `;
  return `${goal}${writeSprintFacts(report, words)}`;
}

function writeEntry(entry: RoadmapEntry, enough: boolean, words: Words): string {
  const [even, safe] = [entry.percentiles['50'].date, entry.percentiles['85'].date];
  const when = even === null ? '' : writeExpected(even, safe, enough, words);
  const title = entry.id === null ? words.say('withoutEpic') : entry.title;
  return writeLine(title, [spellProgress(entry, words), when], words);
}

function writeExpected(even: Day, safe: Day | null, enough: boolean, words: Words): string {
  const day = words.day(even);
  if (!enough) return words.say('paceSoFar', { day });
  if (safe === null || safe === even) return words.say('expectedOn', { day });
  return words.say('expectedSpan', { from: day, by: words.day(safe) });
}

function writePromise({ title, told, day }: LateLine, words: Words): string {
  const when =
    day === null ? words.say('stillOpen') : words.say('likelyBy', { day: words.day(day) });
  return writeLine(title, [words.say('promisedFor', { day: words.day(told) }), when], words);
}

function writeLate({ title, due, date }: DueOutlook, words: Words): string {
  const when =
    date === null ? words.say('noDateInSight') : words.say('likelyBy', { day: words.day(date) });
  return writeLine(title, [words.say('dueOn', { day: words.day(due) }), when], words);
}

function writeLine(title: string, facts: readonly string[], words: Words): string {
  const name = `**${escapeMarkdown(title)}**`;
  const text = words.joinFacts(facts);
  return `- ${text === '' ? name : words.say('entry', { title: name, text })}`;
}
