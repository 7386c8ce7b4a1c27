import { drawRoadmap } from '../../chart/roadmap.js';
import { cutText } from '../../text/cut.js';
import { showChart } from '../chart-figure.js';
import { type Html, html } from '../html.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkWithId, showDay, showProgress, showStatus, showTable } from '../parts.js';
import { capitalize, count, sayDay } from '../say.js';
import { sectionOf } from '../sections.js';
import type { RoadmapRow } from '../site-view.js';

/** More rows make no picture any more; the tables have all of them. */
const mostDrawn = 12;

/** What is now, next and later, with the days. */
export function roadmapPages(site: Site): readonly Page[] {
  const { view } = site;
  const { path, name } = sectionOf.roadmap;
  const order = ['now', 'next', 'later'] as const;
  const rows = order.flatMap((horizon) => view.roadmap.filter((row) => row.horizon === horizon));
  return paginate({ path, title: name, section: path }, rows, (part) => {
    const groups = order
      .map((horizon) => ({ horizon, own: part.rows.filter((row) => row.horizon === horizon) }))
      .filter(({ own }) => own.length > 0);
    return html`<h1>${name}</h1>
<p class="lead">What comes when, by the order of the backlog and the pace of the last sprints.</p>
${explainDays(site)}
${part.number === 1 && rows.length > 0 && drawPicture(site)}
${groups.map(
  ({ horizon, own }) => html`<section>
<h2>${capitalize(horizon)}</h2>
${showRows(site, own, part.path, `${capitalize(horizon)} on the roadmap`)}
</section>
`,
)}
${rows.length === 0 && html`<p>Nothing is open.</p>`}
${part.pager}`;
  });
}

export function explainDays({ view: { forecast, today, way } }: Site): Html {
  const { samples, enough } = forecast;
  const basis =
    samples === 0
      ? way.period === 'sprint'
        ? 'No sprint is closed yet, so no days can be named.'
        : 'Nothing was finished in a whole week yet, so no days can be named.'
      : `Worked out on ${sayDay(today)} from ${count(samples, way.period === 'sprint' ? 'closed sprint' : 'week')}${enough ? '.' : ': too few to be sure, so take the days as rough.'}`;
  return html`<p class="note">${basis}</p>`;
}

function drawPicture({ view: { picture } }: Site): Html {
  const entries = picture.entries.slice(0, mostDrawn);
  return showChart(drawRoadmap({ ...picture, entries }), 'roadmap', 'Roadmap as a chart');
}

function showRows(
  { view: { backlog, forecast } }: Site,
  rows: readonly RoadmapRow[],
  from: string,
  caption: string,
): Html {
  return showTable(
    caption,
    [
      { name: 'Epic', isHeader: true },
      { name: 'Status', isShort: true },
      { name: 'Progress' },
      { name: forecast.enough ? 'As likely as not' : 'At the pace so far' },
      { name: '85 % sure' },
      { name: 'Due' },
    ],
    rows.map(({ item, title, progress, even, safe, due }) => [
      item ? linkWithId(item, from) : cutText(title, 200),
      item && showStatus(backlog, item),
      showProgress(progress, `Done of ${cutText(title, 80)}`),
      showDay(even),
      forecast.enough && showDay(safe),
      showDay(due),
    ]),
  );
}

/** Every epic, the finished ones too. */
export function epicPages(site: Site): readonly Page[] {
  const { view } = site;
  const { path, name } = sectionOf.epics;
  const epics = view.backlog.work.filter(({ type }) => type === 'epic');
  if (epics.length === 0) return [];
  return paginate({ path, title: name, section: path }, epics, (part) => {
    const table = showTable(
      'Epics',
      [
        { name: 'Epic', isHeader: true },
        { name: 'Status', isShort: true },
        { name: 'Progress' },
        { name: view.forecast.enough ? '85 % sure by' : 'At the pace so far' },
      ],
      part.rows.map((epic) => {
        const row = site.index.rowOf.get(epic);
        return [
          linkWithId(epic, part.path),
          showStatus(view.backlog, epic),
          row && showProgress(row.progress, `Done of ${cutText(epic.title, 80)}`),
          showDay((view.forecast.enough ? row?.safe : row?.even) ?? null),
        ];
      }),
    );
    return html`<h1>${name}</h1>
<p class="lead">The large pieces that items are parts of.</p>
${table}
${part.pager}`;
  });
}
