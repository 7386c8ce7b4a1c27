import { getItem, itemsOfType } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf, textOf } from '../../item/item.js';
import { findSection, listHeadings } from '../../item/sections.js';
import { sectionTitle } from '../../language/section-titles.js';
import { cutText } from '../../text/cut.js';
import { type Content, type Html, html } from '../html.js';
import { sayName } from '../known-names.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
  fillSentence,
  joinContent,
  linkTo,
  linkWithId,
  newestFirst,
  showBody,
  showDay,
  showFacts,
  showId,
  showLinks,
  showSection,
  showStatus,
  showTable,
  titleOf,
} from '../parts.js';
import { capitalize } from '../say.js';
import { nameSection } from '../sections.js';
import { resolveAll } from '../site-index.js';

/** What was said, newest first, with what came of it; and a page for each. */
export function feedbackPages(site: Site): readonly Page[] {
  const { words } = site;
  const { backlog } = site.view;
  const feedback = itemsOfType(backlog, 'feedback').toSorted(newestFirst(dayOf));
  if (feedback.length === 0) return [];
  const { path, name } = nameSection('feedback', words);
  const waiting = feedback.filter((one) => categoryOf(backlog.settings, one) === 'todo').length;
  const list = paginate(
    words,
    { path, title: name, section: path },
    feedback,
    (part) => html`<h1>${name}</h1>
<p class="lead">${words.say('leadFeedback')} <span class="note">${capitalize(words.say('entry', { title: words.say('statusNew'), text: words.number(waiting) }))}</span></p>
${showFeedback(site, part.rows, part.path)}
${part.pager}`,
    50,
  );
  const own = feedback.map((one): Page => {
    const own = pathOf(one);
    return { path: own, title: titleOf(one), section: path, main: showOne(site, one, own) };
  });
  return [...list, ...own];
}

function dayOf(feedback: Item): string {
  return textOf(feedback, 'date') ?? feedback.created ?? '';
}

/** Feedback as a table with what came of each. */
export function showFeedback(site: Site, feedback: readonly Item[], from: string): Html {
  const { words } = site;
  return showTable(
    words.say('feedback'),
    [
      { name: words.say('whatWasSaid'), isHeader: true },
      { name: words.say('saidBy') },
      { name: words.say('day') },
      { name: words.say('status'), isShort: true },
      { name: words.say('cameOfIt') },
    ],
    feedback.map((one) => [
      linkWithId(one, from),
      nameSource(site, one, from),
      showDay(words, dayOf(one) || null),
      showStatus(site, one),
      showOutcome(site, one, from),
    ]),
  );
}

function showOutcome(site: Site, one: Item, from: string): Content {
  const { words } = site;
  const { backlog } = site.view;
  const items = resolveAll(backlog, listOf(one, 'items'));
  const into = resolveAll(backlog, listOf(one, 'into'));
  const reason = textOf(one, 'reason');
  const promised = textOf(one, 'promised');
  const parts = [
    items.length > 0 && showLinks(site, items, from, 5),
    into.length > 0 &&
      html`<p>${fillSentence(
        (text) => words.say('entry', { title: words.say('wentInto'), text }),
        joinContent(into.slice(0, 3).map((other) => linkWithId(other, from))),
      )}</p>`,
    reason !== null && html`<p>${cutText(reason, 300)}</p>`,
    promised !== null &&
      html`<p>${capitalize(words.say('promisedFor', { day: words.shortDay(promised) }))}</p>`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : html`${parts}`;
}

/** The stakeholder, or whoever is named. */
function nameSource({ view: { backlog } }: Site, one: Item, from: string): Content {
  const name = textOf(one, 'from');
  if (name === null) return null;
  const known = getItem(backlog, name);
  return known ? linkTo(known, from) : cutText(name, 100);
}

function showOne(site: Site, one: Item, from: string): Html {
  const { words } = site;
  const { backlog } = site.view;
  const kind = textOf(one, 'kind');
  const { said, answer, rest } = splitBody(shownBodyOf(one.document));
  const facts: readonly (readonly [string, Content])[] = [
    [words.say('saidBy'), nameSource(site, one, from)],
    [words.say('day'), showDay(words, dayOf(one) || null)],
    [words.say('howHeard'), kind && capitalize(sayName(words, 'kind', kind))],
    [words.say('source'), cutText(textOf(one, 'source') ?? '', 200)],
    [words.say('wentInto'), showLinks(site, resolveAll(backlog, listOf(one, 'into')), from)],
    [words.say('answeredOn'), showDay(words, textOf(one, 'answered'))],
    [words.say('promisedBy'), showDay(words, textOf(one, 'promised'))],
    [words.say('reason'), cutText(textOf(one, 'reason') ?? '', 500)],
  ];
  return html`<h1>${titleOf(one)}</h1>
<p class="under">${words.say('feedback')} ${showId(one)} ${showStatus(site, one)}</p>
${showFacts(facts)}
${showBody(site, said, from)}
${answer !== '' && html`<section class="answer"><h2>${sectionTitle('answer', words.tag)}</h2>${showBody(site, answer, from)}</section>`}
${showBody(site, rest, from)}
${showSection(words.say('cameOfIt'), showLinks(site, resolveAll(backlog, listOf(one, 'items')), from))}`;
}

/** What was said, before any heading; what the section "Answer" says; and all the rest. */
function splitBody(body: string): Readonly<Record<'said' | 'answer' | 'rest', string>> {
  const begin = listHeadings(body)[0]?.span[0] ?? body.length;
  const said = body.slice(0, begin);
  const found = findSection(body, 'Answer');
  if (found === null) return { said, answer: '', rest: body.slice(begin) };
  const [start, end] = found.span;
  return {
    said,
    answer: body.slice(found.heading.span[1], end).trim(),
    rest: body.slice(begin, start) + body.slice(end),
  };
}
