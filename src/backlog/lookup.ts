import { idSuffix } from '../item/id.js';
import type { Item } from '../item/item.js';
import { withArticle } from '../text/article.js';
import { collect, failure, type Problem, type Result, success, usage } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import { allItems, type Backlog, getItem, itemsOfType } from './backlog.js';

/** Most candidates an error names before it says how many more there are. */
const namedCandidates = 8;

/**
 * The one item a person means by a whole id, or by any unique beginning of an id or of the part
 * after its dash (`ST-7K`, `7k`), in any case. An id that two files have names neither of them.
 */
export function findItem(backlog: Backlog, reference: string): Result<Item> {
  const exact = getItem(backlog, reference);
  if (exact) return requireSole(backlog, exact);
  const everything = allItems(backlog).filter((item) => item.id !== '');
  const bySuffix = everything.filter((item) => sameText(idSuffix(item.id), reference));
  const [named] = bySuffix;
  if (named && haveOneId(bySuffix)) return requireSole(backlog, named);
  const found = everything.filter(
    ({ id }) => matchesReference(id, reference) && !cutsNumber(backlog, id, reference),
  );
  const [first] = found;
  if (first && haveOneId(found)) return requireSole(backlog, first);
  if (first) return failure(describeAmbiguity(reference, found));
  return failure(describeUnknown(backlog, reference));
}

/** Whether a reference ends within a counted number: TA-1 is not a beginning of TA-10. */
function cutsNumber({ settings }: Backlog, id: string, reference: string): boolean {
  return settings.ids === 'sequential' && /^\d+$/.test(idSuffix(id)) && /\d$/.test(reference);
}

function haveOneId([first, ...rest]: readonly Item[]): boolean {
  return first !== undefined && rest.every(({ id }) => sameText(id, first.id));
}

function requireSole(backlog: Backlog, item: Item): Result<Item> {
  const [problem] = refuseTwins(backlog, [item]);
  return problem ? failure(problem) : success(item);
}

/** Why items cannot be written by their id: another file has it too, and one would be a guess. */
export function refuseTwins(backlog: Backlog, items: readonly Item[]): readonly Problem[] {
  const ids = new Map(items.map(({ id }) => [id.toUpperCase(), id]));
  return [...ids.values()].flatMap((id) => {
    const paths = backlog.withId(id).map(({ document }) => document.path);
    if (paths.length < 2) return [];
    const message = `${id} is the id of ${paths.length} files: ${joinWithAnd(paths)}; run storymark doctor to give each its own id`;
    return [{ kind: 'usage' as const, message }];
  });
}

/**
 * As `findItem`, but the path of a file names that file whatever its id is, so that one of two
 * with the same id can be looked at, edited and deleted. Paths may start above or in the backlog.
 */
export function findDocument(backlog: Backlog, reference: string): Result<Item> {
  if (!reference.endsWith('.md')) return findItem(backlog, reference);
  const wanted = `/${reference.replaceAll('\\', '/').replace(/^(?:\.{1,2}\/)+/, '')}`;
  const found = allItems(backlog).filter(({ document }) => {
    const path = `/${document.path}`;
    return path.endsWith(wanted) || wanted.endsWith(path);
  });
  const [only] = found;
  if (only && found.length === 1) return success(only);
  const paths = joinWithAnd(found.map(({ document }) => document.path));
  const message = only
    ? `${reference} matches ${paths}: give more of the path`
    : `there is no file "${reference}" in the backlog`;
  return usage(message);
}

/** Finds each of several references; all the problems at once when some name no item. */
export function findItems(
  backlog: Backlog,
  references: readonly string[],
  find: typeof findItem = findItem,
): Result<readonly Item[]> {
  const results = references.map((reference) => find(backlog, reference));
  const all = collect(results);
  if (!all.ok) return all;
  const items = all.value;
  return success([...new Set(items)]);
}

/**
 * The document of one type a person means: by id, by title, or by a unique beginning of its id.
 *
 * @param advice what helps where there is none of this name and none like it
 */
export function findOfType(
  backlog: Backlog,
  type: string,
  reference: string,
  advice = '',
): Result<Item> {
  const known = itemsOfType(backlog, type);
  const isNamed = ({ title, id }: Item) => sameText(title, reference) || sameText(id, reference);
  const named = known.filter(isNamed);
  const found =
    named.length > 0 ? named : known.filter(({ id }) => matchesReference(id, reference));
  const [first] = found;
  if (first && haveOneId(found)) return requireSole(backlog, first);
  if (first) return failure(describeAmbiguity(reference, found));
  const other = findItem(backlog, reference);
  if (other.ok) {
    const message = `${other.value.id} is ${withArticle(other.value.type)}, not ${withArticle(type)}`;
    return usage(message);
  }
  const names = known.flatMap(({ id, title }) => [id, title]);
  const hint = didYouMean(reference, names) || advice;
  return usage(`there is no ${type} "${reference}".${hint}`);
}

export function findStakeholder(backlog: Backlog, reference: string): Result<Item> {
  const advice = ` Add one with: storymark add -t stakeholder "${reference}"`;
  return findOfType(backlog, 'stakeholder', reference, advice);
}

/** True when `reference` is the id, or the beginning of it or of its suffix, in any case. */
export function matchesReference(id: string, reference: string): boolean {
  const wanted = reference.toUpperCase();
  const whole = id.toUpperCase();
  return wanted !== '' && (whole.startsWith(wanted) || idSuffix(whole).startsWith(wanted));
}

function sameText(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

function describeAmbiguity(reference: string, found: readonly Item[]) {
  const names = found.slice(0, namedCandidates).map((item) => item.id);
  const more = found.length - names.length;
  const list = names.join(', ') + (more > 0 ? ` and ${more} more` : '');
  return { kind: 'usage' as const, message: `${reference} matches ${found.length} items: ${list}` };
}

function describeUnknown(backlog: Backlog, reference: string) {
  // The file may be there and merely unreadable: then its own error is the answer.
  const unreadable = backlog.problems.find((problem) =>
    matchesFileName(problem.path ?? '', reference),
  );
  if (unreadable) return unreadable;
  const ids = allItems(backlog).map((item) => item.id);
  return {
    kind: 'usage' as const,
    message: `there is no item "${reference}".${didYouMean(reference, ids)}`,
  };
}

function matchesFileName(path: string, reference: string): boolean {
  return matchesReference(path.slice(path.lastIndexOf('/') + 1), reference);
}

function joinWithAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
