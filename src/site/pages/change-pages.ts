import { html } from '../html.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkWithId, showDay } from '../parts.js';
import { sectionOf } from '../sections.js';
import type { ChangeView } from '../site-view.js';

/** What happened, day by day, newest first. */
export function changePages({ view: { changes } }: Site): readonly Page[] {
  if (changes.length === 0) return [];
  const { path, name } = sectionOf.changes;
  return paginate({ path, title: name, section: path }, changes, (part) => {
    const days = [...new Set(part.rows.map(({ day }) => day))].map((day) => ({
      day,
      own: part.rows.filter((change) => change.day === day),
    }));
    return html`<h1>${name}</h1>
<p class="lead">What was added, begun, finished and decided against, as git kept it.</p>
${days.map(
  ({ day, own }) => html`<section>
<h2>${showDay(day)}</h2>
<ul class="links">
${own.map((change) => showChange(change, part.path))}</ul>
</section>
`,
)}
${part.pager}`;
  });
}

function showChange({ item, what }: ChangeView, from: string) {
  return html`<li><span class="what ${classOf(what)}">${what}</span> ${linkWithId(item, from)}</li>
`;
}

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
