import { compareText } from '../text/words.js';
import type { Subject } from './define-rule.js';

/** The groups of two or more with the same key; the empty key makes none. */
export function groupBy<T extends object>(
  subjects: readonly T[],
  keyOf: (subject: T) => string,
): readonly (readonly T[])[] {
  // Nearly all stand alone, and get no list of their own.
  const first = new Map<string, T>();
  const groups = new Map<string, T[]>();
  for (const subject of subjects) {
    const key = keyOf(subject);
    if (key === '') continue;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, subject);
      continue;
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [earlier, subject]);
    else group.push(subject);
  }
  if (groups.size === 0) return [];
  return [...first.keys()].flatMap((key) => {
    const group = groups.get(key);
    return group === undefined ? [] : [group];
  });
}

/** By creation, then path: of two that clash, the newer one is to change. */
export function oldestFirst(subjects: readonly Subject[]): readonly Subject[] {
  return subjects
    .map((subject) => ({ subject, created: subject.item?.created ?? '9999' }))
    .sort(
      (a, b) => compareText(a.created, b.created) || compareText(a.subject.path, b.subject.path),
    )
    .map(({ subject }) => subject);
}
