/**
 * Remembers what was read last. Rules ask one after the other about one file or story, so that
 * one value does: keeping all of them costs more, in garbage collection, than reading twice.
 */
export function rememberLast<K extends object, T>(read: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly value: T } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}
