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
import { findBlockers } from './sprint-candidates.js';
import { listCandidates, toConstraints, toSprintCapacity } from './sprint-problem.js';
import { createLeftExplainer, explainChosen } from './sprint-reasons.js';
import { findFault, type PlanConstraints, type TeamCapacity } from './sprint-request.js';

export interface ReleasePlanRequest extends PlanConstraints {
  /** The next sprint first. */
  readonly sprints: readonly (TeamCapacity & {
    /** In this sprint already. */
    readonly must?: readonly string[];
  })[];
  /** How much less value counts with every sprint it comes later, 0 to 1; 0.1 by default. */
  readonly discount?: number;
}

/** A plan over several sprints. Its `value` is discounted; `chosen` says the sprint, from 1. */
export interface ReleasePlan extends Omit<SprintPlan, 'chosen'> {
  readonly chosen: readonly (SprintPlan['chosen'][number] & { readonly number: number })[];
  readonly sprints: readonly PlannedCapacity[];
}

export interface PlannedCapacity {
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
  const constrained = { ...request, must };
  const fault = findFault(constrained);
  if (fault) return failure(fault);
  const blockers = findBlockers(constrained);
  const candidates = listCandidates(constrained, blockers);
  const constraints = toConstraints(constrained, candidates);
  const capacities = sprints.map((sprint) => toSprintCapacity(request, sprint, candidates));
  const solved = await solveRelease({
    ...constraints,
    ...(request.must ? { must: request.must } : { must: [] }),
    sprints: capacities.map((sprintCapacity, index) => ({
      ...sprintCapacity,
      must: sprints[index]?.must ?? [],
    })),
    ...(discount === undefined ? {} : { discount }),
  });
  if (!solved.ok) return solved;

  const release = solved.value;
  const chosen = release.sprints.flatMap((sprint) => sprint.chosen);
  const facts = gatherFacts(request, { constraints, capacities, blockers }, chosen);
  const explainLeft = createLeftExplainer(facts);
  return success({
    basis: facts.basis,
    unit: facts.unit,
    capacity: capacities.reduce((sum, { capacity }) => sum + capacity, 0),
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
      ...(blockers.get(item.id) ?? explainLeft(item)),
      displaces: null,
    })),
    groups: describeGroups(request, facts.chosen),
    alternatives: null,
    sprints: release.sprints.map(({ chosen: items, size, value }, index) => ({
      number: index + 1,
      capacity: capacities[index]?.capacity ?? 0,
      points: size,
      value,
      items,
    })),
  });
}
