import { allItems, type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import { listServing } from '../../backlog/membership.js';
import { listCounted, measureProgress, measureSize } from '../../backlog/progress.js';
import { wayOf } from '../../backlog/way-of-working.js';
import { categoryOf } from '../../backlog/workflow.js';
import { resolveRole } from '../../check/personas.js';
import { shownBodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { readingsOf } from '../../item/reading.js';
import type { Words } from '../../language/words.js';
import { fewestSamples } from '../../plan/forecast.js';
import type { ScoreModel } from '../../score/define-model.js';
import type {
  ChangeView,
  ForecastView,
  GoalView,
  RoadmapRow,
  SiteView,
  StoryView,
} from '../../site/site-view.js';
import { findStory } from '../../story/find-story.js';
import type { Day } from '../../text/date.js';
import { factsOf } from '../../text/facts.js';
import { publishBacklog } from '../items/publish-backlog.js';
import {
  dayToGoBy,
  lookAhead,
  type Outlook,
  usualOutlook,
  usualTrials,
} from '../sprints/forecast-outlook.js';
import { measurePace } from '../sprints/pace.js';
import { arrangeRoadmap, publishRoadmap, type Roadmap } from '../sprints/roadmap.js';
import { viewPlaces } from './site-places.js';
import { viewSprints } from './site-sprints.js';

export interface SiteRequest {
  readonly today: Day;
  /** Null where the settings name none that can be used: then no scores are shown. */
  readonly model: ScoreModel | null;
  /** By file name; empty without git. */
  readonly history: StatusHistory;
  readonly words: Words;
}

/**
 * Works out what the site shows. Days, velocity and burndowns count private work too, since the
 * team does it all the same; all that is named is public.
 */
export function viewSite(whole: Backlog, { today, model, history, words }: SiteRequest): SiteView {
  const backlog = withoutDoubles(publishBacklog(whole));
  const outlook = lookAhead(whole, {
    ...usualOutlook(whole, today),
    trials: trialsFor(backlog),
  });
  const shown = showOutlook(outlook, backlog);
  const roadmap = publishRoadmap(backlog, arrangeRoadmap(whole, outlook, today));
  const pace = measurePace(whole, today);
  return {
    backlog,
    today,
    way: wayOf(whole),
    places: viewPlaces(backlog, model, words),
    stories: viewStories(backlog),
    model: model === null ? null : { name: model.name, formula: model.formula },
    forecast: viewForecast(outlook, shown),
    roadmap: roadmap.entries.map((entry) => toRow(backlog, entry)),
    picture: { ...roadmap, fewest: fewestSamples, product: backlog.settings.product ?? null },
    sprints: viewSprints(whole, backlog, today),
    pace,
    velocity: {
      sprints: pace.sprints.filter(({ sprint }) => getItem(backlog, sprint)).slice(-drawnSprints),
      mean: pace.mean,
      last: pace.spread?.sprints ?? 0,
      unit: pace.unit,
    },
    goals: viewGoals(whole, backlog),
    changes: listChanges(backlog, history),
  };
}

const drawnSprints = 14;

/** Drawing ten thousand futures of ten thousand items would take longer than all the rest. */
function trialsFor({ work }: Backlog): number {
  return work.length > 2000 ? 2000 : usualTrials;
}

/** Of documents with one id, the one that references mean; those without an id have no page. */
function withoutDoubles(backlog: Backlog): Backlog {
  const isNamed = (item: Item) => getItem(backlog, item.id) === item;
  if (allItems(backlog).every(isNamed)) return backlog;
  const named: Backlog = {
    ...backlog,
    work: backlog.work.filter(isNamed),
    around: backlog.around.filter(isNamed),
    fact: factsOf(() => named),
  };
  return named;
}

/** The outlook's public part: the days stay those of all the work. */
function showOutlook(outlook: Outlook, backlog: Backlog): Outlook {
  const pairs = outlook.items.flatMap((item, index) => {
    const own = getItem(backlog, item.id);
    const completion = outlook.completions[index];
    return own ? [{ own, completion }] : [];
  });
  return {
    ...outlook,
    items: pairs.map(({ own }) => own),
    completions: pairs.flatMap(({ completion }) => completion ?? []),
  };
}

function viewForecast(whole: Outlook, shown: Outlook): ForecastView {
  const dates = new Map<string, Day>();
  for (const [index, { id }] of shown.items.entries()) {
    const date = dayToGoBy(shown, shown.completions[index]);
    if (date !== null) dates.set(id, date);
  }
  return {
    samples: whole.samples,
    enough: whole.enough,
    fewest: fewestSamples,
    dates,
    all: dayToGoBy(whole, whole.completions.at(-1)),
    left: measureSize(whole.items, whole.past.unit),
    unestimated:
      whole.past.unit === 'items' ? 0 : whole.items.filter(({ points }) => points === null).length,
  };
}

function toRow(backlog: Backlog, entry: Roadmap['entries'][number]): RoadmapRow {
  const { id, title, horizon, percentiles, due } = entry;
  return {
    item: id === null ? null : (getItem(backlog, id) ?? null),
    title,
    horizon,
    progress: entry,
    even: percentiles['50'].date,
    safe: percentiles['85'].date,
    due,
  };
}

function viewStories(backlog: Backlog): ReadonlyMap<string, StoryView> {
  const hasPersonas = itemsOfType(backlog, 'persona').length > 0;
  const roles = new Map<string, Item | null>();
  const personaOf = (role: string | null): Item | null => {
    if (role === null || !hasPersonas) return null;
    const known = roles.get(role);
    if (known !== undefined) return known;
    const { persona } = resolveRole(backlog, role);
    roles.set(role, persona);
    return persona;
  };
  const found = backlog.work.flatMap((item): readonly (readonly [string, StoryView])[] => {
    const story = findStory(shownBodyOf(item.document));
    if (!story?.reading.ok) return [];
    const { role, want, benefit } = story.reading;
    const named = item.persona === null ? undefined : getItem(backlog, item.persona);
    const persona = named?.type === 'persona' ? named : personaOf(role);
    return [[item.id, { role, want, benefit, persona, span: story.span }]];
  });
  return new Map(found);
}

/** The public goals, with the public work that serves each; the progress counts private work too. */
function viewGoals(whole: Backlog, backlog: Backlog): ReadonlyMap<string, GoalView> {
  return new Map(
    itemsOfType(backlog, 'goal').map((goal): [string, GoalView] => {
      const serving = listServing(whole, goal);
      const items = listCounted(whole, serving).flatMap(({ id }) => getItem(backlog, id) ?? []);
      const progress = measureProgress(whole, serving);
      return [goal.id, { items, progress, readings: readingsOf(goal) }];
    }),
  );
}

/** The statuses each file got, by its name, oldest first; the first is when it came. */
type StatusHistory = ReadonlyMap<string, readonly { readonly day: Day; readonly status: string }[]>;

/** Older ones are in git. */
const mostChanges = 500;

/** What was added, begun, finished and decided against, newest first. */
function listChanges(backlog: Backlog, history: StatusHistory): readonly ChangeView[] {
  const changes = backlog.work.flatMap((item): readonly ChangeView[] => {
    const { path } = item.document;
    const entries = history.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    return entries.flatMap(({ day, status }, index) => {
      const now = categoryOf(backlog.settings, { type: item.type, status });
      const before = entries[index - 1];
      if (!before) return [{ day, item, what: 'added' as const }];
      const was = categoryOf(backlog.settings, { type: item.type, status: before.status });
      return now === was ? [] : [{ day, item, what: entered[now] }];
    });
  });
  return changes
    .toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
    .slice(0, mostChanges);
}

const entered: Readonly<Record<Category, ChangeView['what']>> = {
  todo: 'back to do',
  doing: 'begun',
  done: 'done',
  dropped: 'dropped',
};
