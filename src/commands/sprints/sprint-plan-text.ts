import type { PlannedSprint } from '../../ops/sprints/sprint-plan.js';
import type { LeftItem, SprintPlan } from '../../plan/plan-sprint.js';
import type { Alternative } from '../../plan/solver/find-alternatives.js';
import type { Style } from '../../terminal/style.js';
import { count, sayNumber, saySize } from '../../text/amount.js';
import { cutToWidth } from '../../text/cut.js';
import { describeDue } from './forecast-due-text.js';

export interface ShownPlan extends SprintPlan, Pick<PlannedSprint, 'sprints' | 'late' | 'assumed'> {
  /** The sprint it is for; null when --apply would make one. */
  readonly sprint: string | null;
  readonly applied: boolean;
}

/** More than this is not a plan to talk about but a list. */
const shownLeft = 12;
/** The table of what is left out: cells its other columns take, and the least for titles. */
const besideTitle = 36;
const leastTitle = 16;

export function render(plan: ShownPlan, style: Style): string {
  if (!style.isTerminal) return renderRows(plan, style);
  return [
    describeHead(plan, style),
    ...(plan.chosen.length === 0 ? ['No item can be selected.'] : renderChosen(plan, style)),
    ...renderGroups(plan),
    ...renderLeft(plan, style),
    ...renderAlternatives(plan, style),
    ...describeDue('LATE WITH THIS PLAN', plan.late, style).slice(1),
    plan.applied
      ? `Planned in ${plan.sprint}. Next: storymark sprint start`
      : 'Apply with --apply.',
  ].join('\n\n');
}

/** What is chosen; in a plan over several sprints, which one before it. */
function renderRows({ chosen, sprints }: ShownPlan, style: Style): string {
  const numbers = new Map(
    (sprints ?? []).flatMap(({ items, number }) => items.map((id) => [id, String(number)])),
  );
  return style.table({
    columns: [],
    rows: chosen.map(({ id, points, title }) => [
      ...(sprints ? [numbers.get(id) ?? ''] : []),
      id,
      String(points ?? ''),
      title,
    ]),
  });
}

function describeHead(plan: ShownPlan, style: Style): string {
  const { gap, sprints, sprint, unit, basis, points, capacity, value } = plan;
  const percent = (gap * 100).toFixed(gap < 0.001 ? 2 : 1);
  const proof = plan.proven
    ? style.green('best possible (proven)')
    : style.yellow(`within ${percent} % of the best possible`);
  const name = sprints ? `Next ${count(sprints.length, 'sprint')}` : (sprint ?? 'Next sprint');
  if (basis === 'order') {
    return `${style.bold(name)}   ${sayNumber(points)} of ${saySize(capacity, unit)}   by the backlog's order`;
  }
  const worth = `value ${round(value)}${sprints ? ', later ones discounted' : ''}`;
  return `${style.bold(name)}   ${sayNumber(points)} of ${saySize(capacity, unit)}   ${worth}   ${proof}`;
}

function renderChosen(
  { chosen, sprints, basis, unit }: ShownPlan,
  style: Style,
): readonly string[] {
  const table = (items: typeof chosen) =>
    style.table({
      columns: [
        { title: 'ID' },
        { title: 'CHOSEN', shrinks: true },
        ...(unit === 'items' ? [] : [{ title: 'POINTS', align: 'right' as const }]),
        ...(basis === 'order' ? [] : [{ title: 'VALUE', align: 'right' as const }]),
      ],
      rows: items.map((item) => [
        item.id,
        item.title,
        ...(unit === 'items' ? [] : [String(item.points ?? '?')]),
        ...(basis === 'order' ? [] : [item.value === null ? '' : round(item.value)]),
      ]),
    });
  if (!sprints) return [table(chosen)];
  return sprints.map(({ number, sprint, start, end, points, capacity, items }) => {
    const head = `${style.bold(sprint ?? `Sprint ${number}`)}   ${style.day(start)} to ${style.day(end)}   ${sayNumber(points)} of ${sayNumber(capacity)}`;
    const rows = chosen.filter(({ id }) => items.includes(id));
    return rows.length === 0 ? `${head}\nNothing.` : `${head}\n${table(rows)}`;
  });
}

function renderGroups({ groups }: ShownPlan): readonly string[] {
  const lines = groups.map(({ id, title, value, complete, missing }) =>
    complete
      ? `${id} ${title}: complete, ${round(value)} of value`
      : `${id} ${title}: incomplete without ${missing.join(', ')}; worth ${round(value)}`,
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

// Drafts are no surprise: they are counted. The rest is what a planning talks about.
function renderLeft({ left, basis, unit }: ShownPlan, style: Style): readonly string[] {
  const discussed = left.filter(({ kind }) => kind !== 'not-ready');
  const shown = discussed.slice(0, shownLeft);
  const titleWidth = Math.max(leastTitle, Math.floor((style.columns - besideTitle) / 2));
  const table = style.table({
    columns: [
      { title: 'ID' },
      { title: 'LEFT OUT' },
      ...(unit === 'items' ? [] : [{ title: 'POINTS', align: 'right' as const }]),
      ...(basis === 'order' ? [] : [{ title: 'COSTS', align: 'right' as const }]),
      { title: 'WHY', shrinks: true },
    ],
    rows: shown.map((item) => [
      item.id,
      cutToWidth(item.title, titleWidth),
      ...(unit === 'items' ? [] : [String(item.points ?? '?')]),
      ...(basis === 'order' ? [] : [item.price === null ? '' : round(item.price)]),
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
  return displaces && displaces.length > 0 ? `would push out ${nameTwo(displaces)}` : reason;
}

function renderAlternatives({ alternatives, value }: ShownPlan, style: Style): readonly string[] {
  if (!alternatives) return [];
  if (alternatives.length === 0) return ['No other set is within 2 % of it.'];
  const table = style.table({
    columns: [
      { title: 'OR', align: 'right' },
      { title: 'POINTS', align: 'right' },
      { title: 'WITH' },
      { title: 'WITHOUT', shrinks: true },
    ],
    rows: alternatives.map((one: Alternative) => [
      one.value === value ? '±0' : `−${round(value - one.value)}`,
      String(one.size),
      nameTwo(one.in),
      one.out.length === 0 ? '' : nameTwo(one.out),
    ]),
  });
  return [table];
}

function nameTwo(ids: readonly string[]): string {
  const more = ids.length > 2 ? ` +${ids.length - 2}` : '';
  return `${ids.slice(0, 2).join(', ')}${more}`;
}

/** Values to two decimals: enough to compare, never longer than it says. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
