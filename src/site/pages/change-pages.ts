import type { PlainKey } from '../../language/catalogue.js';
import { html } from '../html.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkWithId, showDay } from '../parts.js';
import { nameSection } from '../sections.js';
import type { ChangeView } from '../site-view.js';

/** What happened, day by day, newest first. */
export function changePages(site: Site): readonly Page[] {
  const { words } = site;
  const { changes } = site.view;
  if (changes.length === 0) return [];
  const { path, name } = nameSection('changes', words);
  return paginate(words, { path, title: name, section: path }, changes, (part) => {
    const days = [...new Set(part.rows.map(({ day }) => day))].map((day) => ({
      day,
      own: part.rows.filter((change) => change.day === day),
    }));
    return html`<h1>${name}</h1>
<p class="lead">${words.say('leadChanges')}</p>
${days.map(
  ({ day, own }) => html`<section>
<h2>${showDay(words, day)}</h2>
<ul class="links">
${own.map((change) => showChange(site, change, part.path))}</ul>
</section>
`,
)}
${part.pager}`;
  });
}

function showChange({ words }: Site, { item, what }: ChangeView, from: string) {
  return html`<li><span class="what ${classOf(what)}">${words.say(whatHappened[what])}</span> ${linkWithId(item, from)}</li>
`;
}

const whatHappened: Readonly<Record<ChangeView['what'], PlainKey>> = {
  added: 'headAdded',
  'back to do': 'headReopened',
  begun: 'headStarted',
  done: 'headDone',
  dropped: 'headDropped',
};

function classOf(what: ChangeView['what']): string {
  switch (what) {
    case 'added':
    case 'back to do':
      return 'todo';
    case 'begun':
      return 'doing';
    case 'done':
    case 'dropped':
      return what;
    default:
      return what satisfies never;
  }
}
