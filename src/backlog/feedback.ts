import { sameId } from '../item/id.js';
import { type Item, listOf, readList, readText } from '../item/item.js';
import { type Backlog, getItem } from './backlog.js';
import { isOpen } from './workflow.js';

/** The items a feedback names, with those of the feedback that stands for it. */
export function listAskedFor(backlog: Backlog, feedback: Item): readonly Item[] {
  const said = new Set<Item>([feedback]);
  // A set is walked while it grows, and two that stand for each other are each taken once.
  for (const one of said) {
    const [into] = listOf(one, 'into');
    const next = into === undefined ? undefined : getItem(backlog, into);
    if (next?.type === 'feedback') said.add(next);
  }
  const named = [...said].flatMap((one) => listOf(one, 'items'));
  return [...new Set(named.map((id) => getItem(backlog, id)))].filter((one) => one !== undefined);
}

export interface MadePromise {
  readonly day: string;
  /** The open items it was made for, one at least. */
  readonly items: readonly Item[];
}

/**
 * The day a stakeholder was promised, while it still stands: for what the letter spoke of and is
 * open. What was linked after that letter was promised for no day.
 */
export function findPromise(backlog: Backlog, feedback: Item): MadePromise | null {
  const promised = feedback.document.field('promised');
  const covers = feedback.document.field('covers');
  const day = readText(promised);
  if (day === null) return null;
  // Letters from before `covers` was kept spoke of all there was.
  const ids = readList(covers);
  const items = listAskedFor(backlog, feedback).filter(
    (item) =>
      isOpen(backlog.settings, item) && (ids.length === 0 || ids.some((id) => sameId(id, item.id))),
  );
  return items.length === 0 ? null : { day, items };
}
