import { getItem, itemsOfType } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf, textOf } from '../../item/item.js';
import { findSection, listHeadings } from '../../item/sections.js';
import { cutText } from '../../text/cut.js';
import { type Content, type Html, html } from '../html.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
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
import { capitalize, count } from '../say.js';
import { sectionOf } from '../sections.js';
import { resolveAll } from '../site-index.js';

/** What was said, newest first, with what came of it; and a page for each. */
export function feedbackPages(site: Site): readonly Page[] {
  const { backlog } = site.view;
  const feedback = itemsOfType(backlog, 'feedback').toSorted(newestFirst(dayOf));
  if (feedback.length === 0) return [];
  const { path, name } = sectionOf.feedback;
  const waiting = feedback.filter((one) => categoryOf(backlog.settings, one) === 'todo').length;
  const list = paginate(
    { path, title: name, section: path },
    feedback,
    (part) => html`<h1>${name}</h1>
<p class="lead">What people told us, newest first, and what came of it. ${count(feedback.length, 'piece', 'pieces')}, of which ${waiting} not looked at yet.</p>
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
  const { backlog } = site.view;
  return showTable(
    'Feedback and what came of it',
    [
      { name: 'What was said', isHeader: true },
      { name: 'From' },
      { name: 'When' },
      { name: 'Status', isShort: true },
      { name: 'What came of it' },
    ],
    feedback.map((one) => [
      linkWithId(one, from),
      nameSource(site, one, from),
      showDay(dayOf(one) || null),
      showStatus(backlog, one),
      showOutcome(site, one, from),
    ]),
  );
}

function showOutcome({ view: { backlog } }: Site, one: Item, from: string): Content {
  const items = resolveAll(backlog, listOf(one, 'items'));
  const into = resolveAll(backlog, listOf(one, 'into'));
  const reason = textOf(one, 'reason');
  const promised = textOf(one, 'promised');
  const parts = [
    items.length > 0 && showLinks(backlog, items, from, 5),
    into.length > 0 &&
      html`<p>Went into ${into.slice(0, 3).map((other) => linkWithId(other, from))}</p>`,
    reason !== null && html`<p>${cutText(reason, 300)}</p>`,
    promised !== null && html`<p>We said: by ${showDay(promised)}</p>`,
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
  const { backlog } = site.view;
  const kind = textOf(one, 'kind');
  const { said, answer, rest } = splitBody(shownBodyOf(one.document));
  const facts: readonly (readonly [string, Content])[] = [
    ['From', nameSource(site, one, from)],
    ['When', showDay(dayOf(one) || null)],
    ['How we heard', kind && capitalize(cutText(kind, 60))],
    ['Where', cutText(textOf(one, 'source') ?? '', 200)],
    ['Went into', showLinks(backlog, resolveAll(backlog, listOf(one, 'into')), from)],
    ['Answered', showDay(textOf(one, 'answered'))],
    ['We said', textOf(one, 'promised') && html`by ${showDay(textOf(one, 'promised'))}`],
    ['Why not', cutText(textOf(one, 'reason') ?? '', 500)],
  ];
  return html`<h1>${titleOf(one)}</h1>
<p class="under">Feedback ${showId(one)} ${showStatus(backlog, one)}</p>
${showFacts(facts)}
${showBody(site, said, from)}
${answer !== '' && html`<section class="answer"><h2>What we answered</h2>${showBody(site, answer, from)}</section>`}
${showBody(site, rest, from)}
${showSection('What came of it', showLinks(backlog, resolveAll(backlog, listOf(one, 'items')), from))}`;
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
