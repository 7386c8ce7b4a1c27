import { itemsOfType } from '../../backlog/backlog.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf } from '../../item/item.js';
import { cutText } from '../../text/cut.js';
import { type Html, html, nothing } from '../html.js';
import { pathOf } from '../links.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkTo, showBody, showSection, titleOf } from '../parts.js';
import { count } from '../say.js';
import { sectionOf } from '../sections.js';
import { showFeedback } from './feedback-pages.js';
import { showParts } from './item-list.js';

/** Whom the product is for: the list, and a page for each with the stories written for them. */
export function personaPages(site: Site): readonly Page[] {
  const { view, index } = site;
  const personas = itemsOfType(view.backlog, 'persona');
  if (personas.length === 0) return [];
  const { path, name } = sectionOf.personas;
  const list = paginate({ path, title: name, section: path }, personas, (part) => {
    const tiles = part.rows.map(
      (one) => html`<li>
<h2>${linkTo(one, part.path)}</h2>
<p>${firstParagraph(one)}</p>
<p class="note">${count(index.storiesOf(one).length, 'item')} for them</p>
</li>
`,
    );
    return html`<h1>${name}</h1>
<p class="lead">The people the product is made for.</p>
<ul class="tiles">
${tiles}</ul>
${part.pager}`;
  });
  const own = personas.flatMap((persona) =>
    paginate(
      { path: pathOf(persona), title: titleOf(persona), section: path },
      index.storiesOf(persona),
      (part) => {
        const aliases = listOf(persona, 'aliases').map((alias) => cutText(alias, 60));
        const about = html`${
          aliases.length > 0 &&
          html`<p class="note">Also called ${aliases.slice(0, 10).join(', ')}.</p>`
        }
${showBody(site, shownBodyOf(persona.document), part.path)}`;
        return html`<h1>${titleOf(persona)}</h1>
<p class="under">Persona</p>
${part.number === 1 && about}
${showSection('Made for them', showParts(site, part.rows, part.path))}
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
  const { view, index } = site;
  const stakeholders = itemsOfType(view.backlog, 'stakeholder');
  if (stakeholders.length === 0) return [];
  const { path, name } = sectionOf.stakeholders;
  const list = paginate({ path, title: name, section: path }, stakeholders, (part) => {
    const rows = part.rows.map(
      (
        one,
      ) => html`<li>${linkTo(one, part.path)} <span class="note">${sayAsked(index.feedbackFrom(one).length)}</span></li>
`,
    );
    return html`<h1>${name}</h1>
<p class="lead">Who has a say, what they asked for and what came of it.</p>
<ul class="links">
${rows}</ul>
${part.pager}`;
  });
  const own = stakeholders.flatMap((one) =>
    paginate(
      { path: pathOf(one), title: titleOf(one), section: path },
      index.feedbackFrom(one),
      (part) => html`<h1>${titleOf(one)}</h1>
<p class="under">Stakeholder</p>
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
    ? html`<p>Nothing is noted from them yet.</p>`
    : showSection('What they asked', list);
}

function sayAsked(number: number): string {
  return number === 0
    ? 'nothing noted yet'
    : count(number, 'piece of feedback', 'pieces of feedback');
}
