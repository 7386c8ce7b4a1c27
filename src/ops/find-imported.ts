import { allItems, type Backlog, getItem } from '../backlog/backlog.js';
import type { Draft } from '../exchange/draft.js';
import { type Item, readText } from '../item/item.js';
import { exportItem } from './export-items.js';

/** What a draft is here already. */
export type Imported =
  | { readonly is: 'new' }
  | { readonly is: 'known'; readonly item: Item }
  /** The item of that name looks like one of another project, and the file does not say. */
  | { readonly is: 'doubtful'; readonly item: Item };

/**
 * Finds what is here already: by `source:`, or by the id in a table that this backlog wrote. A name
 * without an origin (`csv:12`) may be that of another project, and an id that of another backlog:
 * the titles of most of the file, or the mark of the export, must then agree.
 */
export function findImported(
  backlog: Backlog,
  drafts: readonly Draft[],
): (draft: Draft) => Imported {
  const bySource = new Map<string, Item[]>();
  for (const item of allItems(backlog)) {
    const source = keyOf(readText(item.document.fields['source']) ?? '');
    bySource.set(source, [...(bySource.get(source) ?? []), item]);
  }
  const imported = (source: string | null) =>
    source === null ? [] : (bySource.get(keyOf(source)) ?? []);
  const ownOf = (draft: Draft) =>
    draft.source !== null && draft.own !== null
      ? undefined
      : getItem(backlog, draft.sourceId ?? '');
  const isSameBacklog = isMost(
    drafts.flatMap((draft) => {
      const item = ownOf(draft);
      return item === undefined ? [] : [isOwn(backlog, draft, item)];
    }),
  );
  const isSameSource = isMost(
    drafts.flatMap((draft) => {
      const item = hasOrigin(draft) ? undefined : imported(draft.source)[0];
      return item === undefined ? [] : [isAlike(draft.title, item.title)];
    }),
  );
  const used = new Set<Item>();
  const find = (draft: Draft): Imported => {
    const same = imported(draft.source);
    const item = same.find((one) => !used.has(one));
    if (item !== undefined) {
      return { is: hasOrigin(draft) || isSameSource ? 'known' : 'doubtful', item };
    }
    const own = ownOf(draft);
    if (own !== undefined && same.length === 0) {
      if (isSameBacklog && !used.has(own)) return { is: 'known', item: own };
      if (draft.own !== null) return { is: 'doubtful', item: own };
    }
    const former = draft.formerSources.flatMap(imported);
    const [only] = former.filter(({ title }) => isAlike(draft.title, title));
    return only !== undefined && former.length === 1 && !used.has(only)
      ? { is: 'known', item: only }
      : { is: 'new' };
  };
  return (draft) => {
    const found = find(draft);
    if (found.is === 'known') used.add(found.item);
    return found;
  };
}

/** A row that says it was exported from just this item, or has its title. */
function isOwn(backlog: Backlog, { own, title }: Draft, item: Item): boolean {
  if (own === null) return title === item.title;
  return own.mark === exportItem(backlog, item).mark || isAlike(title, item.title);
}

function isMost(answers: readonly boolean[]): boolean {
  return answers.filter((answer) => answer).length * 2 >= answers.length;
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
