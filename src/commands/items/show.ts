import { type ShownItem, showItem } from '../../ops/items/show-item.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { checkJsonKeys, readBacklog, readDocuments } from '../shared/read-backlog.js';
import { showSpec } from './show.spec.js';

export function run(context: Context, input: Input): Outcome<readonly ShownItem[] | ShownItem> {
  const backlog = readBacklog(context);
  checkJsonKeys(input, [...(showSpec.jsonKeys ?? []), ...Object.keys(backlog.settings.fields)]);
  const shown = readDocuments(backlog, input.args).map((item) => {
    const one = showItem(backlog, item);
    return { ...one, path: context.shownPath(one.path) };
  });
  const [only] = shown;
  return { data: only && shown.length === 1 ? only : shown };
}

export function render(data: readonly ShownItem[] | ShownItem, style: Style): string {
  const items = 'id' in data ? [data] : data;
  return items.map((item) => renderItem(item, style)).join(`\n\n${style.dim('—')}\n\n`);
}

function renderItem(item: ShownItem, style: Style): string {
  const facts = item.facts.map(
    ([name, text]) =>
      `  ${style.dim(name.padEnd(10))} ${isDayField(name) ? style.day(text) : text}`,
  );
  const links = item.links.map(
    ({ how, id, title, status }) =>
      `  ${style.dim(how.padEnd(10))} ${id}  ${title}${status === null ? '' : style.dim(` (${status})`)}`,
  );
  return [
    `${style.bold(item.id)} ${item.title}`,
    ...facts,
    ...links,
    `  ${style.dim('file'.padEnd(10))} ${item.path}`,
    '',
    item.body.trim(),
  ].join('\n');
}

function isDayField(name: string): boolean {
  return [
    'created',
    'started',
    'due',
    'done',
    'start',
    'end',
    'date',
    'promised',
    'answered',
  ].includes(name);
}
