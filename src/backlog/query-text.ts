import { shownBodyOf } from '../item/document.js';
import type { Item } from '../item/item.js';
import { foldText } from '../text/fold.js';

/**
 * Free text of a query: within the id, the title or the body, without case and accents.
 * Several words are a phrase, whatever blanks and line ends stand between them. All matchers that
 * one reader makes fold an item's body once, when they are asked about it in turn.
 */
export function createTextReader(): (text: string) => (item: Item) => boolean {
  let last: Item | undefined;
  let body = '';
  const bodyOf = (item: Item) => {
    if (item !== last) body = foldText(shownBodyOf(item.document));
    last = item;
    return body;
  };
  return (text) => {
    const isIn = findsText(foldText(text));
    return (item) => isIn(foldText(item.id)) || isIn(foldText(item.title)) || isIn(bodyOf(item));
  };
}

function findsText(wanted: string): (folded: string) => boolean {
  if (!/\s/.test(wanted)) return (folded) => folded.includes(wanted);
  const words = wanted.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const phrase = new RegExp(words.join('\\s+'));
  return (folded) => phrase.test(folded);
}
