import { failure, type Result, success } from '../text/problem.js';
import {
  describeGroups,
  describeItem,
  describeWorth,
  gatherFacts,
  listLeft,
  type SprintPlan,
} from './plan-sprint.js';
import { solveRelease } from './solver/select-release.js';
import { findHindrances } from './sprint-candidates.js';
import { listCandidates, toRoom, toWishes } from './sprint-problem.js';
import { createLeftExplainer, explainChosen } from './sprint-reasons.js';
import { findFault, type PlanWishes, type TeamRoom } from './sprint-request.js';

export interface ReleasePlanRequest extends PlanWishes {
  /** The next sprint first. */
  readonly sprints: readonly (TeamRoom & {
    /** In this sprint already. */
    readonly must?: readonly string[];
  })[];
  /** How much less value counts with every sprint it comes later, 0 to 1; 0.1 by default. */
  readonly discount?: number;
}

/** A plan over several sprints. Its `value` is discounted; `chosen` says the sprint, from 1. */
export interface ReleasePlan extends Omit<SprintPlan, 'chosen'> {
  readonly chosen: readonly (SprintPlan['chosen'][number] & { readonly number: number })[];
  readonly sprints: readonly PlannedRoom[];
}

export interface PlannedRoom {
  /** From 1. */
  readonly number: number;
  readonly capacity: number;
  readonly points: number;
  /** Not discounted. */
  readonly value: number;
  readonly items: readonly string[];
}

/**
 * Which items in which of the next sprints: earlier is better, what depends comes in the same sprint
 * or a later one, and the goal's share and the reserve hold in each. Without prices. Fails as
 * `planSprint` does.
 */
export async function planRelease(request: ReleasePlanRequest): Promise<Result<ReleasePlan>> {
  const { sprints, discount } = request;
  const must = [...(request.must ?? []), ...sprints.flatMap((sprint) => sprint.must ?? [])];
  const wished = { ...request, must };
  const fault = findFault(wished);
  if (fault) return failure(fault);
  const hindrances = findHindrances(wished);
  const candidates = listCandidates(wished, hindrances);
  const wishes = toWishes(wished, candidates);
  const rooms = sprints.map((sprint) => toRoom(request, sprint, candidates));
  const solved = await solveRelease({
    ...wishes,
    ...(request.must ? { must: request.must } : { must: [] }),
    sprints: rooms.map((room, index) => ({ ...room, must: sprints[index]?.must ?? [] })),
    ...(discount === undefined ? {} : { discount }),
  });
  if (!solved.ok) return solved;

  const release = solved.value;
  const chosen = release.sprints.flatMap((sprint) => sprint.chosen);
  const facts = gatherFacts(request, { wishes, rooms, hindrances }, chosen);
  const explainLeft = createLeftExplainer(facts);
  return success({
    basis: facts.basis,
    unit: facts.unit,
    capacity: rooms.reduce((sum, { capacity }) => sum + capacity, 0),
    ...describeWorth(release),
    chosen: release.sprints.flatMap((sprint, index) =>
      request.items
        .filter(({ id }) => sprint.chosen.includes(id))
        .map((item) => ({
          ...describeItem(item),
          number: index + 1,
          reason: explainChosen(item, facts),
        })),
    ),
    left: listLeft(request, facts).map((item) => ({
      ...describeItem(item),
      ...(hindrances.get(item.id) ?? explainLeft(item)),
      displaces: null,
    })),
    groups: describeGroups(request, facts.chosen),
    alternatives: null,
    sprints: release.sprints.map(({ chosen: items, size, value }, index) => ({
      number: index + 1,
      capacity: rooms[index]?.capacity ?? 0,
      points: size,
      value,
      items,
    })),
  });
}
