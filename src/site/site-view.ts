import type { Backlog } from '../backlog/backlog.js';
import type { Progress, SprintTotals } from '../backlog/progress.js';
import type { WayOfWorking } from '../backlog/way-of-working.js';
import type { SprintDays } from '../chart/burndown.js';
import type { RoadmapPicture } from '../chart/roadmap.js';
import type { VelocityPicture } from '../chart/velocity.js';
import type { Item } from '../item/item.js';
import type { Reading } from '../item/reading.js';
import type { Day } from '../text/date.js';

/** What the site shows, worked out: plain data, nothing private in it. */
export interface SiteView {
  /** Without private documents. */
  readonly backlog: Backlog;
  readonly today: Day;
  /** The open items' places, by id, in the order of the backlog. */
  readonly places: ReadonlyMap<string, PlaceView>;
  /** The story in an item's body, by id. */
  readonly stories: ReadonlyMap<string, StoryView>;
  readonly way: WayOfWorking;
  readonly model: { readonly name: string; readonly formula: string } | null;
  readonly forecast: ForecastView;
  readonly roadmap: readonly RoadmapRow[];
  readonly picture: RoadmapPicture;
  /** Newest first. */
  readonly sprints: readonly SprintView[];
  readonly pace: PaceView;
  readonly velocity: VelocityPicture;
  /** By goal id. */
  readonly goals: ReadonlyMap<string, GoalView>;
  /** Newest first. */
  readonly changes: readonly ChangeView[];
}

/** What the team finished in the last sprints or weeks, in what it counts. */
export interface PaceView {
  readonly mean: number | null;
  readonly spread: { readonly sprints: number } | null;
}

/** An open item's place and the reason for it. */
export interface PlaceView {
  readonly place: number;
  readonly of: number;
  /** Null where the model has none. */
  readonly score: number | null;
  /** `WSJF 3.20 = (8 + 5 + 3) / 5`, or what is missing; empty without a model. */
  readonly reason: string;
  /** Where the score alone would put it; null where that is the place it has. */
  readonly byScore: number | null;
  readonly isPinned: boolean;
  /** What waits for it and by its score set the place. */
  readonly before: Item | null;
  /** What it waits for, the open ones. */
  readonly after: readonly Item[];
}

export interface StoryView {
  readonly role: string | null;
  readonly want: string | null;
  readonly benefit: string | null;
  /** The persona the role means, or that `persona:` names. */
  readonly persona: Item | null;
  /** Where the sentence stands in the body. */
  readonly span: readonly [start: number, end: number];
}

export interface ForecastView {
  /** Closed sprints, or weeks, behind it. */
  readonly samples: number;
  /** Enough of them to name a day without a warning. */
  readonly enough: boolean;
  /** How many it takes to be enough. */
  readonly fewest: number;
  /** The day by which 85 of 100 futures have it done, by item id. */
  readonly dates: ReadonlyMap<string, Day>;
  /** Of all that is open. */
  readonly all: Day | null;
  /** Open work in what the team counts, items without an estimate not counted in points. */
  readonly left: number;
  readonly unestimated: number;
}

export interface RoadmapRow {
  /** Null for the items without an epic. */
  readonly item: Item | null;
  readonly title: string;
  readonly horizon: 'now' | 'next' | 'later';
  readonly progress: Progress;
  readonly even: Day | null;
  readonly safe: Day | null;
  readonly due: Day | null;
}

export interface SprintView {
  readonly item: Item;
  readonly state: 'planned' | 'running' | 'closed';
  readonly start: Day | null;
  readonly end: Day | null;
  /** In what the team counts. */
  readonly totals: SprintTotals;
  readonly items: readonly SprintItemView[];
  /** Null before it has begun. */
  readonly days: SprintDays | null;
}

export interface SprintItemView {
  readonly item: Item;
  readonly points: number | null;
  readonly outcome: 'open' | 'done' | 'carried' | 'removed';
  /** Added after the sprint had started. */
  readonly cameLater: boolean;
}

export interface GoalView {
  readonly items: readonly Item[];
  readonly progress: Progress;
  /** The measure by day, oldest first. */
  readonly readings: readonly Reading[];
}

/** A status an item got. */
export interface ChangeView {
  readonly day: Day;
  readonly item: Item;
  readonly what: 'added' | 'begun' | 'done' | 'dropped' | 'back to do';
}
