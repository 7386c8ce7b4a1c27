import { type DueOutlook, listLateItems } from '../ops/forecast-due.js';
import { requireModel } from '../ops/require-model.js';
import { applyPlan, planNextSprint } from '../ops/sprint-plan.js';
import type { LeftItem, SprintPlan } from '../plan/plan-sprint.js';
import { loadTemplate } from '../store/templates.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage, unwrap } from './failure.js';
import { describeDue } from './forecast-due-text.js';
import { clockOf, readBacklog, readItems, readNumber } from './read-backlog.js';

interface ShownPlan extends SprintPlan {
  /** The sprint it is for; null when --apply would make one. */
  readonly sprint: string | null;
  readonly applied: boolean;
  /** Items whose `due` this plan and then the backlog's order would miss. */
  readonly late: readonly DueOutlook[];
}

export async function run(context: Context, input: Input): Promise<Outcome<ShownPlan>> {
  const backlog = readBacklog(context);
  const model = unwrap(await requireModel(backlog, input.option('by')));
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
  const late = listLateItems(
    backlog,
    clockOf(context, backlog).today,
    planned.plan.chosen.map((item) => item.id),
  );
  if (!applied) return { ...outcome, data: { sprint, ...planned.plan, applied, late } };
  const template = unwrap(loadTemplate(context.store(), 'sprint'));
  const { id, changes } = unwrap(applyPlan(backlog, planned, template, clockOf(context, backlog)));
  return {
    ...outcome,
    data: { sprint: id, ...planned.plan, applied, late },
    changes,
    commitMessage: `Plan ${id}`,
  };
}

/** More than this is not a plan to talk about but a list. */
const shownLeft = 12;
/** The table of what is left out: cells its other columns take, and the least for titles. */
const besideTitle = 36;
const leastTitle = 16;

export function render(plan: ShownPlan, style: Style): string {
  const { chosen, left } = plan;
  if (!style.isTerminal) {
    return style.table({
      columns: [],
      rows: chosen.map(({ id, points, title }) => [id, String(points ?? ''), title]),
    });
  }
  const taken = style.table({
    columns: [
      { title: 'ID' },
      { title: 'CHOSEN', shrinks: true },
      { title: 'POINTS', align: 'right' },
      { title: 'VALUE', align: 'right' },
    ],
    rows: chosen.map((item) => [
      item.id,
      item.title,
      String(item.points ?? '?'),
      String(item.value ?? ''),
    ]),
  });
  return [
    describeHead(plan, style),
    chosen.length === 0 ? 'Nothing can be chosen.' : taken,
    ...describeLeft(left, style),
    ...describeDue('LATE WITH THIS PLAN', plan.late, style).slice(1),
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

// Drafts are no surprise: they are counted. The rest is what a planning talks about.
function describeLeft(left: readonly LeftItem[], style: Style): readonly string[] {
  const discussed = left.filter(({ kind }) => kind !== 'not-ready');
  const shown = discussed.slice(0, shownLeft);
  const titleWidth = Math.max(leastTitle, Math.floor((style.columns - besideTitle) / 2));
  const table = style.table({
    columns: [
      { title: 'ID' },
      { title: 'LEFT OUT' },
      { title: 'POINTS', align: 'right' },
      { title: 'COSTS', align: 'right' },
      { title: 'WHY', shrinks: true },
    ],
    rows: shown.map((item) => [
      item.id,
      shorten(item.title, titleWidth),
      String(item.points ?? '?'),
      String(item.price ?? ''),
      describeWhy(item),
    ]),
  });
  const more = discussed.length - shown.length;
  const drafts = left.length - discussed.length;
  const rest = [
    ...(more > 0 ? [`${more} more, see --json`] : []),
    ...(drafts > 0 ? [`${drafts} not ready`] : []),
  ].join(', and ');
  return [
    ...(shown.length > 0 ? [table] : []),
    ...(rest === '' ? [] : [style.dim(`… and ${rest}`)]),
  ];
}

function describeWhy({ reason, displaces }: LeftItem): string {
  const [first, second, ...others] = displaces ?? [];
  if (first === undefined) return reason;
  const gone = second === undefined ? first : `${first}, ${second}`;
  return `would push out ${gone}${others.length > 0 ? ` +${others.length}` : ''}`;
}

function shorten(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`;
}
