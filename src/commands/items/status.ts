import type { Backlog } from '../../backlog/backlog.js';
import { dependentsOf } from '../../backlog/graph.js';
import { isOpen, isWorkItem } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { bringBackOpened } from '../../ops/items/archive-items.js';
import { changeEach } from '../../ops/items/change-item.js';
import {
  changeStatus,
  isAlready,
  openCriteria,
  type StatusVerb,
} from '../../ops/items/change-status.js';
import type { CommandModule, Context, Input, Outcome } from '../shared/command.js';
import { confirmChanges } from '../shared/confirm-changes.js';
import { unwrap } from '../shared/failure.js';
import { readAnyDay, readBacklog, readItems } from '../shared/read-backlog.js';
import { renderTouched, type Touched, touchedFromItems } from '../shared/touched.js';

/** `start`, `done`, `drop` and `reopen` differ in a word and in what they ask first. */
export function statusCommand(verb: StatusVerb): CommandModule<readonly Touched[]> {
  return { run: (context, input) => runStatus(verb, context, input), render: renderTouched };
}

async function runStatus(
  verb: StatusVerb,
  context: Context,
  input: Input,
): Promise<Outcome<readonly Touched[]>> {
  const backlog = readBacklog(context);
  const items = readItems(backlog, input.args);
  const on = readAnyDay(context, backlog, input);
  const reason = input.option('force') ?? input.option('reason') ?? null;
  const moved = items.filter((item) => !isAlready(backlog, item, verb));
  const work = moved.filter((item) => isWorkItem(backlog.settings, item));
  const ticks =
    input.flag('tick') || (verb === 'done' && reason === null && (await askToTick(context, work)));
  const change = { verb, on, reason, tick: ticks };
  const changes = bringBackOpened(
    backlog.settings,
    unwrap(changeEach(items, (item) => changeStatus(backlog, item, change))),
  );
  await confirmChanges(context, input, backlog, changes, on);
  const notes = items
    .filter((item) => !moved.includes(item))
    .map((item) => `note: ${item.id} is ${item.status} already`);
  return {
    data: touchedFromItems(context, items, changes),
    changes,
    commitMessage: `${verb}: ${items.map(({ id }) => id).join(', ')}`,
    notes: [...notes, ...(await remind(verb, backlog, work))],
  };
}

/** On a terminal, open criteria are a question rather than a refusal. */
async function askToTick(context: Context, items: readonly Item[]): Promise<boolean> {
  const prompt = await context.prompt();
  if (!prompt) return false;
  const open = items.flatMap((item) => openCriteria(item).map((text) => `${item.id}: ${text}`));
  if (open.length === 0) return false;
  const list = open.map((text) => `\n  - [ ] ${text}`).join('');
  return prompt.confirm({
    message: `Not ticked yet:${list}\nHave all of them been verified?`,
    initial: false,
  });
}

async function remind(
  verb: StatusVerb,
  backlog: Backlog,
  items: readonly Item[],
): Promise<readonly string[]> {
  const { done } = backlog.settings;
  if (verb === 'done' && done.length > 0 && items.length > 0) {
    return ['Definition of Done:', ...done.map((line) => `  - ${line}`)];
  }
  if (verb !== 'drop') return [];
  return items.flatMap((item) =>
    dependentsOf(backlog, item)
      .filter((other) => isOpen(backlog.settings, other))
      .map((other) => `note: ${other.id} still depends on ${item.id}`),
  );
}
