import { checkSelection } from './check-selection.js';
import type { Release, ReleaseProblem } from './release-problem.js';

/**
 * Every promise a release breaks, as text; empty when it keeps all. Each sprint is checked as a
 * selection whose dependencies earlier sprints have settled.
 */
export function checkRelease(problem: ReleaseProblem, sprints: Release['sprints']): string[] {
  const { sprints: rooms, must = [], not = [], ...wishes } = problem;
  const broken: string[] = [];
  const earlier = new Set<string>();
  for (const [index, { chosen }] of sprints.entries()) {
    const room = rooms[index] ?? { capacity: 0 };
    const items = wishes.items.map((item) => ({
      ...item,
      requires: (item.requires ?? []).filter((id) => !earlier.has(id)),
    }));
    const within = checkSelection({ ...wishes, ...room, items, must: [], not }, chosen);
    broken.push(...within.map((text) => `in sprint ${index + 1}: ${text}`));
    for (const id of chosen) {
      if (earlier.has(id)) broken.push(`${id} is in two sprints`);
      earlier.add(id);
    }
    for (const id of room.must ?? []) {
      if (!earlier.has(id)) broken.push(`${id} must be in by sprint ${index + 1}`);
    }
  }
  for (const id of must) if (!earlier.has(id)) broken.push(`${id} must be in`);
  for (const { id, excludes = [] } of wishes.items) {
    if (!earlier.has(id)) continue;
    for (const other of excludes) if (earlier.has(other)) broken.push(`${id} excludes ${other}`);
  }
  return broken;
}
