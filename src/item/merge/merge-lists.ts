import { compareText } from '../../text/words.js';
import type { FieldSpec } from '../field.js';
import type { Value } from '../value.js';

type List = readonly Value[];

/**
 * A list merged as an ordered set: what either side took out is gone, what either put in is there,
 * after what it followed. A history stays in the order of its days, and is null, a conflict, where
 * the sides added two different lines about one subject.
 */
export function mergeLists(
  base: List,
  ours: List,
  theirs: List,
  { merge, subject }: Partial<FieldSpec> = {},
): List | null {
  const [was, mine, yours] = [base, ours, theirs].map(keyElements) as [Keyed, Keyed, Keyed];
  if (
    subject &&
    haveOneSubject(addedOnly(mine, was, yours), addedOnly(yours, was, mine), subject)
  ) {
    return null;
  }
  const order = [...mine.keys()].filter((key) => yours.has(key) || !was.has(key));
  const kept = new Set(order);
  let before: string | null = null;
  for (const key of yours.keys()) {
    if (!kept.has(key)) {
      if (was.has(key)) continue;
      // What is put in at one place stands in the order ours, theirs.
      let at = before === null ? 0 : order.indexOf(before) + 1;
      while (at < order.length && !yours.has(order[at] ?? '') && !was.has(order[at] ?? '')) at += 1;
      order.splice(at, 0, key);
      kept.add(key);
    }
    before = key;
  }
  const merged = order.map((key) => (mine.get(key) ?? yours.get(key)) as Value);
  return merge === 'history' ? sortByDay(merged) : merged;
}

type Keyed = ReadonlyMap<string, Value>;

/** Elements by what they are; the second of two equal ones is another. */
function keyElements(list: List): Keyed {
  const counts = new Map<string, number>();
  return new Map(
    list.map((value) => {
      const name = typeof value === 'number' ? `number ${value}` : JSON.stringify(value);
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [`${count} ${name}`, value];
    }),
  );
}

/** What a side put in and the other did not. */
function addedOnly(side: Keyed, base: Keyed, other: Keyed): readonly Value[] {
  return [...side].flatMap(([key, value]) => (base.has(key) || other.has(key) ? [] : [value]));
}

function haveOneSubject(ours: List, theirs: List, subject: RegExp): boolean {
  const subjectOf = (value: Value) =>
    typeof value === 'string' ? (subject.exec(value)?.[1] ?? null) : null;
  const known = new Set(ours.map(subjectOf));
  return theirs.map(subjectOf).some((one) => one !== null && known.has(one));
}

/** Where every line begins with a day (`2026-11-26 +2026-S24 5`); others stay as they are. */
function sortByDay(list: List): List {
  const dayOf = (value: Value) =>
    typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?= )/.exec(value)?.[0] : undefined;
  const days = list.map(dayOf);
  if (days.includes(undefined)) return list;
  return list
    .map((value, index) => ({ value, day: days[index] ?? '' }))
    .sort((a, b) => compareText(a.day, b.day))
    .map(({ value }) => value);
}
