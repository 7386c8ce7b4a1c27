import type { Memory } from '../../../backlog/memory.js';
import type { Settings } from '../../../backlog/settings.js';
import { readStory } from '../../../check/engine.js';
import type { Item } from '../../../item/item.js';
import type { FoundStory } from '../../../story/reading.js';
import type { KnownFiles } from '../check-backlog.js';
import type { Question } from './cached-check.js';

/** What a check kept of each file, as JSON has it: the lists are of one length. */
interface SavedFiles {
  /** What the stories were read under. */
  readonly reading: string;
  /** What the files were found clean under. */
  readonly checking: string;
  readonly paths: readonly string[];
  readonly keys: readonly string[];
  readonly stories: readonly (FoundStory | null)[];
  /** 1 for a clean file. */
  readonly clean: readonly (0 | 1)[];
}

const memoryName = 'check-files';
/** What is known is kept anew when more of it is out of date than this, and than a share of it. */
const fewNew = 32;
const smallShare = 0.02;

/** @param conditions all that local rules ask besides a file and the settings: day, levels */
export function openKnownFiles(
  memory: Memory,
  settings: Settings,
  { items, keys }: Question,
  conditions: readonly unknown[],
): KnownFiles {
  const reading = memory.digest([JSON.stringify(settings)]);
  const checking = memory.digest([JSON.stringify([settings, ...conditions])]);
  const kept = memory.recall(memoryName) as SavedFiles | undefined;
  const rows = findRows(kept, items, keys);
  const isReadAlike = kept?.reading === reading;
  const clean = new Set<string>();
  if (kept?.checking === checking) {
    for (const [path, row] of rows) if (kept.clean[row] === 1) clean.add(path);
  }
  const stories = new Map<string, FoundStory | null>();
  let news = 0;
  return {
    storyOf(item) {
      const { path } = item.document;
      const found = stories.get(path);
      if (found !== undefined) return found;
      const row = isReadAlike ? rows.get(path) : undefined;
      const known = row === undefined ? undefined : kept?.stories[row];
      const story = known === undefined ? readStory(item, settings) : known;
      if (known === undefined) news += 1;
      stories.set(path, story);
      return story;
    },
    clean: {
      has: (path) => clean.has(path),
      add(path) {
        news += 1;
        clean.add(path);
      },
    },
    keep() {
      if (news <= Math.max(fewNew, items.length * smallShare)) return;
      const paths = items.map(({ document }) => document.path);
      memory.keep(memoryName, {
        reading,
        checking,
        paths,
        keys,
        stories: paths.map((path) => stories.get(path) ?? null),
        clean: paths.map((path) => (clean.has(path) ? 1 : 0)),
      } satisfies SavedFiles);
    },
  };
}

/** The rows of the files that are as they were, by path. */
function findRows(
  kept: SavedFiles | undefined,
  items: readonly Item[],
  keys: readonly string[],
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (!kept) return rows;
  const known = new Map(kept.paths.map((path, row) => [path, row]));
  for (const [index, { document }] of items.entries()) {
    const row = known.get(document.path);
    if (row !== undefined && kept.keys[row] === keys[index]) rows.set(document.path, row);
  }
  return rows;
}
