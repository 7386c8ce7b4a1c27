import { type Item, readList } from '../item/item.js';
import { type Backlog, getItem } from './backlog.js';

/** The items a feedback names, with those of the feedback that stands for it. */
export function listAskedFor(backlog: Backlog, feedback: Item): readonly Item[] {
  const said = new Set<Item>([feedback]);
  // A set is walked while it grows, and two that stand for each other are each taken once.
  for (const one of said) {
    const [into] = readList(one.document.fields['into']);
    const next = into === undefined ? undefined : getItem(backlog, into);
    if (next?.type === 'feedback') said.add(next);
  }
  const named = [...said].flatMap(({ document: { fields } }) => readList(fields['items']));
  return [...new Set(named.map((id) => getItem(backlog, id)))].filter((one) => one !== undefined);
}
