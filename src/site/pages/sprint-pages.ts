import { drawBurndown } from '../../chart/burndown.js';
import { drawVelocity } from '../../chart/velocity.js';
import { shownBodyOf } from '../../item/document.js';
import { findSection } from '../../item/sections.js';
import { cutText } from '../../text/cut.js';
import { showChart } from '../chart-figure.js';
import { type Content, type Html, html, nothing } from '../html.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
  linkTo,
  linkWithId,
  showBody,
  showDay,
  showId,
  showSection,
  showStatus,
  showTable,
  titleOf,
} from '../parts.js';
import { sayNumber, saySize } from '../say.js';
import { sectionOf } from '../sections.js';
import type { SprintView } from '../site-view.js';

/** The sprints with their velocity, and a page for each with its review. */
export function sprintPages(site: Site): readonly Page[] {
  const { sprints, velocity } = site.view;
  if (sprints.length === 0) return [];
  const { path, name } = sectionOf.sprints;
  const list = paginate({ path, title: name, section: path }, sprints, (part) => {
    const chart =
      velocity.sprints.length > 0 &&
      showChart(drawVelocity(velocity), 'velocity', 'Velocity as a chart');
    return html`<h1>${name}</h1>
<p class="lead">What the team took on in each sprint, and what it finished.</p>
${part.number === 1 && chart}
${showSprints(part.rows, part.path)}
${part.pager}`;
  });
  return [...list, ...sprints.flatMap((sprint) => ownPages(site, sprint))];
}

function showSprints(sprints: readonly SprintView[], from: string): Html {
  return showTable(
    'Sprints, newest first',
    [
      { name: 'Sprint', isHeader: true },
      { name: 'State', isShort: true },
      { name: 'Days' },
      { name: 'In it', isNumber: true, isShort: true },
      { name: 'Committed', isNumber: true, isShort: true },
      { name: 'Done', isNumber: true, isShort: true },
      { name: 'Carried on', isNumber: true, isShort: true },
    ],
    sprints.map((sprint) => [
      linkWithId(sprint.item, from),
      sprint.state,
      sayDays(sprint),
      sayNumber(sprint.totals.now),
      sprint.totals.committed === null ? null : sayNumber(sprint.totals.committed),
      sprint.state === 'planned' ? null : sayNumber(sprint.totals.done),
      sprint.state === 'closed' ? sayNumber(sprint.totals.carried) : null,
    ]),
  );
}

export function sayDays({ start, end }: Pick<SprintView, 'start' | 'end'>): Content {
  if (start === null || end === null) return null;
  return html`${showDay(start)} to ${showDay(end)}`;
}

/** The goal as its file says it, without the heading; the title where it says none. */
export function goalText({ item }: SprintView): string {
  return sectionText(shownBodyOf(item.document), 'Sprint goal');
}

function sectionText(body: string, title: string): string {
  const section = findSection(body, title);
  return section === null ? '' : body.slice(section.heading.span[1], section.span[1]).trim();
}

function ownPages(site: Site, sprint: SprintView): readonly Page[] {
  const { item } = sprint;
  const spec = { path: pathOf(item), title: titleOf(item), section: sectionOf.sprints.path };
  return paginate(spec, sprint.items, ({ path, rows, number, pager }) => {
    const review = sectionText(shownBodyOf(item.document), 'Review');
    const about = html`${showBody(site, goalText(sprint), path)}
${showBurndown(sprint)}
${showSection('Review', showBody(site, review, path))}`;
    return html`<h1>${titleOf(item)}</h1>
<p class="under">Sprint ${showId(item)} ${showStatus(site.view.backlog, item)} ${sayDays(sprint)}</p>
<p>${sayPoints(sprint)}</p>
${number === 1 && about}
${showSection('Items', showItems(site, rows, path))}
${pager}`;
  });
}

export function sayPoints({ state, totals }: SprintView): string {
  const { committed, now, done, carried, unit } = totals;
  const all = saySize(committed ?? 0, unit);
  switch (state) {
    case 'planned':
      return `${saySize(now, unit)} planned.`;
    case 'running':
      return `${all} committed, ${sayNumber(done)} of ${sayNumber(now)} done so far.`;
    case 'closed':
      return `${all} committed, ${sayNumber(done)} done, ${sayNumber(carried)} carried on.`;
    default:
      return state satisfies never;
  }
}

export function showBurndown({ days }: SprintView): Html {
  return days === null ? nothing : showChart(drawBurndown(days), 'burndown', 'Burndown as a chart');
}

function showItems({ view: { backlog } }: Site, rows: SprintView['items'], from: string): Html {
  if (rows.length === 0) return nothing;
  return showTable(
    'Items of the sprint',
    [
      { name: 'Item', isHeader: true },
      { name: 'Now', isShort: true },
      { name: 'Points', isNumber: true, isShort: true },
      { name: 'In this sprint' },
    ],
    rows.map(({ item, points, isDone, note }) => [
      linkWithId(item, from),
      showStatus(backlog, item),
      points,
      [isDone && 'done', cutText(note, 100)].filter(Boolean).join(', '),
    ]),
  );
}

/** For the overview: the running sprint in short. */
export function showRunningSprint(site: Site, sprint: SprintView, from: string): Html {
  return html`<p class="sprint-title">${linkTo(sprint.item, from)}</p>
<p class="note">${sayDays(sprint)}. ${sayPoints(sprint)}</p>
${showBody(site, goalText(sprint), from)}
${showBurndown(sprint)}`;
}
