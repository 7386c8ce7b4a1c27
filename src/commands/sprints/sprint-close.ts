import type { Backlog } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { measureSize } from '../../backlog/progress.js';
import { type WayOfWorking, wayOf } from '../../backlog/way-of-working.js';
import { loadWords } from '../../language/load-words.js';
import { type ClosedSprint, endSprint, listUnfinished } from '../../ops/sprints/close-sprint.js';
import { createSprint } from '../../ops/sprints/create-sprint.js';
import type { AdoptedAction } from '../../ops/sprints/retro-actions.js';
import { findSprint, listSprints, type Sprint } from '../../ops/sprints/sprints.js';
import type { CountedItem, SprintRecord } from '../../plan/velocity.js';
import { loadTemplate } from '../../store/templates.js';
import type { Style } from '../../terminal/style.js';
import { sayNumber } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readDay } from '../shared/read-backlog.js';

interface Closed extends SprintRecord {
  readonly id: string;
  readonly title: string;
  /** Where unfinished items went; null: back to the backlog, or there were none. */
  readonly next: string | null;
  /** Done after the last day; they count. */
  readonly late: readonly CountedItem[];
  /** Items made of retrospective actions. */
  readonly adopted: readonly AdoptedAction[];
  /** Open items from earlier retrospectives. */
  readonly openActions: readonly { readonly id: string; readonly title: string }[];
  /** What the team counts. */
  readonly unit: WayOfWorking['unit'];
}

export async function run(context: Context, input: Input): Promise<Outcome<Closed>> {
  const backlog = readBacklog(context);
  const sprint = unwrap(findSprint(backlog, input.args[0], ['doing']));
  const on = readDay(context, backlog, input);
  const hasUnfinished = listUnfinished(backlog, sprint).length > 0;
  const isOpen = sprint.category === 'doing';
  const where =
    hasUnfinished && isOpen ? await askWhere(context, input, backlog, sprint) : 'backlog';
  const next = where === 'next' ? findOrCreateNext(context, backlog) : null;
  const template = unwrap(loadTemplate(context.store(), 'task'));
  const words = await loadWords(backlog.settings.language);
  const closing = { next: next?.id ?? null, on, template, words };
  const closed = unwrap(endSprint(backlog, sprint, closing, clockOf(context, backlog)));
  const { changes } = closed;
  return {
    data: { ...describeClosed(sprint, closed, closing.next), unit: wayOf(backlog).unit },
    changes: next?.change ? [next.change, ...changes] : changes,
    commitMessage: `Close sprint ${sprint.id}`,
  };
}

function describeClosed(
  sprint: Sprint,
  closed: ClosedSprint,
  next: string | null,
): Omit<Closed, 'unit'> {
  const { record, late, adopted, openActions } = closed;
  const open = openActions.map(({ id, title }) => ({ id, title }));
  return { id: sprint.id, title: sprint.title, ...record, next, late, adopted, openActions: open };
}

async function askWhere(
  context: Context,
  input: Input,
  backlog: Backlog,
  sprint: Sprint,
): Promise<string> {
  const given = input.option('unfinished');
  if (given !== undefined) return given;
  const items = listUnfinished(backlog, sprint);
  const list = items.map(({ id, title }) => `${id} ${title}`);
  const prompt = await context.prompt();
  if (!prompt) {
    const ids = items.map(({ id }) => id).join(', ');
    return failUsage(`not done: ${ids}; choose where they go: --unfinished next or backlog`);
  }
  return prompt.choose({
    message: `Not done:\n  ${list.join('\n  ')}\nWhere do they go?`,
    choices: [
      { name: 'into the next sprint', value: 'next' },
      { name: 'back to the backlog', value: 'backlog' },
    ],
  });
}

function findOrCreateNext(
  context: Context,
  backlog: Backlog,
): { readonly id: string; readonly change: FileChange | null } {
  const planned = listSprints(backlog).find(({ category }) => category === 'todo');
  if (planned) return { id: planned.id, change: null };
  const template = unwrap(loadTemplate(context.store(), 'sprint'));
  const input = { goal: undefined, start: undefined, length: undefined, capacity: undefined };
  const { id, change } = unwrap(createSprint(backlog, template, input, clockOf(context, backlog)));
  return { id, change };
}

export function render(closed: Closed, style: Style): string {
  const { id, title, committed, added, removed, done, carried, next, late, unit } = closed;
  if (!style.isTerminal) return id;
  const row = (name: string, items: Closed['done'], sign: string) =>
    `  ${name.padEnd(12)} ${`${items.length > 0 ? sign : ''}${sayNumber(measureSize(items, unit))}`.padStart(4)}   ${items.map((item) => item.id).join(', ')}`.trimEnd();
  return [
    `${style.bold(id)} ${title === id ? '' : `${title} `}closed`,
    row('committed', committed, ''),
    row('added', added, '+'),
    row('removed', removed, '−'),
    row('done', done, ''),
    row('carried', carried, '') + (next !== null && carried.length > 0 ? `   into ${next}` : ''),
    ...(late.length === 0 ? [] : [row('of that late', late, '')]),
    ...listActions('Retrospective actions, now in the backlog:', closed.adopted),
    ...listActions('Still open from earlier retrospectives:', closed.openActions),
  ].join('\n');
}

function listActions(
  heading: string,
  actions: readonly { readonly id: string; readonly title: string }[],
): readonly string[] {
  if (actions.length === 0) return [];
  return ['', heading, ...actions.map(({ id, title }) => `  ${id}  ${title}`)];
}
