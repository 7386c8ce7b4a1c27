import type { Backlog } from '../../backlog/backlog.js';
import { textColumns } from '../../exchange/csv/csv-export.js';
import type { ExportFormat } from '../../exchange/exported-item.js';
import { exportFormats } from '../../exchange/formats.js';
import { fieldNames } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import { loadWords } from '../../language/load-words.js';
import { countPrivate, isPrivate, publishBacklog } from '../../ops/items/publish-backlog.js';
import { queryContext } from '../../ops/items/query-context.js';
import { fieldTypeOf, selectByQuery } from '../../ops/items/query-items.js';
import { exportItem } from '../../ops/stories/export-items.js';
import { count } from '../../text/amount.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog } from '../shared/read-backlog.js';

interface Exported {
  readonly format: string;
  /** How many items there are in it. */
  readonly items: number;
  readonly text: string;
}

export async function run(context: Context, input: Input): Promise<Outcome<Exported>> {
  const [name = '', ...words] = input.args;
  const format = await findFormat(name);
  const whole = readBacklog(context);
  // What is read back has to be whole.
  const hides = format.isForOthers ? !input.flag('private') : input.flag('no-private');
  const backlog = hides ? publishBacklog(whole) : whole;
  const columns = readColumns(input, Object.keys(backlog.settings.fields));
  const query = {
    words,
    all: input.flag('all'),
    updatedOf: () => null,
    context: queryContext(backlog),
  };
  const found = unwrap(selectByQuery(backlog, query));
  const items = found.map((item) => exportItem(backlog, item, format));
  const text = format.write(items, {
    product: backlog.settings.product ?? null,
    words: await loadWords(backlog.settings.language),
    columns,
    typeOf: fieldTypeOf(backlog),
  });
  return {
    data: { format: name, items: found.length, text },
    notes: [
      ...notePrivate(whole, { hides, found }),
      ...(format.cannotCarry === undefined
        ? []
        : [...format.cannotCarry(items), ...countOthers(backlog)].map(
            (what) => `note: not in the ${name}: ${what}`,
          )),
    ],
    problems: backlog.problems,
  };
}

/** What a table that is read back does not hold, since only work items have rows. */
function countOthers({ around, settings: { kinds } }: Backlog): readonly string[] {
  return kinds.flatMap(({ type }) => {
    const found = around.filter((one) => one.type === type).length;
    return found === 0 ? [] : [count(found, type, type === 'feedback' ? type : `${type}s`)];
  });
}

/** Says what a file for others leaves out, and what a whole one gives away. */
function notePrivate(
  whole: Backlog,
  { hides, found }: { readonly hides: boolean; readonly found: readonly Item[] },
): readonly string[] {
  const inside = found.filter(isPrivate).length;
  if (inside > 0) {
    const what = count(inside, 'private item is', 'private items are');
    return [`note: ${what} in this file (--no-private leaves them out)`];
  }
  const hidden = hides ? countPrivate(whole) : 0;
  return hidden === 0 ? [] : [`note: ${count(hidden, 'private item')} left out (--private)`];
}

async function findFormat(name: string): Promise<ExportFormat> {
  const known = Object.keys(exportFormats);
  const load = Object.hasOwn(exportFormats, name) ? exportFormats[name] : undefined;
  return (
    load?.() ??
    failUsage(`unknown format "${name}".${didYouMean(name, known)} (${known.join(', ')})`)
  );
}

function readColumns(input: Input, ownFields: readonly string[]): readonly string[] | null {
  const text = input.option('columns');
  if (text === undefined) return null;
  const keys = text.split(',').map((key) => key.trim());
  const known = [...fieldNames, ...ownFields, ...textColumns];
  const unknown = keys.find((key) => !known.includes(key.split('.')[0] ?? ''));
  if (unknown === undefined) return keys;
  return failUsage(`--columns: unknown column "${unknown}".${didYouMean(unknown, known)}`);
}

export function render({ text }: Exported): string {
  return text;
}
