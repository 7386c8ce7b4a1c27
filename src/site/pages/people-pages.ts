import { itemsOfType } from '../../backlog/backlog.js';
import { spellSize } from '../../backlog/spell-progress.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf } from '../../item/item.js';
import { cutText } from '../../text/cut.js';
import { type Html, html, nothing } from '../html.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkTo, showBody, showSection, titleOf } from '../parts.js';
import { nameSection } from '../sections.js';
import { showFeedback } from './feedback-pages.js';
import { showParts } from './item-list.js';

/** Whom the product is for: the list, and a page for each with the stories written for them. */
export function personaPages(site: Site): readonly Page[] {
  const { view, index, words } = site;
  const personas = itemsOfType(view.backlog, 'persona');
  if (personas.length === 0) return [];
  const { path, name } = nameSection('personas', words);
  const list = paginate(words, { path, title: name, section: path }, personas, (part) => {
    const tiles = part.rows.map(
      (one) => html`<li>
<h2>${linkTo(one, part.path)}</h2>
<p>${firstParagraph(one)}</p>
<p class="note">${spellSize(index.storiesOf(one).length, 'items', words)}</p>
</li>
`,
    );
    return html`<h1>${name}</h1>
<p class="lead">${words.say('leadPersonas')}</p>
<ul class="tiles">
${tiles}</ul>
${part.pager}`;
  });
  const own = personas.flatMap((persona) =>
    paginate(
      words,
      { path: pathOf(persona), title: titleOf(persona), section: path },
      index.storiesOf(persona),
      (part) => {
        const aliases = listOf(persona, 'aliases').map((alias) => cutText(alias, 60));
        const about = html`${
          aliases.length > 0 &&
          html`<p class="note">${words.say('entry', { title: words.say('alsoCalled'), text: words.joinFacts(aliases.slice(0, 10)) })}</p>`
        }
${showBody(site, shownBodyOf(persona.document), part.path)}`;
        return html`<h1>${titleOf(persona)}</h1>
<p class="under">${words.say('kindPersona')}</p>
${part.number === 1 && about}
${showSection(words.say('itemsHead'), showParts(site, part.rows, part.path))}
${part.pager}`;
      },
    ),
  );
  return [...list, ...own];
}

/** The text before the first heading or list, as plain as it stands. */
function firstParagraph({ document }: Item): string {
  const [first = ''] = shownBodyOf(document)
    .trim()
    .split(/\r?\n\s*\r?\n/);
  return /^[#>\-*|`]/.test(first) ? '' : cutText(first, 300);
}

/**
 * Who asked for what, and what came of it. Names only: what a stakeholder weighs and what is
 * noted about them is not for others.
 */
export function stakeholderPages(site: Site): readonly Page[] {
  const { view, index, words } = site;
  const stakeholders = itemsOfType(view.backlog, 'stakeholder');
  if (stakeholders.length === 0) return [];
  const { path, name } = nameSection('stakeholders', words);
  const list = paginate(words, { path, title: name, section: path }, stakeholders, (part) => {
    const rows = part.rows.map(
      (
        one,
      ) => html`<li>${linkTo(one, part.path)} <span class="note">${sayAsked(site, index.feedbackFrom(one).length)}</span></li>
`,
    );
    return html`<h1>${name}</h1>
<p class="lead">${words.say('leadStakeholders')}</p>
<ul class="links">
${rows}</ul>
${part.pager}`;
  });
  const own = stakeholders.flatMap((one) =>
    paginate(
      words,
      { path: pathOf(one), title: titleOf(one), section: path },
      index.feedbackFrom(one),
      (part) => html`<h1>${titleOf(one)}</h1>
<p class="under">${words.say('kindStakeholder')}</p>
${showAsked(site, part.rows, part.path)}
${part.pager}`,
      50,
    ),
  );
  return [...list, ...own];
}

function showAsked(site: Site, feedback: readonly Item[], from: string): Html {
  const list = feedback.length === 0 ? nothing : showFeedback(site, feedback, from);
  return list === nothing
    ? html`<p>${site.words.say('noFeedback')}</p>`
    : showSection(site.words.say('feedback'), list);
}

function sayAsked({ words }: Site, number: number): string {
  return number === 0
    ? words.say('noFeedback')
    : words.say('entry', { title: words.say('feedback'), text: words.number(number) });
}
