import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { isWorkItem } from '../../backlog/workflow.js';
import { sameId } from '../../item/id.js';
import { type Item, readList } from '../../item/item.js';
import { withArticle } from '../../text/article.js';
import { type Result, success, usage } from '../../text/problem.js';
import { changeEach, changeItem, setField } from '../items/change-item.js';
import { linkFeedback } from './feedback.js';

export interface LinkOptions {
  readonly remove: boolean;
  /** The goal is worked against, not served. */
  readonly conflicts: boolean;
}

/** A link to write: which document's list gets the other's id. */
interface Pair {
  readonly holder: Item;
  readonly key: 'items' | 'goal' | 'conflicts' | 'stakeholders';
  readonly id: string;
}

export interface LinkedItems {
  /** The documents that name the others. */
  readonly holders: readonly Item[];
  readonly changes: ChangeSet;
}

/**
 * Links one document with others, in whichever of them links of that kind are kept: feedback and
 * work, work and goals, goals and stakeholders.
 */
export function linkItems(
  backlog: Backlog,
  item: Item,
  others: readonly Item[],
  options: LinkOptions,
): Result<LinkedItems> {
  const pairs: Pair[] = [];
  for (const other of others) {
    const pair = pairUp(backlog, item, other, options) ?? pairUp(backlog, other, item, options);
    if (pair === null) return usage(describeMisfit(item, other));
    pairs.push(pair);
  }
  const [first] = pairs;
  if (options.conflicts && first?.key !== 'conflicts') {
    return usage('--conflicts requires a goal: storymark link ID GOAL --conflicts');
  }
  const holders = [...new Set(pairs.map(({ holder }) => holder))];
  const changes = changeEach(holders, (holder) => {
    const own = pairs.filter((pair) => pair.holder === holder);
    const key = own[0]?.key ?? 'items';
    const ids = own.map(({ id }) => id);
    if (key === 'items') return linkFeedback(backlog, holder, ids, options.remove);
    const now = readList(holder.document.field(key));
    const rest = now.filter((id) => !ids.some((one) => sameId(one, id)));
    const added = ids.filter((id) => !now.some((one) => sameId(one, id)));
    const next = options.remove ? rest : [...now, ...added];
    return changeItem(backlog.settings, holder, [
      setField(key, next.length === 0 ? undefined : next.length === 1 ? next[0] : next),
    ]);
  });
  return changes.ok ? success({ holders, changes: changes.value }) : changes;
}

function pairUp(
  backlog: Backlog,
  holder: Item,
  other: Item,
  { conflicts }: LinkOptions,
): Pair | null {
  const isWork = (one: Item) => isWorkItem(backlog.settings, one);
  const { id } = other;
  if (holder.type === 'feedback' && isWork(other)) return { holder, key: 'items', id };
  if (isWork(holder) && other.type === 'goal') {
    return { holder, key: conflicts ? 'conflicts' : 'goal', id };
  }
  if (holder.type === 'goal' && other.type === 'stakeholder') {
    return { holder, key: 'stakeholders', id };
  }
  return null;
}

function describeMisfit(a: Item, b: Item): string {
  const both = `${a.id} is ${withArticle(a.type)}, ${b.id} ${withArticle(b.type)}`;
  const fits = 'link connects feedback to items, items to a goal, or a goal to stakeholders';
  return `${both}: ${fits}; for other fields use storymark set`;
}
