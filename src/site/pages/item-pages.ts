import { getItem } from '../../backlog/backlog.js';
import { ancestorsOf } from '../../backlog/graph.js';
import { categoryOf } from '../../backlog/workflow.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf, numberOf, textOf } from '../../item/item.js';
import { cutText } from '../../text/cut.js';
import { type Content, type Html, html, nothing } from '../html.js';
import { pathOf, rootFrom } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
  joinContent,
  linkTo,
  linkWithId,
  showBody,
  showDay,
  showFacts,
  showId,
  showLinks,
  showProgress,
  showSection,
  showStatus,
  titleOf,
} from '../parts.js';
import { capitalize, sayNumber } from '../say.js';
import { sectionOf } from '../sections.js';
import { goalsOf, resolveAll } from '../site-index.js';
import { showParts } from './item-list.js';
import { showReason } from './place.js';

/** A page for each work item; an epic with many parts has several. */
export function itemPages(site: Site): readonly Page[] {
  return site.view.backlog.work.flatMap((item) => {
    const isEpic = item.type === 'epic';
    const spec = {
      path: pathOf(item),
      title: titleOf(item),
      section: (isEpic ? sectionOf.epics : sectionOf.backlog).path,
    };
    return paginate(spec, site.index.children(item), ({ path, rows, number, pager }) => {
      const parts = showSection(isEpic ? 'What is in it' : 'Parts', showParts(site, rows, path));
      return html`${showHead(site, item, path)}
${number === 1 && showItem(site, item, path)}
${parts}
${pager}`;
    });
  });
}

function showHead({ view: { backlog } }: Site, item: Item, from: string): Html {
  const root = rootFrom(from);
  const { path, name } = item.type === 'epic' ? sectionOf.epics : sectionOf.backlog;
  const above = ancestorsOf(backlog, item).toReversed();
  return html`<nav class="trail" aria-label="Where this is"><ol>
<li><a href="${root}${path}">${name}</a></li>
${above.map(
  (one) => html`<li>${linkTo(one, from)}</li>
`,
)}</ol></nav>
<h1>${titleOf(item)}</h1>
<p class="under">${capitalize(cutText(item.type, 40))} ${showId(item)} ${showStatus(backlog, item)}</p>`;
}

function showItem(site: Site, item: Item, from: string): Html {
  const { view, index } = site;
  const { backlog } = view;
  const story = view.stories.get(item.id);
  const body = shownBodyOf(item.document);
  const rest = story ? withoutSpan(body, story.span) : body;
  return html`${showStory(site, item, from)}
${showFacts(listFacts(site, item, from))}
${showBody(site, rest, from)}
${showSection('Waits for', showLinks(backlog, resolveAll(backlog, item.depends), from))}
${showSection('Waiting for this', showLinks(backlog, index.dependents(item), from))}
${showSection('Asked for in', showLinks(backlog, index.feedbackOn(item), from))}
${showSection('In sprints', showMemberships(site, item, from))}`;
}

/** The sentence's parts, each with its name: who, what, and what for. */
function showStory({ view }: Site, item: Item, from: string): Html {
  const story = view.stories.get(item.id);
  if (!story?.want) return nothing;
  const { role, want, benefit, persona } = story;
  const who: Content = persona
    ? html`<a href="${rootFrom(from)}${pathOf(persona)}">${role ?? persona.title}</a>`
    : role;
  return html`<dl class="story" lang="${view.backlog.settings.language}">
${who !== null && html`<div><dt>Who</dt><dd>${who}</dd></div>`}
<div><dt>Wants</dt><dd>${cutText(want, 2000)}</dd></div>
${benefit !== null && html`<div><dt>So that</dt><dd>${cutText(benefit, 2000)}</dd></div>`}
</dl>`;
}

function listFacts(site: Site, item: Item, from: string) {
  const { view, index } = site;
  const { backlog, places, forecast } = view;
  const place = places.get(item.id);
  const sprint = item.sprint === null ? undefined : getItem(backlog, item.sprint);
  const isDone = categoryOf(backlog.settings, item) === 'done';
  const row = index.rowOf.get(item);
  const links = (items: readonly Item[]) =>
    items.length > 0 && joinContent(items.slice(0, 20).map((one) => linkTo(one, from)));
  const persona = view.stories.get(item.id)?.persona;
  return [
    ['Place', place && `${place.place} of ${place.of} open items`],
    ['Why here', place && showReason(place, from)],
    [
      forecast.enough ? 'Done by' : 'At the pace so far by',
      !isDone &&
        showDay(forecast.dates.get(item.id) ?? (forecast.enough ? row?.safe : row?.even) ?? null),
    ],
    ['Due', showDay(item.due)],
    ['Progress', row && showProgress(row.progress, 'Done')],
    ['Points', item.points !== null && sayNumber(item.points)],
    ['Serves', links(goalsOf(backlog, item))],
    ['In tension with', links(resolveAll(backlog, listOf(item, 'conflicts')))],
    ['For', persona && linkTo(persona, from)],
    ['Stage', textOf(item, 'stage') && capitalize(cutText(textOf(item, 'stage') ?? '', 40))],
    ['Sprint', sprint && linkWithId(sprint, from)],
    [
      'Labels',
      item.labels.length > 0 &&
        item.labels
          .slice(0, 20)
          .map((label) => cutText(label, 60))
          .join(', '),
    ],
    ['Written down', showDay(item.created)],
    ['Begun', showDay(item.started)],
    ['Done', isDone && showDay(item.done)],
    ['Parts done', index.children(item).length > 0 && !row && countDone(site, item)],
    ['Hours', numberOf(item, 'hours')],
  ] as const;
}

function countDone({ view, index }: Site, item: Item): string {
  const parts = index.children(item);
  const done = parts.filter((part) => categoryOf(view.backlog.settings, part) === 'done');
  return `${done.length} of ${parts.length}`;
}

/** The body without the story's sentence, which stands above it already. */
function withoutSpan(body: string, [start, end]: readonly [number, number]): string {
  const after = body.slice(end).replace(/^[.!?]/, '');
  const [line = ''] = after.split('\n', 1);
  const begins = body.slice(0, start);
  const before = begins.slice(begins.lastIndexOf('\n') + 1);
  // Text beside it on its lines makes it part of a paragraph, which is left whole.
  return line.trim() === '' && before.trim() === '' ? body.slice(0, start) + after : body;
}

const mostEvents = 30;

/** When an item came into a sprint and went out again (`2026-11-26 +2026-S24 5 reason`). */
function showMemberships({ view: { backlog } }: Site, item: Item, from: string): Html {
  const events = item.sprints.slice(-mostEvents).flatMap((text) => {
    const match = /^(\d{4}-\d{2}-\d{2}) ([+-])(\S+) \S+(?: (.*))?$/.exec(text.trim());
    const [, day = '', sign, id = '', reason = ''] = match ?? [];
    const sprint = getItem(backlog, id);
    if (!sprint) return [];
    const way = sign === '+' ? 'into' : 'out of';
    const why = reason === '' ? '' : `: ${cutText(reason, 200)}`;
    return [
      html`<li>${showDay(day)} ${way} ${linkTo(sprint, from)}${why}</li>
`,
    ];
  });
  return events.length === 0
    ? nothing
    : html`<ul>
${events}</ul>`;
}
