import { readList } from './item.js';
import type { Value } from './value.js';

/** Crockford's base32 digits: no I, L, O, U, so that ids survive being read aloud. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Documents and import sizes from which one more character keeps clashes rare (docs/design.md). */
const manyDocuments = 5000;
const manyAtOnce = 200;

/** How many random characters a new id gets. */
export function randomIdLength(documents: number, newAtOnce: number): number {
  return documents > manyDocuments || newAtOnce > manyAtOnce ? 6 : 5;
}

/** The part after the first dash, which is unique across types: `7K3FD` of `ST-7K3FD`. */
export function idSuffix(id: string): string {
  const dash = id.indexOf('-');
  return dash === -1 ? id : id.slice(dash + 1);
}

/** A fresh random id whose suffix no other id has; `random` gives numbers in [0, 1). */
export function makeRandomId(
  prefix: string,
  length: number,
  usedSuffixes: ReadonlySet<string>,
  random: () => number,
): string {
  for (;;) {
    let suffix = '';
    while (suffix.length < length) suffix += digits[Math.floor(random() * digits.length)];
    if (!usedSuffixes.has(suffix)) return `${prefix}-${suffix}`;
  }
}

/** The next number no id of any type has: suffixes stay unique across types here too. */
export function makeSequentialId(prefix: string, usedSuffixes: ReadonlySet<string>): string {
  let highest = 0;
  for (const suffix of usedSuffixes) {
    if (/^\d{1,15}$/.test(suffix)) highest = Math.max(highest, Number(suffix));
  }
  return `${prefix}-${highest + 1}`;
}

export function sameId(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toUpperCase() === b.toUpperCase());
}

/** Whether a field is an id, in any case, or a list with it. */
export function namesId(value: Value | undefined, id: string): boolean {
  if (typeof value === 'string') return sameId(value, id);
  return readList(value).some((one) => sameId(one, id));
}

/** Whether a file is named for an id: the id and its ending, or the id, a dash and more. */
export function isNamedFor(path: string, id: string): boolean {
  const start = path.lastIndexOf('/') + 1;
  const end = start + id.length;
  return (path[end] === '-' || path[end] === '.') && sameId(path.slice(start, end), id);
}
