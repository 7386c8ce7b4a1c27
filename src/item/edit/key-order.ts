/** The order of one map's keys: `score.value` speaks of `value` in `score`. */
export function levelOrder(
  keyOrder: readonly string[],
  parent: readonly string[],
): readonly string[] {
  const prefix = parent.map((key) => `${key}.`).join('');
  return keyOrder.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
