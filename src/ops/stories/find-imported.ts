import { allItems, type Backlog, getItem } from '../../backlog/backlog.js';
import type { Draft } from '../../exchange/draft.js';
import { type Item, textOf } from '../../item/item.js';
import { isMarkOf } from './mark-item.js';

/** What a draft is here already. */
export type Imported =
  | { readonly is: 'new' }
  | { readonly is: 'known'; readonly item: Item }
  /** The item of that name looks like one of another project, and the file does not say. */
  | { readonly is: 'doubtful'; readonly item: Item };

/**
 * Finds what is here already: by `source:`, or by the id in a table that this backlog wrote. A name
 * without an origin (`csv:12`) may be that of another project, and an id in a table without marks
 * that of another backlog: the titles of most of the file must then agree.
 */
export function findImported(
  backlog: Backlog,
  drafts: readonly Draft[],
): (draft: Draft) => Imported {
  const bySource = new Map<string, Item[]>();
  for (const item of allItems(backlog)) {
    const source = keyOf(textOf(item, 'source') ?? '');
    bySource.set(source, [...(bySource.get(source) ?? []), item]);
  }
  const imported = (source: string | null) =>
    source === null ? [] : (bySource.get(keyOf(source)) ?? []);
  const byIdAlone = ({ own, sourceId }: Draft) =>
    own === null || !own.mark ? getItem(backlog, sourceId ?? '') : undefined;
  const isSameBacklog = isMost(
    drafts.flatMap((draft) => {
      const item = byIdAlone(draft);
      return item === undefined ? [] : [draft.title === item.title];
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
    const marked = findMarked(backlog, draft);
    if (marked !== null) return used.has(marked) ? { is: 'new' } : { is: 'known', item: marked };
    const same = imported(draft.source);
    const item = same.find((one) => !used.has(one));
    if (item !== undefined) {
      return { is: hasOrigin(draft) || isSameSource ? 'known' : 'doubtful', item };
    }
    const own = byIdAlone(draft);
    if (own !== undefined && same.length === 0 && !used.has(own)) {
      if (isSameBacklog) return { is: 'known', item: own };
      if (draft.own?.mark === null) return { is: 'doubtful', item: own };
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

/** The item a row was exported from, here or in a copy that came back from another backlog. */
function findMarked(backlog: Backlog, { own, sourceId, source }: Draft): Item | null {
  if (!own?.mark) return null;
  const { mark } = own;
  const item = getItem(backlog, sourceId ?? '');
  if (item !== undefined && isMarkOf(mark, item)) return item;
  const home = /^csv:(.+\.md)$/.exec(source ?? '')?.[1];
  if (home === undefined) return null;
  return allItems(backlog).find((one) => isMarkOf(home, one)) ?? null;
}

function isMost(answers: readonly boolean[]): boolean {
  return answers.filter((answer) => answer).length * 2 >= answers.length;
}

function hasOrigin({ source, formerSources }: Draft): boolean {
  return source === null || !formerSources.includes(source);
}

/** Two titles with most of their words in common. */
function isAlike(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return a.trim() === b.trim() || (shared > 0 && shared * 2 >= Math.max(one.size, other.size));
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
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
    const file = filesOf(String(item.document.field('source') ?? ''));
    return file !== undefined && files.has(file) && !found.has(item.id);
  });
}
