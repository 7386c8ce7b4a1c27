import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

type Values = Readonly<Record<string, unknown>>;
type Elements = readonly string[];

const lists: ReadonlySet<string> = new Set(['labels', 'depends', 'sprints', 'goal']);

/** A document as flat values: keys, keys of maps with dots, and whether each criterion is ticked. */
export function readValues(text: string): Values {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const fields = Object.entries(parse(yaml) as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one])
      : [[key, value ?? undefined]],
  );
  const ticks = [...body.matchAll(/^- \[([ x])\] (.*)$/gm)].map(([, tick, name]) => [
    `criterion ${name}`,
    tick === 'x',
  ]);
  return Object.fromEntries([...fields, ...ticks]);
}

/** The text with one side of each conflict, as a person would settle it. */
export function chooseSide(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(
    /^<{7}[^\n]*\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7}[^\n]*\n/gm,
    side === 'ours' ? '$1' : '$2',
  );
}

/**
 * What is wrong with a merged document, said independently of the code that merges: a value of
 * either side is lost, or a conflict is reported where there is none, or none where there is one.
 */
export function findMergeFaults(
  base: string,
  ours: string,
  theirs: string,
  merged: string,
): readonly string[] {
  const [b, o, t] = [base, ours, theirs].map(readValues) as [Values, Values, Values];
  const left = readValues(chooseSide(merged, 'ours'));
  const right = readValues(chooseSide(merged, 'theirs'));
  const keys = new Set([b, o, t, left, right].flatMap((values) => Object.keys(values)));
  return [...keys].flatMap((key) => {
    const [was, mine, yours] = [b[key], o[key], t[key]];
    const isReported = !isDeepStrictEqual(left[key], right[key]);
    const expected = expect(key, was, mine, yours);
    if (expected === 'conflict') return isReported ? [] : [`${key}: a conflict went unreported`];
    if (isReported) return [`${key}: reported ${left[key]} against ${right[key]}, which is none`];
    if (isSame(key, left[key], expected)) return [];
    return [`${key}: ${was} became ${mine} and ${yours}, merged ${left[key]} for ${expected}`];
  });
}

function expect(key: string, was: unknown, mine: unknown, yours: unknown): unknown {
  if (lists.has(key)) {
    const [b, o, t] = [was, mine, yours].map(toList) as [Elements, Elements, Elements];
    if (key === 'sprints' && haveOneSubject(b, o, t)) return 'conflict';
    const all = [...new Set([...o, ...t])];
    return all.filter((one) => !b.includes(one) || (o.includes(one) && t.includes(one)));
  }
  if (isDeepStrictEqual(mine, was)) return yours;
  if (isDeepStrictEqual(yours, was) || isDeepStrictEqual(mine, yours)) return mine;
  if (key !== 'rank') return 'conflict';
  return String(mine) < String(yours) ? mine : yours;
}

/** The sides entered one sprint, or left it, with different points or on different days. */
function haveOneSubject(was: Elements, mine: Elements, yours: Elements): boolean {
  const subjects = (side: Elements, other: Elements) =>
    side
      .filter((one) => !was.includes(one) && !other.includes(one))
      .map((one) => one.split(' ')[1]);
  const known = subjects(mine, yours);
  return subjects(yours, mine).some((one) => known.includes(one));
}

/** The order of a set tells nothing. */
function isSame(key: string, value: unknown, expected: unknown): boolean {
  if (!lists.has(key)) return isDeepStrictEqual(value, expected);
  return isDeepStrictEqual([...toList(value)].sort(), [...(expected as Elements)].sort());
}

/** Elements with how many equal ones stand before: going back and forth is two events each. */
function toList(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : value === undefined
      ? []
      : [value];
  return list.map(
    (one, index) => `${one} #${list.slice(0, index).filter((o) => o === one).length}`,
  );
}
