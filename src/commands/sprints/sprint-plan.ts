import type { Backlog } from '../../backlog/backlog.js';
import { applyPlan, type PlanRequest, planNextSprint } from '../../ops/sprints/sprint-plan.js';
import { requireModel } from '../../score/load-model.js';
import { loadTemplate } from '../../store/templates.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import {
  clockOf,
  readAmounts,
  readBacklog,
  readCount,
  readItem,
  readItems,
  readNumber,
  readShare,
} from '../shared/read-backlog.js';
import type { ShownPlan } from './sprint-plan-text.js';

export { render } from './sprint-plan-text.js';

export async function run(context: Context, input: Input): Promise<Outcome<ShownPlan>> {
  const backlog = readBacklog(context);
  const by = input.option('by');
  const model = unwrap(await requireModel(backlog, by === 'order' ? undefined : by));
  const clock = clockOf(context, backlog);
  const request = readRequest(backlog, input);
  const planned = unwrap(await planNextSprint(backlog, model, request, clock));
  const { plan, sprints, late, assumed } = planned;
  const data = {
    sprint: planned.sprint?.id ?? null,
    ...plan,
    sprints,
    late,
    assumed,
    applied: false,
  };
  const notes = assumed.map((line) => `note: ${line}`);
  const outcome = { notes, problems: backlog.problems };
  if (!input.flag('apply')) return { ...outcome, data };
  const template = unwrap(loadTemplate(context.store(), 'sprint'));
  const { id, changes } = unwrap(applyPlan(backlog, planned, template, clock));
  return {
    ...outcome,
    data: { ...data, sprint: id, applied: true },
    changes,
    commitMessage: `Plan ${id}`,
  };
}

function readRequest(backlog: Backlog, input: Input): PlanRequest {
  const timeLimit = readNumber(input, 'time-limit');
  if (timeLimit === 0) failUsage('--time-limit: expected seconds above 0');
  if (input.option('capacity') !== undefined && input.option('velocity') !== undefined) {
    failUsage('--capacity and --velocity cannot be combined');
  }
  const goal = input.option('goal');
  const goalItem = goal === undefined ? undefined : readItem(backlog, goal);
  if (goalItem && goalItem.type !== 'goal') {
    failUsage(`--goal: ${goalItem.id} is of type ${goalItem.type}, not a goal`);
  }
  return {
    capacity: input.option('capacity') === 'team' ? 'team' : readNumber(input, 'capacity'),
    velocity: readVelocity(input),
    unit: readUnit(input),
    basis: input.option('by') === 'order' ? 'order' : undefined,
    skills: readAmounts(input, 'skill'),
    members: readAmounts(input, 'member'),
    must: readItems(backlog, input.options('must')),
    not: readItems(backlog, input.options('not')),
    goal: goalItem,
    goalShare: readShare(input, 'goal-share') ?? 0.6,
    reserve: readShare(input, 'reserve') ?? 0,
    wholeGroups: readWholeGroups(backlog, input),
    sprints: readCount(input, 'sprints', 26) ?? 1,
    discount: readShare(input, 'discount'),
    withAlternatives: input.flag('explain'),
    withoutPrices: input.flag('quick'),
    timeLimit,
    nodeLimit: readCount(input, 'node-limit', Number.MAX_SAFE_INTEGER),
  };
}

function readUnit(input: Input): PlanRequest['unit'] {
  const unit = input.option('unit');
  return unit === 'points' || unit === 'items' || unit === 'hours' ? unit : undefined;
}

function readVelocity(input: Input): number | undefined {
  const text = input.option('velocity');
  if (text === undefined) return undefined;
  const percent = Number(/^p(\d{1,2})$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(percent)) {
    failUsage(`--velocity: expected a percentile such as p50 or p85, not "${text}"`);
  }
  return percent / 100;
}

function readWholeGroups(backlog: Backlog, input: Input): PlanRequest['wholeGroups'] {
  return input.options('whole').map((text) => {
    const [reference = '', amount] = text.split('=');
    const item = readItem(backlog, reference);
    if (item.type !== 'epic' && item.type !== 'feedback') {
      failUsage(`--whole: ${item.id} is of type ${item.type}, not an epic or feedback`);
    }
    const value = amount === undefined ? undefined : Number(amount);
    if (value !== undefined && !(value >= 0 && Number.isFinite(value) && amount !== '')) {
      failUsage(`--whole ${text}: its value must be a number of 0 or more`);
    }
    return { item, value };
  });
}
