import { allItems, type Backlog } from '../../backlog/backlog.js';
import { createMembership, isInSprint, listFeedbackFrom } from '../../backlog/membership.js';
import { listCounted, measureSize } from '../../backlog/progress.js';
import { wayOf } from '../../backlog/way-of-working.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import type { Words } from '../../language/words.js';
import type { ScoreModel } from '../../score/define-model.js';
import { type Day, daysBetween, isDay } from '../../text/date.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import { listSprints } from '../sprints/sprints.js';
import { type AskedQuestion, listQuestions } from '../stakeholders/questions.js';
import { prepareReply, type Reply } from '../stakeholders/reply.js';
import { writeAnswer, writeQuestions } from '../stakeholders/reply-text.js';

/** The size of something, and how much of them go to what a stakeholder asked for. */
export interface Share {
  readonly theirs: number;
  readonly all: number;
}

export interface StakeholderReport {
  readonly id: string;
  readonly name: string;
  readonly today: Day;
  /** What they said, the newest first, with what came of it. */
  readonly asked: readonly AskedFor[];
  /** Of the running sprint; null when none runs. */
  readonly sprint: Share | null;
  /** Of all open work. */
  readonly open: Share;
  /** Asked of them, in public documents, and not answered yet. */
  readonly questions: readonly AskedQuestion[];
}

export interface AskedFor {
  readonly title: string;
  readonly reply: Reply;
  /** Days since they said it, while nothing or not all of it is there; else null. */
  readonly waiting: number | null;
}

/** What one stakeholder asked for, what came of it, and how much of the work is theirs. */
export function reportStakeholder(
  backlog: Backlog,
  stakeholder: Item,
  model: ScoreModel,
  today: Day,
): StakeholderReport {
  const feedback = listFeedbackFrom(backlog, stakeholder).filter((one) => !one.private);
  const asked = feedback.map((one): AskedFor => {
    const reply = prepareReply(backlog, one, model, today);
    const isWaiting = reply.outcome === 'undecided' || reply.outcome === 'open';
    const since = reply.on !== null && isDay(reply.on) ? daysBetween(reply.on, today) : null;
    return { title: one.title, reply, waiting: isWaiting ? since : null };
  });
  const membersOf = createMembership(backlog, () => null);
  const theirs = new Set(feedback.flatMap(membersOf));
  const { unit } = wayOf(backlog);
  const share = (items: readonly Item[]): Share => {
    const counted = listCounted(backlog, items);
    return {
      theirs: measureSize(
        counted.filter((item) => theirs.has(item)),
        unit,
      ),
      all: measureSize(counted, unit),
    };
  };
  const running = listSprints(backlog).find(({ category }) => category === 'doing');
  return {
    id: stakeholder.id,
    name: stakeholder.title,
    today,
    asked: asked.toSorted((a, b) => ((a.reply.on ?? '') < (b.reply.on ?? '') ? 1 : -1)),
    sprint: running ? share(backlog.work.filter((item) => isInSprint(item, running))) : null,
    open: share(backlog.work.filter((item) => isOpen(backlog.settings, item))),
    questions: listQuestions(backlog, {
      items: allItems(backlog).filter((item) => !item.private),
    }).filter(({ to }) => to === stakeholder.title),
  };
}

/** In the words of a reply: for somebody who never saw the backlog. */
export function writeStakeholderReport(report: StakeholderReport, words: Words): string {
  const { name, today, asked, sprint, open, questions } = report;
  const waiting = asked
    .filter((one) => one.waiting !== null)
    .toSorted((a, b) => (b.waiting ?? 0) - (a.waiting ?? 0));
  const answers = asked.map(({ title, reply }) =>
    [
      `### ${escapeMarkdown(title)}`,
      reply.on === null ? '' : words.say('youTold', { day: words.day(reply.on) }),
      // What is asked of them stands together below.
      writeAnswer({ ...reply, questions: [] }, words),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  return [
    `# ${words.say('forName', { name: escapeMarkdown(name), day: words.day(today) })}`,
    ...(asked.length === 0 ? [words.say('nothingAsked')] : []),
    ...(answers.length === 0 ? [] : [`## ${words.say('whatYouTold')}`, ...answers]),
    ...writeQuestions({ questions: questions.map(({ question }) => question) }, words),
    ...joinSections([
      [
        words.say('shareTitle'),
        [
          ...(sprint === null ? [] : writeShare('shareNow', sprint, words)),
          ...writeShare('shareOpen', open, words),
        ],
      ],
      [
        words.say('waitingTitle'),
        waiting.map(({ title, waiting: count }) => {
          const line = words.say('waiting', { title: escapeMarkdown(title), count: count ?? 0 });
          return `- ${line}`;
        }),
      ],
    ]),
  ].join('\n\n');
}

function writeShare(
  key: 'shareNow' | 'shareOpen',
  { theirs, all }: Share,
  words: Words,
): readonly string[] {
  if (all === 0) return [];
  return [`- ${words.say(key, { share: words.percent(theirs / all) })}`];
}
