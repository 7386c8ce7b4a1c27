import { allItems } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import { findItem, findItems } from '../backlog/lookup.js';
import { parseCounts } from '../check/counts.js';
import type { Preset } from '../check/define-rule.js';
import type { CheckReport } from '../check/finding.js';
import type { RuleSetting } from '../check/settings.js';
import { readLastChanges } from '../git/last-changes.js';
import type { Item } from '../item/item.js';
import { countsFile, reportCounted } from '../ops/check/count-findings.js';
import { checkWithCache } from '../ops/check/incremental/cached-check.js';
import { type AddedItem, addItem, findKind } from '../ops/items/add-item.js';
import { composeStory } from '../ops/items/compose-story.js';
import { applyRanks, readPlace } from '../ops/items/place.js';
import { queryContext } from '../ops/items/query-context.js';
import { selectByQuery } from '../ops/items/query-items.js';
import { setFields } from '../ops/items/set-fields.js';
import { moveItems } from '../ops/order/move-items.js';
import { type BacklogRanking, findRankChanges, rankBacklog } from '../ops/order/rank-backlog.js';
import { type ForecastReport, forecastBacklog } from '../ops/sprints/forecast.js';
import { requireWork, selectScope } from '../ops/sprints/forecast-order.js';
import { type OutlookRequest, usualOutlook } from '../ops/sprints/forecast-outlook.js';
import {
  type PlannedSprint,
  type PlanRequest,
  planNextSprint,
} from '../ops/sprints/sprint-plan.js';
import { loadModel } from '../score/load-model.js';
import { isIgnoredName } from '../store/locate.js';
import type { Store } from '../store/store.js';
import { loadTemplate } from '../store/templates.js';
import type { Clock } from '../text/clock.js';
import type { Day } from '../text/date.js';
import { failUsage, type Problem, unwrap } from '../text/problem.js';

/** A backlog as it was when it was read. Nothing here changes it, or writes. */
export interface BacklogSnapshot {
  /** Work items in backlog order, closed and archived ones too; then the other documents by path. */
  readonly items: readonly Item[];
  /** Files that could not be read, and what an interrupted program left half written. */
  readonly problems: readonly Problem[];
  /**
   * One document by its id or any unique beginning of it, such as `7K`.
   *
   * @throws ProblemError when no document, or more than one, has it
   */
  find(id: string): Item;
  /**
   * The items a query matches, in backlog order: `status:ready points:..5`, as `list` takes it.
   * Closed and archived items only with `all`, or when the query names a status.
   *
   * @param query words with spaces between them, or a list of words, which may have spaces in them
   */
  query(query: string | readonly string[], options?: { readonly all?: boolean }): readonly Item[];
  /** Checks every document, by the backlog's own settings and then by `options`. */
  check(options?: CheckChoices): Promise<CheckReport>;
  /**
   * The open items in the order of their scores.
   *
   * @param model the id of a scoring model, such as `rice`; that of `backlog.yaml` without it
   */
  rank(model?: string): Promise<BacklogRanking>;
  /** The best set of items for the next sprint, or for several. */
  plan(options?: PlanOptions): Promise<PlannedSprint>;
  /** When open work will be done, by simulation of the team's past. */
  forecast(options?: ForecastOptions): ForecastReport;
  /** A new document, from the template of its type. */
  add(item: NewDocument): AddedItem;
  /**
   * Sets fields of documents, losslessly.
   *
   * @param assignments as `set` takes them: `points=5`, `labels+=api`, `score.value=8`, `due=`
   */
  set(ids: readonly string[], assignments: readonly string[]): ChangeSet;
  /** Moves work items, in the order given, to a place in the backlog's order. */
  move(ids: readonly string[], place: PlaceChoice): ChangeSet;
  /** The fewest changes that bring the backlog into the order of a ranking. */
  reorder(ranking: BacklogRanking): ChangeSet;
}

/** Exactly one of these. */
export interface PlaceChoice {
  readonly top?: boolean;
  readonly bottom?: boolean;
  /** The id of the item it comes before. */
  readonly before?: string;
  /** The id of the item it comes after. */
  readonly after?: string;
}

export interface CheckChoices {
  /** `recommended` unless `backlog.yaml` names another. */
  readonly preset?: Preset;
  /** A level for a rule by its id, or a level and options: `{'story/no-benefit': 'off'}`. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** What has no value here is decided as `sprint plan` decides it. */
export interface PlanOptions
  extends Partial<
    Pick<
      PlanRequest,
      | 'capacity'
      | 'velocity'
      | 'unit'
      | 'basis'
      | 'skills'
      | 'members'
      | 'goalShare'
      | 'reserve'
      | 'sprints'
      | 'discount'
      | 'withAlternatives'
      | 'withoutPrices'
      | 'timeLimit'
      | 'nodeLimit'
    >
  > {
  /** The id of a scoring model; that of `backlog.yaml` without it. */
  readonly model?: string;
  /** Ids of items that must be chosen. */
  readonly must?: readonly string[];
  /** Ids of items that must not be chosen. */
  readonly not?: readonly string[];
  /** The id of the goal that `goalShare` of the plan serves. */
  readonly goal?: string;
}

/** What has no value here is decided as `forecast` decides it. */
export interface ForecastOptions extends Partial<Omit<OutlookRequest, 'today'>> {
  /** Ids, or a query as `list` takes it; all open work without it. */
  readonly of?: string | readonly string[];
  /** Only the first so many of these items. A whole number of 1 or more. */
  readonly top?: number;
  /** How much is done by the end of this day, such as `2027-03-31`. */
  readonly by?: Day;
  /** As if the team did only this. */
  readonly alone?: boolean;
}

export interface NewDocument {
  /** `story` without it. */
  readonly type?: string;
  /** Of a story, needed only where there is no `want`. */
  readonly title?: string;
  readonly role?: string;
  readonly want?: string;
  readonly benefit?: string;
  /** Acceptance criteria, one line each. */
  readonly criteria?: readonly string[];
  /** As `set` takes them. */
  readonly assignments?: readonly string[];
  /** Work items come last without it. */
  readonly place?: PlaceChoice;
}

export function takeSnapshot(
  store: Store,
  clock: Clock,
  interruptions: readonly Problem[],
): BacklogSnapshot {
  const backlog = unwrap(store.read());
  let days: ReadonlyMap<string, string> | undefined;
  const updatedOf = ({ document }: Item) => {
    days ??= unwrap(readLastChanges(store.root, 'HEAD'));
    return days.get(document.path) ?? null;
  };
  const find = (id: string) => unwrap(findItem(backlog, id));
  const findAll = (ids: readonly string[]) => unwrap(findItems(backlog, ids));
  const findPlace = (place: PlaceChoice) =>
    unwrap(
      readPlace(backlog, {
        top: false,
        bottom: false,
        before: undefined,
        after: undefined,
        ...place,
      }),
    );
  return {
    items: allItems(backlog),
    problems: [...interruptions, ...backlog.problems],
    find,
    query: (query, { all = false } = {}) =>
      unwrap(
        selectByQuery(backlog, {
          words: wordsOf(query),
          all,
          updatedOf,
          context: queryContext(backlog),
        }),
      ),
    async check(options = {}) {
      const isReported = (path: string) => !isIgnoredName(path.slice(path.lastIndexOf('/') + 1));
      const check = { isReported, today: clock.today, overrides: options };
      const { report } = unwrap(await checkWithCache(backlog, check, store.memory()));
      const counts = unwrap(parseCounts(store.readFile(countsFile), countsFile));
      const failsStale = Object.keys(options).length === 0;
      return reportCounted(report, { counts, isChecked: isReported, failsStale });
    },
    rank: async (model) =>
      unwrap(rankBacklog(backlog, unwrap(await loadModel(backlog.settings, model)))),
    async plan({ model: id, must = [], not = [], goal, ...rest } = {}) {
      const model = unwrap(await loadModel(backlog.settings, id));
      const request = { ...rest, must: findAll(must), not: findAll(not) };
      const constrained = goal === undefined ? request : { ...request, goal: find(goal) };
      return unwrap(await planNextSprint(backlog, model, constrained, clock));
    },
    forecast({ of = [], top, by, alone = false, ...rest } = {}) {
      const scope = unwrap(selectScope(backlog, wordsOf(of), { updatedOf }, top));
      const request = { ...usualOutlook(backlog, clock.today), ...rest, by, alone };
      return forecastBacklog(backlog, unwrap(requireWork(scope)), request);
    },
    add({ type = 'story', criteria = [], assignments = [], place, ...parts }) {
      const kind = unwrap(findKind(backlog, type));
      const nothing = { title: undefined, role: undefined, want: undefined, benefit: undefined };
      const story = { ...nothing, condition: undefined, ...parts };
      const composed = unwrap(composeStory(type, story, backlog.settings.language));
      const template = unwrap(loadTemplate(store, composed.template ?? kind.template));
      const { title, answers } = composed;
      const at = place === undefined ? null : findPlace(place);
      const input = { type, title, answers, criteria, assignments, place: at };
      return unwrap(addItem(backlog, template, input, clock));
    },
    set: (ids, assignments) => unwrap(setFields(backlog, findAll(ids), assignments, clock)),
    move(ids, place) {
      const position = findPlace(place);
      if (position === null) failUsage('give a place: top, bottom, before or after');
      return unwrap(moveItems(backlog, findAll(ids), position));
    },
    reorder: ({ rows }) => unwrap(applyRanks(backlog, findRankChanges(backlog, rows))),
  };
}

function wordsOf(query: string | readonly string[]): readonly string[] {
  return typeof query === 'string' ? query.split(/\s+/).filter((word) => word !== '') : query;
}
