/**
 * One cycle of each group of nodes that reach each other, as the ids on it. Tarjan's strongly
 * connected components (SIAM J. Comput. 1972), without recursion: a chain of 100,000 items must
 * not overflow the stack.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const path: { readonly id: string; next: number }[] = [];
    const enter = (id: string) => {
      order.set(id, order.size);
      low.set(id, order.size - 1);
      stack.push(id);
      onStack.add(id);
      path.push({ id, next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = edges.get(top.id)?.[top.next];
      top.next += 1;
      if (target !== undefined) {
        if (!edges.has(target)) continue;
        if (!order.has(target)) enter(target);
        else if (onStack.has(target)) lower(low, top.id, order.get(target) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(low, above.id, low.get(top.id) ?? 0);
      if (low.get(top.id) !== order.get(top.id)) continue;
      const group = stack.splice(stack.lastIndexOf(top.id));
      for (const id of group) onStack.delete(id);
      const cycle = shortestCycle(group, edges);
      if (cycle.length > 0) cycles.push(cycle);
    }
  }
  return cycles;
}

function lower(low: Map<string, number>, id: string, value: number) {
  low.set(id, Math.min(low.get(id) ?? value, value));
}

/** The shortest way from the group's first id back to itself; empty when there is none. */
function shortestCycle(group: readonly string[], edges: ReadonlyMap<string, readonly string[]>) {
  const within = new Set(group);
  const [start = ''] = [...group].sort();
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at] ?? '';
    for (const target of edges.get(id) ?? []) {
      if (target === start) return walkBack(cameFrom, start, id);
      if (!within.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, id);
      queue.push(target);
    }
  }
  return [];
}

function walkBack(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const path = [end];
  for (let id = end; id !== start; ) {
    id = cameFrom.get(id) ?? start;
    path.push(id);
  }
  return path.reverse();
}
