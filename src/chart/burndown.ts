import { sayNumber, saySize } from '../text/amount.js';
import { addDays, type Day, spellDay } from '../text/date.js';
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
export function drawBurndown(sprint: SprintDays): string {
  const last = sprint.days.findLast(({ left }) => left !== null);
  return drawSprint(sprint, {
    kind: 'burndown',
    subtitle: `${sayNumber(last?.left ?? sprint.committed)} of ${saySize(last?.scope ?? sprint.committed, sprint.unit)} left, ${sayNumber(sprint.committed)} committed`,
    description: 'Points left at the end of each day, an even pace to nothing, and the scope.',
    label: 'Left',
    lines: [
      { name: 'left', key: 'left', from: sprint.committed },
      { name: 'even pace', key: 'ideal', from: sprint.committed },
      { name: 'scope', key: 'scope', from: sprint.committed },
    ],
  });
}

/** Points done by day, up to the scope that moves. */
export function drawBurnup(sprint: SprintDays): string {
  const last = sprint.days.findLast(({ done }) => done !== null);
  return drawSprint(sprint, {
    kind: 'burnup',
    subtitle: `${sayNumber(last?.done ?? 0)} of ${saySize(last?.scope ?? sprint.committed, sprint.unit)} done, ${sayNumber(sprint.committed)} committed`,
    description: 'Points done by the end of each day, and the scope they are to reach.',
    label: 'Done',
    lines: [
      { name: 'done', key: 'done', from: 0 },
      { name: 'even pace', key: 'pace', from: 0 },
      { name: 'scope', key: 'scope', from: sprint.committed },
    ],
  });
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

function drawSprint(sprint: SprintDays, picture: SprintPicture): string {
  const { id, title, start, committed, days } = sprint;
  const end = addDays(days.at(-1)?.day ?? start, 1);
  const most = Math.max(committed, 1, ...days.map(({ scope }) => scope ?? 0));
  const name = title === id ? id : `${id} ${title}`;
  return drawChart({
    title: `${name}: ${picture.kind}`,
    subtitle: picture.subtitle,
    description: picture.description,
    x: {
      kind: 'day',
      label: 'Day',
      unit: 'each from its tick on; shaded: no working day',
      domain: [start, end],
    },
    y: { kind: 'number', label: picture.label, unit: sprint.unit, domain: [0, most * 1.04] },
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
      ...(sprint.running ? markToday(plot, days) : []),
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

function markToday(plot: Plot, days: SprintDays['days']): readonly string[] {
  const today = days.findLast(({ scope }) => scope !== null);
  if (!today || today === days.at(-1)) return [];
  const x = plot.x(addDays(today.day, 1));
  return [
    drawRule([x, plot.top], [x, plot.bottom]),
    drawLabel([x, plot.top - 6], `now, the end of ${spellDay(today.day, 'short')}`, 'middle'),
  ];
}
