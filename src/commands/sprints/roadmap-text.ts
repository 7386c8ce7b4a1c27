import { countedIn, sayProgress } from '../../backlog/progress.js';
import type { SentenceKey } from '../../language/catalogue.js';
import type { Words } from '../../language/words.js';
import {
  type Horizon,
  horizons,
  type Roadmap,
  type RoadmapEntry,
} from '../../ops/sprints/roadmap.js';
import { fewestSamples } from '../../plan/forecast.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';
import { capitalize } from '../../text/words.js';
import { describeDue } from './forecast-due-text.js';

/** A heading with the entries below it. */
export interface RoadmapGroup {
  readonly title: string;
  readonly entries: readonly RoadmapEntry[];
}

/** By now, next and later, or by quarter with what has no date last; empty groups are left out. */
export function groupRoadmap(
  { entries }: Roadmap,
  quarters: boolean,
  words: Words,
): readonly RoadmapGroup[] {
  const undated = '~';
  const keyOf = (entry: RoadmapEntry) => (quarters ? (entry.quarter ?? undated) : entry.horizon);
  const keys = quarters ? [...new Set(entries.map(keyOf))].toSorted() : horizons;
  const titleOf = (key: string) =>
    quarters ? sayQuarter(key, words) : words.say(horizonTitles[key as Horizon]);
  return keys
    .map((key) => ({
      title: titleOf(key),
      entries: entries.filter((entry) => keyOf(entry) === key),
    }))
    .filter((group) => group.entries.length > 0);
}

const horizonTitles = {
  now: 'horizonNow',
  next: 'horizonNext',
  later: 'horizonLater',
} as const satisfies Record<Horizon, SentenceKey>;

/** `2027-Q1` as people say it. */
function sayQuarter(key: string, words: Words): string {
  const [, year, quarter] = /^(\d{4})-Q(\d)$/.exec(key) ?? [];
  if (year === undefined || quarter === undefined) return words.say('noDateYet');
  return words.say('quarter', { quarter, year });
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

/** @param words English, as everything on a terminal */
export function describeRoadmap(
  roadmap: Roadmap,
  quarters: boolean,
  words: Words,
  style: Style,
): string {
  if (roadmap.entries.length === 0) return 'Nothing is open.';
  const right = 'right' as const;
  const { enough } = roadmap;
  const groups = groupRoadmap(roadmap, quarters, words);
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
