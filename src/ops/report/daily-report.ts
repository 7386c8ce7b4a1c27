import type { Backlog } from '../../backlog/backlog.js';
import { isInSprint } from '../../backlog/membership.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import type { Words } from '../../language/words.js';
import { isWorkingDay, listDays, type WorkingDays } from '../../plan/working-days.js';
import { addDays, type Day } from '../../text/date.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import { reportBurndown } from '../sprints/burndown.js';
import { type AgingItem, measureBacklog } from '../sprints/measures.js';
import type { Sprint } from '../sprints/sprints.js';
import { workingDaysOf } from '../sprints/team-calendar.js';
import { type AskedQuestion, listQuestions } from '../stakeholders/questions.js';
import { spellEvenPace } from './spell-progress.js';
import {
  type ReportedItem,
  reportItem,
  reportSprint,
  type SprintReport,
  writeReportedItem,
  writeSprintFacts,
} from './sprint-report.js';

export interface DailyReport {
  readonly today: Day;
  /** The last working day: what happened on it and after is news. */
  readonly since: Day;
  readonly sprint: SprintReport;
  /** Points left, and what a straight line from the commitment to nothing would leave. */
  readonly left: { readonly points: number; readonly ideal: number } | null;
  readonly done: readonly ReportedItem[];
  readonly begun: readonly ReportedItem[];
  /** In progress, the oldest first. */
  readonly doing: readonly (ReportedItem & Pick<AgingItem, 'age' | 'old'>)[];
  readonly blocked: readonly ReportedItem[];
  readonly questions: readonly AskedQuestion[];
}

/** What a team looks at in the morning: the running sprint, and what changed in it. */
export function reportDaily(backlog: Backlog, sprint: Sprint, today: Day): DailyReport {
  const since = lastWorkingDay(workingDaysOf(backlog), today);
  const inside = backlog.work.filter((item) => isInSprint(item, sprint) && !item.private);
  const open = (item: Item) => ['todo', 'doing'].includes(categoryOf(backlog.settings, item));
  const isNews = (day: Day | null) => day !== null && day >= since && day <= today;
  const report = (items: readonly Item[]) => items.map((item) => reportItem(backlog, item));
  const { aging } = measureBacklog(backlog, { today, since: null, historyOf: () => noDates });
  const burndown = reportBurndown(backlog, sprint, today);
  const day = burndown.ok ? burndown.value.days.findLast((one) => one.day <= today) : undefined;
  const remaining = day?.left ?? null;
  return {
    today,
    since,
    sprint: reportSprint(backlog, sprint, today),
    left: day && remaining !== null ? { points: remaining, ideal: day.ideal } : null,
    done: report(
      inside.filter((item) => categoryOf(backlog.settings, item) === 'done' && isNews(item.done)),
    ),
    begun: report(inside.filter((item) => open(item) && isNews(item.started))),
    doing: aging.flatMap(({ id, age, old }) => {
      const item = inside.find((one) => one.id === id);
      return item ? [{ ...reportItem(backlog, item), age, old }] : [];
    }),
    blocked: report(inside.filter(open)).filter(({ blockers }) => blockers.length > 0),
    questions: listQuestions(backlog, { items: inside }),
  };
}

const noDates = { created: null, started: null, done: null };

/** On a Monday that is Friday; after days off the day before them. */
function lastWorkingDay(team: WorkingDays, today: Day): Day {
  const days = listDays(addDays(today, -60), addDays(today, -1));
  return days.findLast((day) => isWorkingDay(team, day)) ?? addDays(today, -1);
}

export function writeDailyReport(report: DailyReport, words: Words): string {
  const { today, since, sprint, left, done, begun, doing, blocked, questions } = report;
  const list = (all: readonly ReportedItem[]) => all.map((item) => writeReportedItem(item, words));
  const facts = [
    writeSprintFacts(sprint, words),
    ...(left === null ? [] : [writeLeft(report, left, words)]),
  ];
  return [
    `# ${words.say('dailyTitle', { day: words.day(today), id: sprint.sprint.id })}`,
    words.paragraph(facts),
    ...joinSections([
      [words.say('doneSince', { day: words.day(since) }), list(done)],
      [words.say('headStarted'), list(begun)],
      [
        words.say('headDoing'),
        doing.map((item) => `${writeReportedItem(item, words)}${writeAge(item, words)}`),
      ],
      [words.say('headWaiting'), list(blocked)],
      [words.say('headQuestions'), questions.map((one) => writeQuestion(one, words))],
    ]),
  ].join('\n\n');
}

function writeLeft(
  { sprint }: DailyReport,
  { points, ideal }: NonNullable<DailyReport['left']>,
  words: Words,
): string {
  const { unit } = sprint.sprint.totals;
  const size = words.say(unit === 'points' ? 'pointsLeft' : 'itemsLeft', { count: points });
  return words.endSentence(`${size}, ${spellEvenPace(points, ideal, words)}`);
}

function writeAge({ age, old }: Pick<AgingItem, 'age' | 'old'>, words: Words): string {
  return age === null ? '' : `, ${words.say(old ? 'ageOld' : 'ageDay', { age })}`;
}

function writeQuestion({ id, to, on, question }: AskedQuestion, words: Words): string {
  const asked = to === null ? id : words.say('askedTo', { id, name: escapeMarkdown(to) });
  const text = escapeMarkdown(question);
  const dated = on === null ? text : words.say('askedOn', { question: text, day: words.day(on) });
  return `- ${words.say('entry', { title: asked, text: dated })}`;
}
