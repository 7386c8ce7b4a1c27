import type { Input } from './command.js';
import { failUsage } from './failure.js';

/** `20%` or `0.2`, from 0 to 1; undefined when it is not given. */
export function readShare(input: Input, name: string): number | undefined {
  const text = input.option(name);
  if (text === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  const number = Number(match?.[1] ?? Number.NaN);
  const share = match?.[2] === '%' ? number / 100 : number;
  if (!(share >= 0 && share <= 1)) {
    failUsage(`--${name}: a share is expected, as in 20% or 0.2, not "${text}"`);
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
    failUsage(`--${name}: a whole number is expected, ${range}, not "${text}"`);
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
        failUsage(`--${name}: a name and a number are expected, as in design=10, not "${text}"`);
      }
      return [key, number];
    }),
  );
}
