import { itemsOfType } from '../../backlog/backlog.js';
import { spellSize } from '../../backlog/spell-progress.js';
import { composeVision } from '../../backlog/vision.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Words } from '../../language/words.js';
import { roundToTenths } from '../../text/amount.js';
import { type Html, html, nothing } from '../html.js';
import type { Page, Site } from '../page.js';
import { fillSentence, linkWithId, newestFirst, showDay, showSection } from '../parts.js';
import { nameSection, sectionOf } from '../sections.js';
import { showOpenItems } from './backlog-pages.js';
import { showGoals } from './goal-pages.js';
import { showRunningSprint } from './sprint-pages.js';

const shownNext = 5;
const shownGoals = 6;

/** The page for everybody: what for, where we are, what is next and by when. */
export function overviewPage(site: Site): Page {
  const { path } = sectionOf.overview;
  const { view, words } = site;
  const { settings } = view.backlog;
  const name = settings.product ?? words.say('backlog');
  const vision = composeVision(settings.product ?? null, settings.vision ?? {}, words);
  const main = html`<h1>${name}</h1>
${vision !== '' && html`<p class="vision">${vision}</p>`}
<p class="note">${fillSentence((day) => words.say('asOf', { day }), showDay(words, view.today))}</p>
${showNumbers(site)}
${showSection(words.say('headThisSprint'), showSprint(site, path))}
${showSection(words.say('headGoals'), showSomeGoals(site, path))}
${showSection(words.say('horizonNext'), showNext(site, path))}
${showSection(words.say('doneLately'), showDoneLately(site, path))}`;
  return { path, title: name, section: path, main };
}

/** Numbers that say where the product stands. */
function showNumbers({ view, words }: Site): Html {
  const { forecast, places, pace, way } = view;
  const isInPoints = way.unit === 'points';
  const { unestimated } = forecast;
  const figures: readonly (readonly [name: string, content: string, note: string])[] = [
    [words.say('headTodo'), spellSize(places.size, 'items', words), ''],
    [
      words.say('pointsHead'),
      isInPoints ? words.number(forecast.left) : '',
      unestimated === 0 ? '' : words.say('notEstimatedItems', { count: unestimated }),
    ],
    [
      words.say('headPace'),
      pace.mean === null ? '' : spellSize(roundToTenths(pace.mean), way.unit, words),
      words.say(way.period === 'sprint' ? 'meanSprints' : 'meanWeeks', {
        count: pace.spread?.sprints ?? 0,
      }),
    ],
    [
      words.say('allDoneBy'),
      forecast.all === null ? '' : words.shortDay(forecast.all),
      forecast.enough ? words.say('likely', { share: words.percent(0.85) }) : words.say('rough'),
    ],
  ];
  return html`<dl class="figures">
${figures
  .filter(([, content]) => content !== '')
  .map(
    ([name, content, note]) =>
      html`<div><dt>${name}</dt><dd>${content}${note !== '' && html` <span class="note">${note}</span>`}</dd></div>
`,
  )}</dl>`;
}

function linkSection(section: 'backlog' | 'done', words: Words): Html {
  const { path, name } = nameSection(section, words);
  return html`<p><a href="${path}">${name} →</a></p>`;
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
  const { words } = site;
  const { backlog, places } = site.view;
  const next = backlog.work.filter(({ id }) => places.has(id)).slice(0, shownNext);
  if (next.length === 0) return nothing;
  return html`${showOpenItems(site, next, from, words.say('horizonNext'))}
${linkSection('backlog', words)}`;
}

function showDoneLately({ view: { backlog }, words }: Site, from: string): Html {
  const done = backlog.work
    .filter((item) => item.done !== null && item.type !== 'epic')
    .filter((item) => categoryOf(backlog.settings, item) === 'done')
    .toSorted(newestFirst(({ done }) => done))
    .slice(0, shownNext);
  if (done.length === 0) return nothing;
  return html`<ul class="links">
${done.map(
  (
    item,
  ) => html`<li>${linkWithId(item, from)} <span class="note">${showDay(words, item.done)}</span></li>
`,
)}</ul>
${linkSection('done', words)}`;
}
