import { readList, readText } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { categoryOfWord, normalizeWord } from '../words.js';
import { readForeignDocument } from './foreign-frontmatter.js';

export interface BacklogMdConfig {
  /** The project's name, if it has one. */
  readonly project: string | null;
  /** In the order of the board: the first is to do, the last done. */
  readonly statuses: readonly string[];
  /** What ids begin with, lower-case. */
  readonly prefixes: readonly string[];
}

export function readBacklogMdConfig(files: ReadonlyMap<string, string>): BacklogMdConfig {
  const text = files.get('config.yml') ?? files.get('config.yaml') ?? '';
  const fields = readForeignDocument(`---\n${text}\n---\n`)?.fields ?? {};
  const prefix = readText(fields['task_prefix'])?.toLowerCase();
  return {
    project: readText(fields['project_name']),
    statuses: readList(fields['statuses']),
    prefixes: [...new Set([...(prefix === undefined ? [] : [prefix]), 'task', 'draft'])],
  };
}

/**
 * What a status means: the last column of the board is done whatever it is called, unless it is one
 * for what was dropped; the others by their word, or their place.
 */
export function categoryOfStatus(statuses: readonly string[], word: string): Category | null {
  const names = statuses.map(normalizeWord);
  const last = names.findLastIndex((name) => categoryOfWord(name) !== 'dropped');
  const at = names.indexOf(normalizeWord(word));
  if (at !== -1 && at === last && last > 0) return 'done';
  const known = categoryOfWord(word);
  return known ?? (at === -1 ? null : at === 0 ? 'todo' : 'doing');
}
