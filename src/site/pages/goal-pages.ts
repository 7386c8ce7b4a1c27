import { itemsOfType } from '../../backlog/backlog.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf, numberOf, textOf } from '../../item/item.js';
import type { Reading } from '../../item/reading.js';
import type { Words } from '../../language/words.js';
import { cutText } from '../../text/cut.js';
import { type Html, html, nothing } from '../html.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import {
  joinContent,
  linkTo,
  showBody,
  showDay,
  showFacts,
  showProgress,
  showSection,
  showStatus,
  showTable,
  titleOf,
} from '../parts.js';
import { capitalize } from '../say.js';
import { nameSection, sectionOf } from '../sections.js';
import { resolveAll } from '../site-index.js';
import { showParts } from './item-list.js';

/** The list of goals, and a page for each with the work that serves it. */
export function goalPages(site: Site): readonly Page[] {
  const { view, words } = site;
  const goals = itemsOfType(view.backlog, 'goal');
  if (goals.length === 0) return [];
  const { path, name } = nameSection('goals', words);
  const list = paginate(
    words,
    { path, title: name, section: path },
    goals,
    (part) => html`<h1>${name}</h1>
<p class="lead">${words.say('leadGoals')}</p>
${showGoals(site, part.rows, part.path, 2)}
${part.pager}`,
    50,
  );
  return [...list, ...goals.flatMap((goal) => ownPages(site, goal))];
}

/** Goals as cards: title, measure and progress. */
export function showGoals(site: Site, goals: readonly Item[], from: string, level: 2 | 3): Html {
  return html`<ul class="tiles">
${goals.map(
  (goal) => html`<li>
${level === 2 ? html`<h2>${linkTo(goal, from)}</h2>` : html`<h3>${linkTo(goal, from)}</h3>`}
${showMeasure(site, goal)}
${showDone(site, goal)}
</li>
`,
)}</ul>`;
}

function showDone({ view, words }: Site, goal: Item): Html {
  const own = view.goals.get(goal.id);
  const shown = own ? showProgress(own.progress, titleOf(goal), words) : nothing;
  return shown === nothing
    ? html`<p class="note">${words.endSentence(capitalize(words.say('noWork')))}</p>`
    : html`<p>${shown}</p>`;
}

/** `5, target 2`, with what is measured. */
function showMeasure({ view, words }: Site, goal: Item): Html {
  const measure = textOf(goal, 'measure');
  const newest = view.goals.get(goal.id)?.readings.at(-1);
  const current = newest?.value ?? numberOf(goal, 'current');
  const target = numberOf(goal, 'target');
  if (measure === null && current === null && target === null) return nothing;
  const numbers = [
    current !== null && html`<strong>${words.number(current)}</strong>`,
    target !== null && html`${words.say('target', { target })}`,
  ].filter((part) => part !== false);
  return html`<p class="measure">${joinContent(numbers, ' · ')}${measure !== null && html` <span class="note">${cutText(measure, 300)}</span>`}</p>`;
}

function ownPages(site: Site, goal: Item): readonly Page[] {
  const { view, words } = site;
  const own = view.goals.get(goal.id);
  const spec = { path: pathOf(goal), title: titleOf(goal), section: sectionOf.goals.path };
  return paginate(words, spec, own?.items ?? [], ({ path, rows, number, pager }) => {
    const about = html`${showMeasure(site, goal)}
${showFacts([
  [words.say('progress'), own && showProgress(own.progress, words.say('progress'), words)],
  [words.say('horizon'), cutText(textOf(goal, 'horizon') ?? '', 60)],
  [
    words.say('stakeholders'),
    joinContent(
      resolveAll(view.backlog, listOf(goal, 'stakeholders')).map((one) => linkTo(one, path)),
    ),
  ],
])}
${showReadings(words, own?.readings ?? [])}
${showBody(site, shownBodyOf(goal.document), path)}`;
    return html`<h1>${titleOf(goal)}</h1>
<p class="under">${words.say('kindGoal')} ${showStatus(site, goal)}</p>
${number === 1 && about}
${showSection(words.say('itemsHead'), showParts(site, rows, path))}
${pager}`;
  });
}

const mostReadings = 24;

function showReadings(words: Words, readings: readonly Reading[]): Html {
  if (readings.length === 0) return nothing;
  const rows = readings.slice(-mostReadings).toReversed();
  return showSection(
    words.say('readings'),
    showTable(
      words.say('readings'),
      [
        { name: words.say('day'), isHeader: true },
        { name: words.say('value'), isNumber: true },
      ],
      rows.map(({ on, value }) => [showDay(words, on), words.number(value)]),
    ),
  );
}
