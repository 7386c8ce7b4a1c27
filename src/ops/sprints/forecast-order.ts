import type { Backlog } from '../../backlog/backlog.js';
import { findItem, findItems } from '../../backlog/lookup.js';
import { createMembership, listSplit } from '../../backlog/membership.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { type Result, success, usage } from '../../text/problem.js';
import { personaOf } from '../items/persona-of.js';
import { queryContext } from '../items/query-context.js';
import { type ItemQuery, selectByQuery } from '../items/query-items.js';
import { listSprints } from './sprints.js';

/** The open work in the order it is expected to be done. */
export interface WorkOrder {
  /** Items of the running sprint first, then of planned ones, then the rest by the backlog. */
  readonly items: readonly Item[];
  /** Epics nobody has split or estimated: how much they are is not known. */
  readonly unknown: readonly Item[];
}

/** @param next ids of items planned to come right after the running sprint's */
export function orderOpenWork(backlog: Backlog, next: ReadonlySet<string> = new Set()): WorkOrder {
  const parents = listSplit(backlog);
  // What has parts is done by its parts: counting both would count the work twice.
  const leaves = backlog.work.filter(
    (item) =>
      isOpen(backlog.settings, item) && !item.archived && !parents.has(item.id.toUpperCase()),
  );
  const isUnknown = (item: Item) => item.type === 'epic' && item.points === null;
  const turns = sprintTurns(backlog);
  const turnOf = (item: Item) => {
    const turn = turns.get(item.sprint ?? '') ?? Number.POSITIVE_INFINITY;
    return next.has(item.id) ? Math.min(turn, afterRunning) : turn;
  };
  return {
    items: leaves
      .filter((item) => !isUnknown(item))
      .toSorted((a, b) => (turnOf(a) === turnOf(b) ? 0 : turnOf(a) - turnOf(b))),
    unknown: leaves.filter(isUnknown),
  };
}

/** Between the running sprint, whose turn is 0, and the planned ones. */
const afterRunning = 0.5;

function sprintTurns(backlog: Backlog): ReadonlyMap<string, number> {
  const coming = (['doing', 'todo'] as const).flatMap((category) =>
    listSprints(backlog).filter((sprint) => sprint.category === category),
  );
  return new Map(coming.map(({ id }, index) => [id, index]));
}

/** What a forecast is asked about. */
export interface ForecastScope {
  /** Open work items, of which some may be parts of what was asked for. */
  readonly items: readonly Item[];
  /** In words: `EP-2M9QT Working hours everyone can see`, `the whole backlog`. */
  readonly title: string;
}

/**
 * The open work that words name: ids (an epic stands for its parts, a goal, sprint, persona or
 * stakeholder for its items), or a query as `list` takes it. Without words, all of it.
 */
export function selectScope(
  backlog: Backlog,
  words: readonly string[],
  query: Pick<ItemQuery, 'updatedOf'>,
  top: number | undefined,
): Result<ForecastScope> {
  const { items: ordered } = orderOpenWork(backlog);
  const named = findNamed(backlog, words, query);
  if (!named.ok) return named;
  const requested = named.value;
  const membersOf = createMembership(backlog, (item) => personaOf(backlog, item));
  const members = new Set([...(requested.items ?? [])].flatMap(membersOf));
  const found = ordered.filter((item) => requested.items === null || members.has(item));
  const first = top === undefined ? found : found.slice(0, top);
  const title =
    top === undefined ? requested.title : `the top ${first.length} of ${requested.title}`;
  return success({ items: first, title });
}

interface Requested {
  /** Null: everything. */
  readonly items: ReadonlySet<Item> | null;
  readonly title: string;
}

function findNamed(
  backlog: Backlog,
  words: readonly string[],
  { updatedOf }: Pick<ItemQuery, 'updatedOf'>,
): Result<Requested> {
  if (words.length === 0) return success({ items: null, title: 'the whole backlog' });
  const ids = findItems(backlog, words);
  if (ids.ok) {
    const [only] = ids.value;
    const isOne = only !== undefined && ids.value.length === 1;
    const title = isOne ? `${only.id} ${only.title}` : ids.value.map(({ id }) => id).join(', ');
    return success({ items: new Set(ids.value), title });
  }
  const whole = words.length === 1 ? findWhole(backlog, words[0] ?? '') : null;
  if (whole) return success({ items: new Set([whole]), title: `${whole.id} ${whole.title}` });
  const matched = selectByQuery(backlog, {
    words,
    all: false,
    updatedOf,
    context: queryContext(backlog),
  });
  if (!matched.ok) return matched;
  // A word alone that names nothing was more likely meant as an id than as free text.
  const isPlain = words.every((word) => !/[:=<>"\s]/.test(word));
  if (matched.value.length === 0 && isPlain) return ids;
  return success({ items: new Set(matched.value), title: words.join(' ') });
}

/** The document that `goal:X` or `epic:X` asks for: it stands for its members, as its id does. */
function findWhole(backlog: Backlog, word: string): Item | null {
  const [, type, id = ''] = /^(epic|goal|sprint|persona|stakeholder):(\S+)$/.exec(word) ?? [];
  const named = type === undefined ? null : findItem(backlog, id);
  return named?.ok && named.value.type === type ? named.value : null;
}

/** A usage error when nothing is left to forecast. */
export function requireWork(scope: ForecastScope): Result<ForecastScope> {
  if (scope.items.length > 0) return success(scope);
  return usage(`no open items in ${scope.title}`);
}
