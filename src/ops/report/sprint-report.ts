import { type Backlog, getItem } from '../../backlog/backlog.js';
import { openBlockers } from '../../backlog/graph.js';
import { isInSprint } from '../../backlog/membership.js';
import { spellDone, spellSize } from '../../backlog/spell-progress.js';
import { type WayOfWorking, wayOf } from '../../backlog/way-of-working.js';
import { categoryOf } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { findSection } from '../../item/sections.js';
import { sectionTitle } from '../../language/section-titles.js';
import type { Words } from '../../language/words.js';
import type { Day } from '../../text/date.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import { capitalize } from '../../text/words.js';
import { type ScopeChange, type ShownSprint, showSprint } from '../sprints/show-sprint.js';
import type { Sprint } from '../sprints/sprints.js';
import { countDaysLeft } from '../sprints/team-calendar.js';

/** An item as a team talks about it. */
export interface ReportedItem {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly points: number | null;
  /** What the team counts: whether points are missed. */
  readonly unit: WayOfWorking['unit'];
  readonly assignee: string | null;
  /** Ids of what it waits for. */
  readonly blockers: readonly string[];
}

export interface SprintReport {
  readonly sprint: Omit<ShownSprint, 'items' | 'scope'>;
  readonly today: Day;
  /** Working days still to come, today among them; null where the sprint has no end. */
  readonly daysLeft: number | null;
  /** In the sprint, or done in it when it is closed; private ones are left out. */
  readonly items: readonly ReportedItem[];
  /** Of a closed sprint: what went on to another. */
  readonly carried: readonly ReportedItem[];
  readonly scope: readonly ScopeChange[];
  /** Of a closed sprint: what its file says. */
  readonly review: string;
  readonly retrospective: string;
  /** Private items that are not told of. */
  readonly hidden: number;
}

/** Where a sprint stands, or how it went. */
export function reportSprint(backlog: Backlog, sprint: Sprint, today: Day): SprintReport {
  const { items: _, scope, ...whole } = showSprint(backlog, sprint);
  const shown = sprint.item.private ? { ...whole, title: sprint.id } : whole;
  const body = sprint.item.private || !isEnded(sprint) ? '' : bodyOf(sprint.item.document);
  const isClosed = sprint.category === 'done';
  const find = (ids: readonly { readonly id: string }[]) =>
    ids.map(({ id }) => getItem(backlog, id)).filter((item) => item !== undefined);
  const inside = isClosed
    ? find(sprint.record.done)
    : backlog.work.filter((item) => isInSprint(item, sprint));
  const carried = isClosed ? find(sprint.record.carried) : [];
  const isPublic = (item: Item) => !item.private;
  const { end } = sprint;
  return {
    sprint: shown,
    today,
    daysLeft: countDaysLeft(backlog, end, today),
    items: inside.filter(isPublic).map((item) => reportItem(backlog, item)),
    carried: carried.filter(isPublic).map((item) => reportItem(backlog, item)),
    scope: scope.filter(({ id }) => getItem(backlog, id)?.private !== true),
    review: sectionOf(body, 'Review'),
    retrospective: sectionOf(body, 'Retrospective'),
    hidden: [...inside, ...carried].filter((item) => item.private).length,
  };
}

function isEnded({ category }: Sprint): boolean {
  return category === 'done';
}

/** Without the hints of the template. */
function sectionOf(body: string, title: string): string {
  const section = findSection(body, title);
  if (section === null) return '';
  const text = body.slice(section.heading.span[1], section.span[1]);
  return text.replace(/<!--[\s\S]*?-->/g, '').trim();
}

export function reportItem(backlog: Backlog, item: Item): ReportedItem {
  const { id, title, points, assignee } = item;
  return {
    id,
    title,
    points,
    unit: wayOf(backlog).unit,
    assignee,
    category: categoryOf(backlog.settings, item),
    blockers: openBlockers(backlog, item)
      .filter((blocker) => !blocker.private)
      .map((blocker) => blocker.id),
  };
}

export function writeSprintReport(report: SprintReport, words: Words): string {
  const { sprint, items, carried, scope, review, retrospective, hidden } = report;
  const list = (all: readonly ReportedItem[]) => all.map((item) => writeReportedItem(item, words));
  const of = (category: Category) => list(items.filter((item) => item.category === category));
  const title = sprint.title === sprint.id ? null : escapeMarkdown(sprint.title);
  const name = words.say('sprintName', { id: sprint.id });
  return [
    `# ${title === null ? name : words.say('entry', { title: name, text: title })}`,
    writeSprintFacts(report, words),
    ...joinSections([
      [words.say('headDone'), of('done')],
      [words.say('headDoing'), of('doing')],
      [words.say('headTodo'), of('todo')],
      [words.say('headCarried'), list(carried)],
      [words.say('headScope'), scope.map((change) => writeChange(change, words))],
      [
        words.say('headHidden'),
        hidden === 0 ? [] : [`- ${words.say('privateItems', { count: hidden })}`],
      ],
      [sectionTitle('review', words.tag), review === '' ? [] : [review]],
      [sectionTitle('retrospective', words.tag), retrospective === '' ? [] : [retrospective]],
    ]),
  ].join('\n\n');
}

/** `16 November 2026 to 29 November 2026, 5 working days left. 9 of 25 points done, 23 were committed.` */
export function writeSprintFacts({ sprint, daysLeft, today }: SprintReport, words: Words): string {
  const { totals } = sprint;
  const done = spellDone(totals.done, totals.now, totals.unit, words);
  const { committed } = totals;
  const taken = committed === null ? done : words.say('committed', { done, committed });
  return words.paragraph(
    [writeDays(sprint, daysLeft, today, words), taken]
      .filter((sentence) => sentence !== '')
      .map((sentence) => words.endSentence(capitalize(sentence))),
  );
}

function writeDays(
  { start, end, status }: SprintReport['sprint'],
  daysLeft: number | null,
  today: Day,
  words: Words,
): string {
  if (start === null || end === null) return '';
  const days = words.say('span', { from: words.day(start), by: words.day(end) });
  if (status === 'closed' || daysLeft === null) return days;
  if (end < today) return words.say('sprintOver', { days });
  return words.say('workingDaysLeft', { days, count: daysLeft });
}

export function writeReportedItem(item: ReportedItem, words: Words): string {
  const { id, title, points, unit, assignee, blockers } = item;
  const facts = [
    ...(points !== null
      ? [spellSize(points, 'points', words)]
      : unit === 'points'
        ? [words.say('notEstimated')]
        : []),
    ...(assignee === null ? [] : [escapeMarkdown(assignee)]),
    ...(blockers.length === 0 ? [] : [words.say('waitsFor', { ids: blockers.join(', ') })]),
  ];
  return `- ${id} ${escapeMarkdown(title)}${facts.length === 0 ? '' : ` (${words.joinFacts(facts)})`}`;
}

function writeChange(change: ScopeChange, words: Words): string {
  const { day, direction, points, id, title, reason } = change;
  const sign = direction === 'in' ? '+' : '−';
  const size = points === null ? '?' : words.number(points);
  const what = `${sign}${size} ${id} ${escapeMarkdown(title)}`;
  return `- ${words.day(day)}: ${words.joinFacts([what, escapeMarkdown(reason)])}`;
}
