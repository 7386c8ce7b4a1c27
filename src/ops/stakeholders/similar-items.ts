import type { Backlog } from '../../backlog/backlog.js';
import { isOpen } from '../../backlog/workflow.js';
import { contentStems } from '../../check/language/stems.js';
import { shownBodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';

/** Fewer words in common than these are chance. */
const fewestShared = 2;

/**
 * Open items that may be about what a text says, the likeliest first: by the words they share,
 * the rarer the more telling.
 */
export function listSimilar(backlog: Backlog, text: string, most: number): readonly Item[] {
  const { settings, work } = backlog;
  const open = work.filter((item) => isOpen(settings, item) && !item.archived);
  const words = open.map((item) => stemsOf(backlog, `${item.title} ${shownBodyOf(item.document)}`));
  const wanted = stemsOf(backlog, text);
  const rarity = (word: string) =>
    Math.log(1 + open.length / words.filter((own) => own.has(word)).length);
  const weights = new Map([...wanted].map((word) => [word, rarity(word)]));
  return open
    .map((item, index) => {
      const shared = [...(words[index] ?? [])].filter((word) => wanted.has(word));
      const weight = shared.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
      return { item, shared: shared.length, weight };
    })
    .filter(({ shared }) => shared >= fewestShared)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ item }) => item);
}

function stemsOf({ settings }: Backlog, text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return new Set(
    contentStems(
      words.map((word) => ({ text: word, start: 0, end: 0 })),
      settings.language,
    ),
  );
}
