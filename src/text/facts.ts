/** Answers worked out once: `backlog.fact(hasEpics)` is `hasEpics(backlog)`, counted the first time only. */
export type Recall<O> = <T>(compute: (owner: O) => T) => T;

/** The memory of one object, to be kept on it: it goes when the object does. */
export function factsOf<O>(owner: () => O): Recall<O> {
  const known = new Map<unknown, unknown>();
  return <T>(compute: (owner: O) => T): T => {
    if (!known.has(compute)) known.set(compute, compute(owner()));
    return known.get(compute) as T;
  };
}

/**
 * A memory of the object asked about last, for objects that are looked at one after the other:
 * keeping what was worked out of all of them costs more, in garbage collection, than it saves.
 */
export function lastFacts(): <O extends object, T>(owner: O, compute: () => T, key: unknown) => T {
  let last: object | null = null;
  const known = new Map<unknown, unknown>();
  return <O extends object, T>(owner: O, compute: () => T, key: unknown): T => {
    if (owner !== last) known.clear();
    last = owner;
    if (!known.has(key)) known.set(key, compute());
    return known.get(key) as T;
  };
}

/** A value made when it is first needed. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
