import { drawRoadmap } from '../../chart/roadmap.js';
import type { PlainKey } from '../../language/catalogue.js';
import { cutText } from '../../text/cut.js';
import { showChart } from '../chart-figure.js';
import { type Html, html } from '../html.js';
import type { Page, Site } from '../page.js';
import { paginate } from '../paginate.js';
import { linkWithId, showDay, showProgress, showStatus, showTable } from '../parts.js';
import { nameSection } from '../sections.js';
import type { RoadmapRow } from '../site-view.js';

/** More rows make no picture any more; the tables have all of them. */
const mostDrawn = 12;

const horizonNames: Readonly<Record<RoadmapRow['horizon'], PlainKey>> = {
  now: 'horizonNow',
  next: 'horizonNext',
  later: 'horizonLater',
};

/** What is now, next and later, with the days. */
export function roadmapPages(site: Site): readonly Page[] {
  const { view, words } = site;
  const { path, name } = nameSection('roadmap', words);
  const order = ['now', 'next', 'later'] as const;
  const rows = order.flatMap((horizon) => view.roadmap.filter((row) => row.horizon === horizon));
  return paginate(words, { path, title: name, section: path }, rows, (part) => {
    const groups = order
      .map((horizon) => ({
        title: words.say(horizonNames[horizon]),
        own: part.rows.filter((row) => row.horizon === horizon),
      }))
      .filter(({ own }) => own.length > 0);
    return html`<h1>${name}</h1>
<p class="lead">${words.say('leadRoadmap')}</p>
${explainDays(site)}
${part.number === 1 && rows.length > 0 && drawPicture(site)}
${groups.map(
  ({ title, own }) => html`<section>
<h2>${title}</h2>
${showRows(site, own, part.path, title)}
</section>
`,
)}
${rows.length === 0 && html`<p>${words.say('nothingOpen')}</p>`}
${part.pager}`;
  });
}

function explainDays(site: Site): Html {
  const { view, words } = site;
  const { samples, enough } = view.forecast;
  const basis = words.say(view.way.period === 'sprint' ? 'basisSprints' : 'basisWeeks', {
    day: words.day(view.today),
    count: samples,
  });
  const note = enough ? words.say('datePairs') : sayShortage(site);
  return html`<p class="note">${words.paragraph([...(samples === 0 ? [] : [basis]), note])}</p>`;
}

/** Why there are no days, or why they are rough. */
export function sayShortage({ view: { forecast, way }, words }: Site): string {
  const isSprints = way.period === 'sprint';
  if (forecast.samples === 0) return words.say(isSprints ? 'noSprints' : 'noWeeks');
  return words.say(isSprints ? 'fewSprints' : 'fewWeeks', { count: forecast.fewest });
}

function drawPicture({ view: { picture }, words }: Site): Html {
  const entries = picture.entries.slice(0, mostDrawn);
  const chart = drawRoadmap({ ...picture, entries }, words);
  return showChart(chart, 'roadmap', words.say('headRoadmap'));
}

function showRows(site: Site, rows: readonly RoadmapRow[], from: string, caption: string): Html {
  const { view, words } = site;
  const { enough } = view.forecast;
  return showTable(
    caption,
    [
      { name: words.say('kindEpic'), isHeader: true },
      { name: words.say('status'), isShort: true },
      { name: words.say('progress') },
      { name: enough ? words.say('likely', { share: words.percent(0.5) }) : words.say('atPaceBy') },
      { name: words.say('likely', { share: words.percent(0.85) }) },
      { name: words.say('due') },
    ],
    rows.map(({ item, title, progress, even, safe, due }) => {
      const name = item ? cutText(title, 200) : words.say('withoutEpic');
      return [
        item ? linkWithId(item, from) : name,
        item && showStatus(site, item),
        showProgress(progress, name, words),
        showDay(words, even),
        enough && showDay(words, safe),
        showDay(words, due),
      ];
    }),
  );
}

/** Every epic, the finished ones too. */
export function epicPages(site: Site): readonly Page[] {
  const { view, words } = site;
  const { path, name } = nameSection('epics', words);
  const epics = view.backlog.work.filter(({ type }) => type === 'epic');
  if (epics.length === 0) return [];
  const { enough } = view.forecast;
  return paginate(words, { path, title: name, section: path }, epics, (part) => {
    const table = showTable(
      name,
      [
        { name: words.say('kindEpic'), isHeader: true },
        { name: words.say('status'), isShort: true },
        { name: words.say('progress') },
        { name: words.say(enough ? 'doneBy' : 'atPaceBy') },
      ],
      part.rows.map((epic) => {
        const row = site.index.rowOf.get(epic);
        return [
          linkWithId(epic, part.path),
          showStatus(site, epic),
          row && showProgress(row.progress, cutText(epic.title, 80), words),
          showDay(words, (enough ? row?.safe : row?.even) ?? null),
        ];
      }),
    );
    return html`<h1>${name}</h1>
<p class="lead">${words.say('leadEpics')}</p>
${table}
${part.pager}`;
  });
}
