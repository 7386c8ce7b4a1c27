import { allItems, type Backlog } from '../backlog/backlog.js';
import type { Draft } from '../exchange/draft.js';
import type { Item } from '../item/item.js';

/** What a draft is here already. */
export type Imported =
  | { readonly is: 'new' }
  | { readonly is: 'known'; readonly item: Item }
  /** Its source has no origin, and the item of that name looks like one of another project. */
  | { readonly is: 'doubtful'; readonly item: Item };

/**
 * Finds what was imported before, by `source:`. A name without an origin (`csv:12`) may be that of
 * another project, so titles have to agree: those of most of the file where the file names no
 * origin either, that of the one item where it does.
 */
export function findImported(
  backlog: Backlog,
  drafts: readonly Draft[],
): (draft: Draft) => Imported {
  const bySource = new Map<string, Item[]>();
  for (const item of allItems(backlog)) {
    const source = keyOf(String(item.document.fields['source'] ?? ''));
    bySource.set(source, [...(bySource.get(source) ?? []), item]);
  }
  const itemOf = (source: string | null) =>
    (source === null ? [] : bySource.get(keyOf(source)))?.[0];
  const bare = drafts.flatMap((draft) => {
    const item = hasOrigin(draft) ? undefined : itemOf(draft.source);
    return item === undefined ? [] : [isAlike(draft.title, item.title)];
  });
  const isSameSource = bare.filter((alike) => alike).length * 2 >= bare.length;
  return (draft) => {
    const item = itemOf(draft.source);
    if (item !== undefined) {
      return { is: hasOrigin(draft) || isSameSource ? 'known' : 'doubtful', item };
    }
    const former = draft.formerSources.flatMap((source) => bySource.get(source) ?? []);
    const [only] = former.filter(({ title }) => isAlike(draft.title, title));
    return only !== undefined && former.length === 1 ? { is: 'known', item: only } : { is: 'new' };
  };
}

function hasOrigin({ source, formerSources }: Draft): boolean {
  return source === null || !formerSources.includes(source);
}

/** Two titles with a word in common that says something. */
function isAlike(a: string, b: string): boolean {
  const words = new Set(wordsOf(b));
  return a.trim() === b.trim() || wordsOf(a).some((word) => words.has(word));
}

function wordsOf(title: string): readonly string[] {
  return title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

/** A story is known by its text, in whichever file it stands. */
function keyOf(source: string): string {
  return source.replace(/^stories:.*#/, 'stories:');
}

/**
 * What came from the same files before and is no longer in them, where drafts are known by their
 * text: with new ones beside, they may have been edited.
 */
export function listGone(
  backlog: Backlog,
  drafts: readonly Draft[],
  found: ReadonlySet<string>,
): readonly Item[] {
  const filesOf = (source: string) => /^stories:.*#/.exec(source)?.[0];
  const files = new Set(drafts.map(({ source }) => filesOf(source ?? '')));
  return allItems(backlog).filter((item) => {
    const file = filesOf(String(item.document.fields['source'] ?? ''));
    return file !== undefined && files.has(file) && !found.has(item.id);
  });
}
