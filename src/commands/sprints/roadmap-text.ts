import { countedIn, sayProgress } from '../../backlog/progress.js';
import { horizons, type Roadmap, type RoadmapEntry } from '../../ops/sprints/roadmap.js';
import { fewestSamples } from '../../plan/forecast.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';
import { escapeMarkdown } from '../../text/markdown.js';
import { capitalize } from '../../text/words.js';
import { describeDue } from './forecast-due-text.js';

/** A heading with the entries below it. */
export interface RoadmapGroup {
  readonly title: string;
  readonly entries: readonly RoadmapEntry[];
}

/** By now, next and later, or by quarter; empty groups are left out. */
function groupRoadmap({ entries }: Roadmap, quarters: boolean): readonly RoadmapGroup[] {
  const keyOf = (entry: RoadmapEntry) =>
    quarters ? (entry.quarter ?? undated) : capitalize(entry.horizon);
  const keys = quarters
    ? [...new Set(entries.map(keyOf))].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    : horizons.map(capitalize);
  return keys
    .map((title) => ({ title, entries: entries.filter((entry) => keyOf(entry) === title) }))
    .filter((group) => group.entries.length > 0)
    .map((group) => ({ ...group, title: sayQuarter(group.title) }));
}

const undated = 'No date yet';

function sortKey(key: string): string {
  return key === undated ? '~' : key;
}

/** `2027-Q1` as people say it. */
function sayQuarter(title: string): string {
  const [, year, quarter] = /^(\d{4})-(Q\d)$/.exec(title) ?? [];
  return year === undefined ? title : `${quarter} ${year}`;
}

/** One entry a line: horizon, quarter, id, title, done and all as the team counts, the 50 and 85 % dates. */
export function tabulateRoadmap({ entries }: Roadmap, style: Style): string {
  return style.table({
    columns: [],
    rows: entries.map((entry) => [
      entry.horizon,
      entry.quarter ?? '',
      entry.id ?? '',
      entry.title,
      String(countedIn(entry).done),
      String(countedIn(entry).all),
      entry.percentiles['50'].date ?? '',
      entry.percentiles['85'].date ?? '',
    ]),
  });
}

export function describeRoadmap(roadmap: Roadmap, quarters: boolean, style: Style): string {
  if (roadmap.entries.length === 0) return 'Nothing is open.';
  const right = 'right' as const;
  const { enough } = roadmap;
  const groups = groupRoadmap(roadmap, quarters);
  // One table for all, so that columns stand below each other; a row without cells is a heading.
  const table = style.table({
    columns: [
      { title: 'EPIC' },
      { title: '', shrinks: true },
      { title: 'DONE', align: right },
      ...(enough
        ? [
            { title: 'LIKELY (50 %)', align: right },
            { title: 'SAFE (85 %)', align: right },
          ]
        : [{ title: 'AT THIS PACE', align: right }]),
    ],
    rows: groups.flatMap(({ title, entries }) => [
      [style.bold(title), '', '', '', ...(enough ? [''] : [])],
      ...entries.map((entry) => [
        entry.id ?? '',
        entry.title,
        sayProgress(entry),
        ...describeDates(entry, enough, style),
      ]),
    ]),
  });
  return [
    style.dim(describeBasis(roadmap, style)),
    ...(roadmap.samples === 0 ? [] : [style.dim(capitalize(roadmap.assumed))]),
    ...(enough ? [] : [style.yellow(describeShortage(roadmap))]),
    '',
    table,
    ...describeDue('WOULD BE LATE', roadmap.late, style),
  ].join('\n');
}

function describeBasis(roadmap: Roadmap, style: Style): string {
  return `On ${style.day(roadmap.today)}, in the order of the backlog, from ${sayBasis(roadmap)}`;
}

/** `3 closed sprints`, `7 weeks`. */
function sayBasis({ samples, period }: Pick<Roadmap, 'samples' | 'period'>): string {
  return count(samples, period === 'sprint' ? 'closed sprint' : 'week');
}

function describeShortage({ samples, period }: Pick<Roadmap, 'samples' | 'period'>): string {
  const none =
    period === 'sprint' ? 'No sprint is closed yet' : 'Nothing was finished in a whole week yet';
  const needed = sayBasis({ samples: fewestSamples, period });
  return samples === 0
    ? `${none}, so there are no dates.`
    : `Too little history for a forecast, which needs at least ${needed}: the dates are rough.`;
}

function describeDates(
  { percentiles, unsplit, items }: RoadmapEntry,
  enough: boolean,
  style: Style,
): readonly string[] {
  const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
  const none = unsplit ? 'not split yet' : items.all === items.done ? 'all parts done' : 'no date';
  if (even === null) return enough ? ['', none] : [none];
  if (!enough) return [style.day(even)];
  return [style.day(even), safe === null ? '?' : style.day(safe)];
}

/** The roadmap as a Markdown page, without a heading of its own above the first level. */
export function writeRoadmapMarkdown(roadmap: Roadmap, quarters: boolean): string {
  const { today, enough, late } = roadmap;
  const groups = groupRoadmap(roadmap, quarters).map(({ title, entries }) =>
    [`## ${title}`, '', ...entries.map((entry) => writeEntry(entry, enough))].join('\n'),
  );
  const pairs =
    ' Of each pair of dates, the first is as likely as not, the second holds 85 times in 100.';
  const basis = `As of ${today}, in the order of the backlog, from ${sayBasis(roadmap)}.${enough ? pairs : ''}`;
  const warning = enough ? [] : [`**${describeShortage(roadmap)}**`];
  const misses =
    late.length === 0
      ? []
      : [
          [
            '## Would be late',
            '',
            ...late.map(({ id, title, due, date }) => {
              const by = enough ? 'safe by' : 'at this pace done by';
              const day = date === null ? 'not foreseeable' : `${by} ${date}`;
              return `- ${id} ${escapeMarkdown(title)}: due ${due}, ${day}`;
            }),
          ].join('\n'),
        ];
  const body = groups.length === 0 ? ['Nothing is open.'] : groups;
  return ['# Roadmap', basis, ...warning, ...body, ...misses].join('\n\n');
}

function writeEntry(entry: RoadmapEntry, enough: boolean): string {
  const { id, title, percentiles, unsplit, due } = entry;
  const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
  const range = enough ? `${even} to ${safe ?? 'no date'}` : `at this pace done by ${even}`;
  const when = even !== null ? range : unsplit ? 'not split yet' : null;
  const facts = [sayProgress(entry), when, due === null ? null : `due ${due}`].filter(Boolean);
  const name = id === null ? escapeMarkdown(title) : `${id} ${escapeMarkdown(title)}`;
  return `- **${name}**${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`;
}
