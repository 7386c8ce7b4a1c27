/** A node's targets, by number; nodes are numbered from 0. */
export type NumberedEdges = readonly (readonly number[])[];

/**
 * One cycle of each group of nodes that reach each other, as the nodes on it. Tarjan's strongly
 * connected components (SIAM J. Comput. 1972), without recursion: a chain of 100,000 items must
 * not overflow the stack.
 */
export function findCycles(edges: NumberedEdges): readonly (readonly number[])[] {
  const order = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const next = new Int32Array(edges.length);
  const isOpen = new Uint8Array(edges.length);
  const stack: number[] = [];
  const path: number[] = [];
  const cycles: (readonly number[])[] = [];
  let count = 0;
  const enter = (node: number) => {
    order[node] = count;
    low[node] = count;
    count += 1;
    isOpen[node] = 1;
    stack.push(node);
    path.push(node);
  };
  const lower = (node: number, value: number) => {
    if (value < (low[node] ?? 0)) low[node] = value;
  };
  for (let root = 0; root < edges.length; root += 1) {
    if (order[root] !== -1 || edges[root]?.length === 0) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const step = next[node] ?? 0;
      const target = edges[node]?.[step];
      next[node] = step + 1;
      if (target !== undefined) {
        if (order[target] === -1) enter(target);
        else if (isOpen[target] === 1) lower(node, order[target] ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const group = stack.splice(stack.lastIndexOf(node));
      for (const one of group) isOpen[one] = 0;
      const cycle = shortestCycle(group, edges);
      if (cycle.length > 0) cycles.push(cycle);
    }
  }
  return cycles;
}

/** The shortest way from the group's first node back to itself; empty when there is none. */
function shortestCycle(group: readonly number[], edges: NumberedEdges): readonly number[] {
  const within = new Set(group);
  const start = group.reduce((least, node) => Math.min(least, node), group[0] ?? 0);
  if (group.length === 1 && !edges[start]?.includes(start)) return [];
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? start;
    for (const target of edges[node] ?? []) {
      if (target === start) return walkBack(cameFrom, start, node);
      if (!within.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      queue.push(target);
    }
  }
  return [];
}

function walkBack(cameFrom: ReadonlyMap<number, number>, start: number, end: number) {
  const path = [end];
  for (let node = end; node !== start; ) {
    node = cameFrom.get(node) ?? start;
    path.push(node);
  }
  return path.reverse();
}
