import type { PlainKey } from '../language/catalogue.js';
import type { Words } from '../language/words.js';
import { addDays, type Day } from '../text/date.js';
import { drawChart, type LegendEntry, type Plot } from './frame.js';
import { drawLabel, drawLine, drawRule, type Point } from './marks.js';
import { element } from './svg.js';

export interface SprintDays {
  readonly id: string;
  readonly title: string;
  readonly start: Day;
  /** Not closed yet: the last known day is today. */
  readonly running: boolean;
  /** Points at the start. */
  readonly committed: number;
  /** What the numbers are in. */
  readonly unit: 'points' | 'items';
  readonly days: readonly {
    readonly day: Day;
    readonly off: boolean;
    /** At the day's end; null on days to come. */
    readonly scope: number | null;
    readonly done: number | null;
    readonly left: number | null;
    readonly ideal: number;
  }[];
}

/** Points left by day, beside an even pace and the scope. */
export function drawBurndown(sprint: SprintDays, words: Words): string {
  const last = sprint.days.findLast(({ left }) => left !== null);
  const { committed, unit } = sprint;
  return drawSprint(sprint, words, {
    kind: words.say('burndown'),
    subtitle: [
      words.say(unit === 'points' ? 'pointsLeft' : 'itemsLeft', { count: last?.left ?? committed }),
      sayEntry('scope', last?.scope ?? committed, words),
      sayEntry('committedHead', committed, words),
    ].join(' · '),
    description: words.say('burndownShows'),
    label: words.say('left'),
    lines: [
      { name: words.say('left'), key: 'left', from: committed },
      { name: words.say('evenLine'), key: 'ideal', from: committed },
      { name: words.say('scope'), key: 'scope', from: committed },
    ],
  });
}

/** Points done by day, up to the scope that moves. */
export function drawBurnup(sprint: SprintDays, words: Words): string {
  const last = sprint.days.findLast(({ done }) => done !== null);
  const { committed, unit } = sprint;
  return drawSprint(sprint, words, {
    kind: words.say('burnup'),
    subtitle: [
      words.say(unit === 'points' ? 'donePoints' : 'doneItems', {
        done: last?.done ?? 0,
        count: last?.scope ?? committed,
      }),
      sayEntry('committedHead', committed, words),
    ].join(' · '),
    description: words.say('burnupShows'),
    label: words.say('headDone'),
    lines: [
      { name: words.say('headDone'), key: 'done', from: 0 },
      { name: words.say('evenLine'), key: 'pace', from: 0 },
      { name: words.say('scope'), key: 'scope', from: committed },
    ],
  });
}

function sayEntry(key: PlainKey, value: number, words: Words): string {
  return words.say('entry', { title: words.say(key), text: words.number(value) });
}

interface SprintPicture {
  readonly kind: string;
  readonly subtitle: string;
  readonly description: string;
  readonly label: string;
  readonly lines: readonly {
    readonly name: string;
    readonly key: 'left' | 'done' | 'scope' | 'ideal' | 'pace';
    /** Where it stands when the sprint starts. */
    readonly from: number;
  }[];
}

function drawSprint(sprint: SprintDays, words: Words, picture: SprintPicture): string {
  const { id, title, start, committed, days } = sprint;
  const end = addDays(days.at(-1)?.day ?? start, 1);
  const most = Math.max(committed, 1, ...days.map(({ scope }) => scope ?? 0));
  const name = title === id ? id : `${id} ${title}`;
  return drawChart({
    title: words.say('entry', { title: name, text: picture.kind }),
    subtitle: picture.subtitle,
    description: picture.description,
    x: {
      kind: 'day',
      label: words.say('day'),
      unit: words.say('shaded'),
      domain: [start, end],
      words,
    },
    y: {
      kind: 'number',
      label: picture.label,
      unit: words.say(sprint.unit === 'points' ? 'pointsHead' : 'itemsHead'),
      format: words.number,
      domain: [0, most * 1.04],
    },
    legend: picture.lines.map(
      (line, series): LegendEntry => ({
        name: line.name,
        series,
        mark: 'line',
      }),
    ),
    grid: 'y',
    marks: (plot) => [
      ...days.filter(({ off }) => off).map(({ day }) => shadeDay(plot, day)),
      ...(sprint.running ? markToday(plot, days, words) : []),
      ...picture.lines
        .map(({ key, from }, series) => {
          const points: readonly Point[] = [
            [plot.x(start), plot.y(from)],
            ...days.flatMap((day): readonly Point[] => {
              const value = key === 'pace' ? committed - day.ideal : day[key];
              return value === null ? [] : [[plot.x(addDays(day.day, 1)), plot.y(value)]];
            }),
          ];
          return drawLine(points, { series, hint: picture.lines[series]?.name ?? '' });
        })
        // What happened lies over what was meant to.
        .toReversed(),
    ],
  });
}

function shadeDay(plot: Plot, day: Day): string {
  const x = plot.x(day);
  return element('rect', {
    class: 'zone',
    x,
    y: plot.top,
    width: plot.x(addDays(day, 1)) - x,
    height: plot.bottom - plot.top,
  });
}

function markToday(plot: Plot, days: SprintDays['days'], words: Words): readonly string[] {
  const today = days.findLast(({ scope }) => scope !== null);
  if (!today || today === days.at(-1)) return [];
  const x = plot.x(addDays(today.day, 1));
  return [
    drawRule([x, plot.top], [x, plot.bottom]),
    drawLabel(
      [x, plot.top - 6],
      words.say('asOf', { day: words.shortDay(today.day, 'tick') }),
      'middle',
    ),
  ];
}
