import { allItems, type Backlog } from '../../backlog/backlog.js';
import type { Memory } from '../../backlog/memory.js';
import { partQuery } from '../../backlog/query.js';
import { shownBodyOf } from '../../item/document.js';
import { foldText } from '../../text/fold.js';
import { type Result, success, usage } from '../../text/problem.js';
import { type ItemQuery, selectByQuery } from './query-items.js';
import { findWords, type WordHit } from './word-index.js';

export interface FoundItem {
  readonly id: string;
  readonly type: string;
  readonly status: string | null;
  readonly title: string;
  readonly path: string;
  readonly score: number;
  /** The line of its text that has most of the words; empty when only its head has them. */
  readonly excerpt: string;
}

export interface SearchQuery extends Pick<ItemQuery, 'updatedOf' | 'context'> {
  /** Words to find, and terms of a query to find them among: `login type:story`. */
  readonly words: readonly string[];
}

/** The documents that have the words, best first; closed and archived ones too. */
export function searchItems(
  backlog: Backlog,
  { words, updatedOf, context }: SearchQuery,
  memory: Memory,
): Result<readonly FoundItem[]> {
  const { terms, text } = partQuery(words);
  if (text.trim() === '') {
    const message = 'give words to search for; to filter by fields only, run storymark list';
    return usage(message);
  }
  const among = selectByQuery(backlog, { words: terms, all: true, updatedOf, context });
  if (!among.ok) return among;
  const isAmong = terms.length === 0 ? null : new Set(among.value);
  const hits = findWords(allItems(backlog), text, memory);
  return success(hits.filter(({ item }) => isAmong?.has(item) ?? true).map(describeHit));
}

function describeHit({ item, score, terms }: WordHit): FoundItem {
  const { id, type, status, title, document } = item;
  const excerpt = findExcerpt(shownBodyOf(document), terms);
  return { id, type, status, title, path: document.path, score, excerpt };
}

function findExcerpt(body: string, terms: readonly string[]): string {
  let best = '';
  let most = 0;
  for (const line of body.split('\n')) {
    const folded = foldText(line);
    const count = terms.filter((term) => folded.includes(term)).length;
    if (count > most) {
      most = count;
      best = line.trim();
    }
  }
  return best;
}
