import type { Backlog } from '../../backlog/backlog.js';
import { isOrderKey, LONGEST_KEY, reorderItems } from '../../backlog/order-key.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { cutText } from '../../text/cut.js';
import { type Result, success } from '../../text/problem.js';
import { setField } from '../items/change-item.js';
import type { DoctorFinding } from './finding.js';
import type { Repaired } from './repair-duplicates.js';
import { applyRepairs, type Repair, type WorkingCopy } from './working-copy.js';

/** Gives items that share a rank, have none or one that is no key, or a very long one, new keys. */
export function repairRanks(copy: WorkingCopy): Result<Repaired> {
  const { backlog } = copy;
  const faults = findFaults(backlog);
  if (faults.size === 0) return success({ copy, findings: [] });
  const ordered = backlog.work.filter(
    (item) => faults.has(item) || (item.rank !== null && !item.archived),
  );
  const wanted = ordered.map((item, index) => ({
    id: String(index),
    rank: faults.has(item) ? undefined : (item.rank ?? undefined),
  }));
  const repairs = new Map<string, Repair>();
  for (const { id, rank } of reorderItems([], wanted)) {
    const path = ordered[Number(id)]?.document.path;
    if (path !== undefined) repairs.set(path, { edits: [setField('rank', rank)] });
  }
  const repaired = applyRepairs(copy, repairs);
  if (!repaired.ok) return repaired;
  const findings = [...faults].map(
    ([
      {
        document: { path },
      },
      message,
    ]): DoctorFinding => {
      const rank = repairs.get(path)?.edits?.[0]?.value;
      const fix =
        rank === undefined ? 'keeps its rank; the others get new ones' : `gets the rank ${rank}`;
      return { kind: 'rank', path, message, fix };
    },
  );
  return success({ copy: repaired.value, findings });
}

/** What is wrong with items' ranks; archived ones are in nobody's way. */
function findFaults({ settings, work }: Backlog): ReadonlyMap<Item, string> {
  const faults = new Map<Item, string>();
  const shown = work.filter(({ archived }) => !archived);
  // A backlog in which nothing has a rank is ordered by date, which is no fault.
  const isRanked = shown.some(({ rank }) => rank !== null);
  const first = new Map<string, Item>();
  for (const item of shown) {
    const { rank } = item;
    if (rank === null) {
      if (isRanked && isOpen(settings, item)) faults.set(item, 'has no rank, but other items do');
    } else if (!isKey(rank)) {
      faults.set(item, `the rank "${cutText(rank, 40)}" is not a valid rank`);
    } else if (rank.length > LONGEST_KEY) {
      faults.set(item, `the rank has grown to ${rank.length} characters`);
    } else if (first.has(rank)) {
      faults.set(item, `has the same rank as ${first.get(rank)?.id}: ${rank}`);
    } else first.set(rank, item);
  }
  return faults;
}

/** Without the narrowing, as a rank that is no key is still a text. */
function isKey(rank: string): boolean {
  return isOrderKey(rank);
}
