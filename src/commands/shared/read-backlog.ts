import type { Backlog } from '../../backlog/backlog.js';
import { findDocument, findItem, findItems } from '../../backlog/lookup.js';
import type { Item } from '../../item/item.js';
import type { PlaceFlags } from '../../ops/items/place.js';
import type { Clock } from '../../text/clock.js';
import { type Day, isDay } from '../../text/date.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input } from './command.js';
import { failUsage, unwrap } from './failure.js';

export function readBacklog(context: Context): Backlog {
  return unwrap(context.store().read());
}

/** The items named by a command's arguments. */
export function readItems(backlog: Backlog, references: readonly string[]): readonly Item[] {
  return unwrap(findItems(backlog, references));
}

/** As `readItems`; a path names its file, also where another file has the same id. */
export function readDocuments(backlog: Backlog, references: readonly string[]): readonly Item[] {
  return unwrap(findItems(backlog, references, findDocument));
}

export function readItem(backlog: Backlog, reference: string): Item {
  return unwrap(findItem(backlog, reference));
}

export function clockOf(context: Context, backlog: Backlog): Clock {
  return { today: context.today(backlog.settings.timezone), random: () => context.random() };
}

/** Refuses keys of `--json` that a command does not print; one that lists none prints any. */
export function checkJsonKeys({ json }: Input, known: readonly string[]): void {
  if (json === null || json === 'all' || known.length === 0) return;
  const unknown = json.find((key) => !known.includes(key));
  if (unknown === undefined) return;
  failUsage(`--json: unknown key "${unknown}".${didYouMean(unknown, known)} (${known.join(', ')})`);
}

/** A number option, or undefined when it is not given. */
export function readNumber(input: Input, name: string): number | undefined {
  const text = input.option(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0) {
    failUsage(`--${name}: expected a number of 0 or more, not "${text}"`);
  }
  return number;
}

export function placeFlags(input: Input): PlaceFlags {
  return {
    top: input.flag('top'),
    bottom: input.flag('bottom'),
    before: input.option('before'),
    after: input.option('after'),
  };
}

/** `--on DATE`, or today: the day something happened, so none to come. */
export function readDay(context: Context, backlog: Backlog, input: Input): Day {
  const on = readAnyDay(context, backlog, input);
  if (on > clockOf(context, backlog).today) failUsage(`--on: ${on} is in the future`);
  return on;
}

/** The same where a day to come is asked about. */
export function readAnyDay(context: Context, backlog: Backlog, input: Input): Day {
  const on = input.option('on') ?? clockOf(context, backlog).today;
  if (!isDay(on)) failUsage(`--on: expected a date such as 2026-11-24, not "${on}"`);
  return on;
}

/** `20%` or `0.2`, from 0 to 1; undefined when it is not given. */
export function readShare(input: Input, name: string): number | undefined {
  const text = input.option(name);
  if (text === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  const number = Number(match?.[1] ?? Number.NaN);
  const share = match?.[2] === '%' ? number / 100 : number;
  if (!(share >= 0 && share <= 1)) {
    failUsage(`--${name}: expected a share such as 20% or 0.2, not "${text}"`);
  }
  return share;
}

/** A whole number of 1 or more; undefined when it is not given. */
export function readCount(input: Input, name: string, most: number): number | undefined {
  const text = input.option(name);
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most) {
    const range = most > 1e6 ? '1 or more' : `1 to ${most}`;
    failUsage(`--${name}: expected a whole number, ${range}, not "${text}"`);
  }
  return count;
}

/** `design=10 code=15` as amounts by name. */
export function readAmounts(input: Input, name: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    input.options(name).map((text) => {
      const at = text.lastIndexOf('=');
      const [key, amount] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      const number = Number(amount);
      if (at < 1 || key === '' || amount === '' || !(number >= 0 && Number.isFinite(number))) {
        failUsage(`--${name}: expected a name and a number such as design=10, not "${text}"`);
      }
      return [key, number];
    }),
  );
}
