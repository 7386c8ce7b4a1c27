import { requireModel } from '../ops/require-model.js';
import { applyPlan, planNextSprint } from '../ops/sprint-plan.js';
import type { LeftItem, SprintPlan } from '../plan/plan-sprint.js';
import { loadTemplate } from '../store/templates.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage, unwrap } from './failure.js';
import { clockOf, readBacklog, readItems, readNumber } from './read-backlog.js';

interface ShownPlan extends SprintPlan {
  /** The sprint it is for; null when --apply would make one. */
  readonly sprint: string | null;
  readonly applied: boolean;
}

export async function run(context: Context, input: Input): Promise<Outcome<ShownPlan>> {
  const backlog = readBacklog(context);
  const model = unwrap(requireModel(backlog, input.option('by')));
  const timeLimit = readNumber(input, 'time-limit');
  if (timeLimit === 0) failUsage('--time-limit: seconds, more than 0');
  const planned = unwrap(
    await planNextSprint(backlog, model, {
      capacity: readNumber(input, 'capacity'),
      must: readItems(backlog, input.options('must')),
      not: readItems(backlog, input.options('not')),
      timeLimit,
    }),
  );
  const sprint = planned.sprint?.id ?? null;
  const applied = input.flag('apply');
  const outcome = { problems: backlog.problems };
  if (!applied) return { ...outcome, data: { sprint, ...planned.plan, applied } };
  const template = unwrap(loadTemplate(context.store(), 'sprint'));
  const { id, changes } = unwrap(applyPlan(backlog, planned, template, clockOf(context, backlog)));
  return {
    ...outcome,
    data: { sprint: id, ...planned.plan, applied },
    changes,
    commitMessage: `Plan ${id}`,
  };
}

/** More than this is not a plan to talk about but a list. */
const shownLeft = 12;

export function render(plan: ShownPlan, style: Style): string {
  const { chosen, left } = plan;
  if (!style.isTerminal) {
    return style.table({
      columns: [],
      rows: chosen.map(({ id, points, title }) => [id, String(points ?? ''), title]),
    });
  }
  const points = { title: 'POINTS', align: 'right' as const };
  const value = { title: 'VALUE', align: 'right' as const };
  const taken = style.table({
    columns: [{ title: 'ID' }, { title: 'CHOSEN', shrinks: true }, points, value],
    rows: chosen.map((item) => [
      item.id,
      item.title,
      String(item.points ?? '?'),
      String(item.value ?? ''),
    ]),
  });
  const others = style.table({
    columns: [
      { title: 'ID' },
      { title: 'LEFT OUT', shrinks: true },
      points,
      { title: 'WHY, AND WHAT FORCING IT IN COSTS' },
    ],
    rows: left
      .slice(0, shownLeft)
      .map((item) => [item.id, item.title, String(item.points ?? '?'), describeLeft(item)]),
  });
  const more = left.length - shownLeft;
  return [
    describeHead(plan, style),
    chosen.length === 0 ? 'Nothing can be chosen.' : taken,
    ...(left.length === 0 ? [] : [others]),
    ...(more > 0 ? [style.dim(`… and ${more} more, see --json`)] : []),
    plan.applied
      ? `Planned in ${plan.sprint}. Next: storymark sprint start`
      : 'Apply with --apply.',
  ].join('\n\n');
}

function describeHead(plan: ShownPlan, style: Style): string {
  const proof = plan.proven
    ? style.green('best possible (proven)')
    : style.yellow(`within ${(plan.gap * 100).toFixed(1)} % of the best possible`);
  const name = plan.sprint ?? 'Next sprint';
  return `${style.bold(name)}   ${plan.points} of ${plan.capacity} points   value ${plan.value}   ${proof}`;
}

function describeLeft({ reason, price, displaces }: LeftItem): string {
  if (price === null) return reason;
  const gone = displaces && displaces.length > 0 ? ` (${displaces.join(', ')} would go)` : '';
  return `${reason}; ${price} of value${gone}`;
}
