import { spellDone, spellSize } from '../../backlog/spell-progress.js';
import { drawBurndown } from '../../chart/burndown.js';
import { drawVelocity } from '../../chart/velocity.js';
import { shownBodyOf } from '../../item/document.js';
import { findSection } from '../../item/sections.js';
import type { PlainKey } from '../../language/catalogue.js';
import { sectionTitle } from '../../language/section-titles.js';
import type { Words } from '../../language/words.js';
import { showChart } from '../chart-figure.js';
import { type Content, type Html, html, nothing } from '../html.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
  linkTo,
  linkWithId,
  showBody,
  showId,
  showSection,
  showStatus,
  showTable,
  titleOf,
} from '../parts.js';
import { capitalize } from '../say.js';
import { nameSection, sectionOf } from '../sections.js';
import type { SprintView } from '../site-view.js';

/** The sprints with their velocity, and a page for each with its review. */
export function sprintPages(site: Site): readonly Page[] {
  const { view, words } = site;
  const { sprints, velocity } = view;
  if (sprints.length === 0) return [];
  const { path, name } = nameSection('sprints', words);
  const list = paginate(words, { path, title: name, section: path }, sprints, (part) => {
    const chart =
      velocity.sprints.length > 0 &&
      showChart(drawVelocity(velocity, words), 'velocity', words.say('velocity'));
    return html`<h1>${name}</h1>
<p class="lead">${words.say('leadSprints')}</p>
${part.number === 1 && chart}
${showSprints(site, part.rows, part.path)}
${part.pager}`;
  });
  return [...list, ...sprints.flatMap((sprint) => ownPages(site, sprint))];
}

function showSprints(site: Site, sprints: readonly SprintView[], from: string): Html {
  const { words } = site;
  return showTable(
    words.say('sprints'),
    [
      { name: words.say('kindSprint'), isHeader: true },
      { name: words.say('status'), isShort: true },
      { name: words.say('days') },
      { name: words.say('scope'), isNumber: true, isShort: true },
      { name: words.say('committedHead'), isNumber: true, isShort: true },
      { name: words.say('headDone'), isNumber: true, isShort: true },
      { name: words.say('headCarried'), isNumber: true, isShort: true },
    ],
    sprints.map((sprint) => [
      linkWithId(sprint.item, from),
      showStatus(site, sprint.item),
      showSpan(site, sprint),
      words.number(sprint.totals.now),
      sprint.totals.committed === null ? null : words.number(sprint.totals.committed),
      sprint.state === 'planned' ? null : words.number(sprint.totals.done),
      sprint.state === 'closed' ? words.number(sprint.totals.carried) : null,
    ]),
  );
}

function showSpan({ words }: Site, { start, end }: SprintView): Content {
  if (start === null || end === null) return null;
  return words.say('span', { from: words.shortDay(start), by: words.shortDay(end) });
}

/** The goal as its file says it, without the heading; the title where it says none. */
function goalText({ item }: SprintView): string {
  return sectionText(shownBodyOf(item.document), 'Sprint goal');
}

function sectionText(body: string, title: string): string {
  const section = findSection(body, title);
  return section === null ? '' : body.slice(section.heading.span[1], section.span[1]).trim();
}

function ownPages(site: Site, sprint: SprintView): readonly Page[] {
  const { item } = sprint;
  const spec = { path: pathOf(item), title: titleOf(item), section: sectionOf.sprints.path };
  const { words } = site;
  return paginate(words, spec, sprint.items, ({ path, rows, number, pager }) => {
    const review = sectionText(shownBodyOf(item.document), 'Review');
    const about = html`${showBody(site, goalText(sprint), path)}
${showBurndown(site, sprint)}
${showSection(sectionTitle('review', words.tag), showBody(site, review, path))}`;
    return html`<h1>${titleOf(item)}</h1>
<p class="under">${words.say('kindSprint')} ${showId(item)} ${showStatus(site, item)} ${showSpan(site, sprint)}</p>
<p>${sayTotals(sprint, words)}</p>
${number === 1 && about}
${showSection(words.say('itemsHead'), showItems(site, rows, path))}
${pager}`;
  });
}

/** `9 of 25 points done, 24 were committed`, and what was carried over. */
function sayTotals({ state, totals }: SprintView, words: Words): string {
  const { committed, now, done, carried, unit } = totals;
  const entry = (title: string, text: string) =>
    words.endSentence(capitalize(words.say('entry', { title, text })));
  if (state === 'planned') return entry(words.say('statusPlanned'), spellSize(now, unit, words));
  const facts = words.say('committed', {
    done: spellDone(done, now, unit, words),
    committed: committed ?? 0,
  });
  return words.paragraph([
    words.endSentence(capitalize(facts)),
    ...(carried > 0 ? [entry(words.say('headCarried'), spellSize(carried, unit, words))] : []),
  ]);
}

function showBurndown({ words }: Site, { days }: SprintView): Html {
  if (days === null) return nothing;
  return showChart(drawBurndown(days, words), 'burndown', words.say('burndown'));
}

const outcomes: Readonly<Record<'done' | 'carried' | 'removed', PlainKey>> = {
  done: 'statusDone',
  carried: 'carriedOver',
  removed: 'takenOut',
};

function showItems(site: Site, rows: SprintView['items'], from: string): Html {
  const { words } = site;
  if (rows.length === 0) return nothing;
  return showTable(
    words.say('itemsHead'),
    [
      { name: words.say('item'), isHeader: true },
      { name: words.say('status'), isShort: true },
      { name: words.say('pointsHead'), isNumber: true, isShort: true },
      { name: words.say('headThisSprint') },
    ],
    rows.map(({ item, points, outcome, cameLater }) => [
      linkWithId(item, from),
      showStatus(site, item),
      points,
      words.joinFacts([
        cameLater ? words.say('cameLater') : '',
        outcome === 'open' ? '' : words.say(outcomes[outcome]),
      ]),
    ]),
  );
}

/** For the overview: the running sprint in short. */
export function showRunningSprint(site: Site, sprint: SprintView, from: string): Html {
  return html`<p class="sprint-title">${linkTo(sprint.item, from)}</p>
<p class="note">${showSpan(site, sprint)}</p>
<p class="note">${sayTotals(sprint, site.words)}</p>
${showBody(site, goalText(sprint), from)}
${showBurndown(site, sprint)}`;
}
