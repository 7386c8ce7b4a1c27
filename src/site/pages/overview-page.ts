import { itemsOfType } from '../../backlog/backlog.js';
import type { Settings } from '../../backlog/settings.js';
import { categoryOf } from '../../backlog/workflow.js';
import { type Content, type Html, html, nothing } from '../html.js';
import type { Page, Site } from '../page.js';
import { linkWithId, newestFirst, showDay, showSection } from '../parts.js';
import { capitalize, count, sayDay, sayNumber } from '../say.js';
import { sectionOf } from '../sections.js';
import { showOpenItems } from './backlog-pages.js';
import { showGoals } from './goal-pages.js';
import { showRunningSprint } from './sprint-pages.js';

const shownNext = 5;
const shownGoals = 6;

/** The page for everybody: what for, where we are, what is next and by when. */
export function overviewPage(site: Site): Page {
  const { path } = sectionOf.overview;
  const { backlog, today } = site.view;
  const name = backlog.settings.product ?? 'Backlog';
  const main = html`<h1>${name}</h1>
${sayVision(backlog.settings)}
<p class="note">As of ${showDay(today)}.</p>
${showNumbers(site)}
${showSection('This sprint', showSprint(site, path))}
${showSection('Goals', showSomeGoals(site, path))}
${showSection('Next in the backlog', showNext(site, path))}
${showSection('Done lately', showDoneLately(site, path))}`;
  return { path, title: name, section: path, main };
}

/** Moore's sentence, from the parts that are there. */
function sayVision({ product, vision }: Settings): Html {
  if (!vision) return nothing;
  const { for: who, need, product: kind, benefit, difference } = vision;
  const name = product ?? 'It';
  const parts = [
    who && `For ${who}${need ? ` who ${need}` : ''}`,
    kind || benefit
      ? `${name} is ${kind ? `a ${kind}` : 'a product'}${benefit ? ` that ${benefit}` : ''}`
      : null,
  ].filter(Boolean);
  const sentence = parts.length === 0 ? '' : `${parts.join(', ')}.`;
  const own = difference ? ` What sets it apart: it ${difference}.` : '';
  return html`<p class="vision">${sentence}${own}</p>`;
}

/** Four numbers that say where the product stands. */
function showNumbers({ view }: Site): Html {
  const { forecast, places, pace, way } = view;
  const figures: readonly (readonly [name: string, content: Content, note: string])[] = [
    ['Open items', sayNumber(places.size), ''],
    way.unit === 'items'
      ? ['', null, '']
      : ['Points to do', sayNumber(forecast.left), notEstimated(forecast.unestimated)],
    [
      `${capitalize(way.unit)} a ${way.period}`,
      pace.mean === null ? null : sayNumber(pace.mean),
      overLast(pace.spread?.sprints ?? 0, way.period),
    ],
    [
      'All of it done by',
      forecast.all === null ? null : sayDay(forecast.all),
      forecast.enough
        ? '85 % likely'
        : `at the pace of only ${count(forecast.samples, way.period)}`,
    ],
  ];
  const shown = figures.filter(([, content]) => content !== null);
  return html`<dl class="figures">
${shown.map(
  ([name, content, note]) =>
    html`<div><dt>${name}</dt><dd>${content}${note !== '' && html` <span class="note">${note}</span>`}</dd></div>
`,
)}</dl>`;
}

function notEstimated(number: number): string {
  return number === 0 ? '' : `and ${count(number, 'item')} without an estimate`;
}

function overLast(periods: number, period: string): string {
  return periods === 1 ? `in the last ${period}` : `mean of the last ${periods}`;
}

function showSprint(site: Site, from: string): Html {
  const running = site.view.sprints.filter(({ state }) => state === 'running');
  if (running.length === 0) return nothing;
  return html`${running.slice(0, 3).map((sprint) => showRunningSprint(site, sprint, from))}`;
}

function showSomeGoals(site: Site, from: string): Html {
  const { backlog } = site.view;
  const goals = itemsOfType(backlog, 'goal')
    .filter((goal) => categoryOf(backlog.settings, goal) === 'doing')
    .slice(0, shownGoals);
  return goals.length === 0 ? nothing : showGoals(site, goals, from, 3);
}

function showNext(site: Site, from: string): Html {
  const { backlog, places } = site.view;
  const next = backlog.work.filter(({ id }) => places.has(id)).slice(0, shownNext);
  if (next.length === 0) return nothing;
  return html`${showOpenItems(site, next, from, 'The next items of the backlog')}
<p><a href="${sectionOf.backlog.path}">The whole backlog</a></p>`;
}

function showDoneLately({ view: { backlog } }: Site, from: string): Html {
  const done = backlog.work
    .filter((item) => item.done !== null && item.type !== 'epic')
    .filter((item) => categoryOf(backlog.settings, item) === 'done')
    .toSorted(newestFirst(({ done }) => done))
    .slice(0, shownNext);
  if (done.length === 0) return nothing;
  return html`<ul class="links">
${done.map(
  (item) => html`<li>${linkWithId(item, from)} <span class="note">${showDay(item.done)}</span></li>
`,
)}</ul>
<p><a href="${sectionOf.done.path}">All that is done</a></p>`;
}
