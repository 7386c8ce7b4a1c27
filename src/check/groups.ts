import type { Subject } from './define-rule.js';

/** The groups of two or more with the same key; the empty key makes none. */
export function groupBy<T>(
  subjects: readonly T[],
  keyOf: (subject: T) => string,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const subject of subjects) {
    const key = keyOf(subject);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [subject]);
    else group.push(subject);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** By creation, then path: of two that clash, the newer one is to change. */
export function oldestFirst(subjects: readonly Subject[]): readonly Subject[] {
  return [...subjects].sort(compareAge);
}

export function compareAge(a: Subject, b: Subject): number {
  const [createdA, createdB] = [a.item?.created ?? '9999', b.item?.created ?? '9999'];
  if (createdA !== createdB) return createdA < createdB ? -1 : 1;
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
