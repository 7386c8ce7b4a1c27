import { getItem } from '../../backlog/backlog.js';
import { ancestorsOf } from '../../backlog/graph.js';
import { spellDone } from '../../backlog/spell-progress.js';
import { categoryOf } from '../../backlog/workflow.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf, numberOf, textOf } from '../../item/item.js';
import { cutText } from '../../text/cut.js';
import { type Content, type Html, html, nothing } from '../html.js';
import { sayName } from '../known-names.js';
import { pathOf, rootFrom } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
  fillSentence,
  joinContent,
  languageOfTexts,
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
import { capitalize } from '../say.js';
import { nameSection, sectionOf } from '../sections.js';
import { goalsOf, resolveAll } from '../site-index.js';
import { showParts } from './item-list.js';
import { showReason } from './place.js';

/** A page for each work item; an epic with many parts has several. */
export function itemPages(site: Site): readonly Page[] {
  const { words } = site;
  return site.view.backlog.work.flatMap((item) => {
    const isEpic = item.type === 'epic';
    const spec = {
      path: pathOf(item),
      title: titleOf(item),
      section: (isEpic ? sectionOf.epics : sectionOf.backlog).path,
    };
    return paginate(words, spec, site.index.children(item), ({ path, rows, number, pager }) => {
      const parts = showSection(words.say('itemsHead'), showParts(site, rows, path));
      return html`${showHead(site, item, path)}
${number === 1 && showItem(site, item, path)}
${parts}
${pager}`;
    });
  });
}

function showHead(site: Site, item: Item, from: string): Html {
  const { view, words } = site;
  const { backlog } = view;
  const root = rootFrom(from);
  const { path, name } = nameSection(item.type === 'epic' ? 'epics' : 'backlog', words);
  const above = ancestorsOf(backlog, item).toReversed();
  return html`<nav class="trail" aria-label="${words.say('trail')}"><ol>
<li><a href="${root}${path}">${name}</a></li>
${above.map(
  (one) => html`<li>${linkTo(one, from)}</li>
`,
)}</ol></nav>
<h1>${titleOf(item)}</h1>
<p class="under">${capitalize(sayName(words, 'type', item.type))} ${showId(item)} ${showStatus(site, item)}</p>`;
}

function showItem(site: Site, item: Item, from: string): Html {
  const { view, index, words } = site;
  const { backlog } = view;
  const story = view.stories.get(item.id);
  const body = shownBodyOf(item.document);
  const rest = story ? withoutSpan(body, story.span) : body;
  return html`${showStory(site, item, from)}
${showFacts(listFacts(site, item, from))}
${showBody(site, rest, from)}
${showSection(words.say('waitsForHead'), showLinks(site, resolveAll(backlog, item.depends), from))}
${showSection(words.say('waitedForHead'), showLinks(site, index.dependents(item), from))}
${showSection(words.say('feedback'), showLinks(site, index.feedbackOn(item), from))}
${showSection(words.say('sprints'), showMemberships(site, item, from))}`;
}

/** The sentence's parts, each with its name: who, what, and what for. */
function showStory(site: Site, item: Item, from: string): Html {
  const { view, words } = site;
  const story = view.stories.get(item.id);
  if (!story?.want) return nothing;
  const { role, want, benefit, persona } = story;
  const who: Content = persona
    ? html`<a href="${rootFrom(from)}${pathOf(persona)}">${role ?? persona.title}</a>`
    : role;
  const language = languageOfTexts(site);
  const part = (name: string, content: Content) =>
    html`<div><dt>${name}</dt><dd lang="${language}">${content}</dd></div>`;
  return html`<dl class="story">
${who !== null && part(words.say('storyWho'), who)}
${part(words.say('storyWants'), cutText(want, 2000))}
${benefit !== null && part(words.say('storySoThat'), cutText(benefit, 2000))}
</dl>`;
}

function listFacts(site: Site, item: Item, from: string) {
  const { view, index, words } = site;
  const { backlog, places, forecast } = view;
  const place = places.get(item.id);
  const sprint = item.sprint === null ? undefined : getItem(backlog, item.sprint);
  const isDone = categoryOf(backlog.settings, item) === 'done';
  const row = index.rowOf.get(item);
  const links = (items: readonly Item[]) =>
    items.length > 0 && joinContent(items.slice(0, 20).map((one) => linkTo(one, from)));
  const persona = view.stories.get(item.id)?.persona;
  return [
    [words.say('placeHead'), place && `${place.place} / ${place.of}`],
    [words.say('whyHere'), place && showReason(site, place, from)],
    [
      words.say(forecast.enough ? 'doneBy' : 'atPaceBy'),
      !isDone &&
        showDay(
          words,
          forecast.dates.get(item.id) ?? (forecast.enough ? row?.safe : row?.even) ?? null,
        ),
    ],
    [words.say('due'), showDay(words, item.due)],
    [words.say('progress'), row && showProgress(row.progress, words.say('progress'), words)],
    [words.say('pointsHead'), item.points !== null && words.number(item.points)],
    [words.say('headGoals'), links(goalsOf(backlog, item))],
    [words.say('conflicts'), links(resolveAll(backlog, listOf(item, 'conflicts')))],
    [words.say('kindPersona'), persona && linkTo(persona, from)],
    [words.say('stage'), capitalize(sayName(words, 'stage', textOf(item, 'stage') ?? ''))],
    [words.say('kindSprint'), sprint && linkWithId(sprint, from)],
    [
      words.say('labels'),
      item.labels.length > 0 &&
        item.labels
          .slice(0, 20)
          .map((label) => cutText(label, 60))
          .join(', '),
    ],
    [words.say('created'), showDay(words, item.created)],
    [words.say('headStarted'), showDay(words, item.started)],
    [words.say('headDone'), isDone && showDay(words, item.done)],
    [words.say('progress'), index.children(item).length > 0 && !row && countDone(site, item)],
    [words.say('hours'), numberOf(item, 'hours')],
  ] as const;
}

function countDone({ view, index, words }: Site, item: Item): string {
  const parts = index.children(item);
  const done = parts.filter((part) => categoryOf(view.backlog.settings, part) === 'done');
  return spellDone(done.length, parts.length, 'items', words);
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
function showMemberships({ view, words }: Site, item: Item, from: string): Html {
  const events = item.sprints.slice(-mostEvents).flatMap((text) => {
    const match = /^(\d{4}-\d{2}-\d{2}) ([+-])(\S+) \S+(?: (.*))?$/.exec(text.trim());
    const [, day = '', sign, id = '', reason = ''] = match ?? [];
    const sprint = getItem(view.backlog, id);
    if (!sprint) return [];
    const way = fillSentence(
      (name) => words.say(sign === '+' ? 'intoSprint' : 'outOfSprint', { sprint: name }),
      linkTo(sprint, from),
    );
    const why = reason === '' ? '' : ` (${cutText(reason, 200)})`;
    return [
      html`<li>${showDay(words, day)} ${way}${why}</li>
`,
    ];
  });
  return events.length === 0
    ? nothing
    : html`<ul>
${events}</ul>`;
}
