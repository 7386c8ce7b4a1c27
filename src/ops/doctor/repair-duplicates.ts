import { allItems, type Backlog } from '../../backlog/backlog.js';
import { isWorkItem, kindOf } from '../../backlog/workflow.js';
import { groupBy } from '../../check/groups.js';
import { type Reference, referencesIn } from '../../check/references.js';
import { isNamedFor, sameId } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import type { Kind } from '../../item/kind.js';
import { type Result, success } from '../../text/problem.js';
import { setField } from '../change-item.js';
import { createIdMaker, type IdMaker } from '../new-id.js';
import type { DoctorFinding } from './finding.js';
import { replaceReferences } from './repair-references.js';
import { applyRepairs, type Repair, type WorkingCopy } from './working-copy.js';

/** The commit that brought a file, and when, in seconds since 1970. */
export interface Arrival {
  readonly commit: string;
  readonly time: number;
}

/** By path; none for files that are in no commit yet. */
export type Arrivals = ReadonlyMap<string, Arrival>;

export interface Repaired {
  readonly copy: WorkingCopy;
  readonly findings: readonly DoctorFinding[];
}

/** Gives all but the oldest of the documents with one id a new one; what came with them follows. */
export function repairDuplicates(
  copy: WorkingCopy,
  arrivals: Arrivals,
  random: () => number,
): Result<Repaired> {
  const { backlog } = copy;
  const groups = groupBy(allItems(backlog), ({ id }) => id.toUpperCase());
  const makeId = createIdMaker(backlog, groups.length, random);
  const repairs = new Map<string, Repair>();
  const findings: DoctorFinding[] = [];
  for (const group of groups) {
    const { kept, copies } = setCopiesAside(group);
    for (const [extra, other] of copies) {
      repairs.set(extra.document.path, { isRemoved: true });
      findings.push({
        kind: 'duplicate-id',
        path: extra.document.path,
        message: `the same as ${other.document.path}, byte for byte`,
        fix: 'is removed',
      });
    }
    const [oldest, ...younger] = sortByAge(kept, arrivals);
    if (oldest === undefined) continue;
    for (const item of younger) {
      const renamed = renew(backlog, item, oldest, arrivals, makeId);
      for (const [path, repair] of renamed.repairs) {
        const before = repairs.get(path);
        repairs.set(path, { ...before, ...repair, edits: joinEdits(before, repair) });
      }
      findings.push(renamed.finding);
    }
  }
  const repaired = applyRepairs(copy, repairs);
  return repaired.ok ? success({ copy: repaired.value, findings }) : repaired;
}

function joinEdits(before: Repair | undefined, { edits = [] }: Repair) {
  return [...(before?.edits ?? []), ...edits];
}

/** A move that was merged with no move leaves one file in two places. */
function setCopiesAside(group: readonly Item[]) {
  const kept: Item[] = [];
  const copies: (readonly [Item, Item])[] = [];
  // One that was put away, or is named for its id, is the one to keep.
  const byFitness = [...group].sort((a, b) => fitnessOf(b) - fitnessOf(a));
  for (const item of byFitness) {
    const twin = kept.find(({ document }) => document.text === item.document.text);
    if (twin) copies.push([item, twin]);
    else kept.push(item);
  }
  return { kept, copies };
}

function fitnessOf({ archived, document: { path }, id }: Item): number {
  return (archived ? 1 : 0) + (isNamedFor(path, id) ? 2 : 0);
}

/** By the day a person wrote down, then by commit; what is in no commit is youngest. */
function sortByAge(group: readonly Item[], arrivals: Arrivals): readonly Item[] {
  const timeOf = ({ document }: Item) => arrivals.get(document.path)?.time ?? Infinity;
  return [...group].sort((a, b) => {
    const byDay = (a.created ?? '') < (b.created ?? '') ? -1 : 1;
    if (a.created !== null && b.created !== null && a.created !== b.created) return byDay;
    if (timeOf(a) !== timeOf(b)) return timeOf(a) < timeOf(b) ? -1 : 1;
    return a.document.path < b.document.path ? -1 : 1;
  });
}

interface Renewal {
  readonly finding: DoctorFinding;
  readonly repairs: ReadonlyMap<string, Repair>;
}

function renew(
  backlog: Backlog,
  item: Item,
  oldest: Item,
  arrivals: Arrivals,
  makeId: IdMaker,
): Renewal {
  const { path } = item.document;
  const message = `${item.id} is also the id of ${oldest.document.path}, which is older`;
  const kind = kindOf(backlog.settings, item.type);
  const id = kind === undefined ? null : newId(kind, item, makeId);
  if (id === null) {
    return { finding: { kind: 'duplicate-id', path, message, fix: null }, repairs: new Map() };
  }
  const repairs = new Map<string, Repair>([
    [path, { edits: [setField('id', id)], path: renamePath(path, item.id, id) }],
  ]);
  const follows: string[] = [];
  const stays: string[] = [];
  for (const other of allItems(backlog)) {
    const references = referencesIn(other).filter((one) => sameId(one.id, item.id));
    if (references.length === 0 || other === item) continue;
    const meant = references.filter((one) =>
      meansYounger(backlog, one, other, item, oldest, arrivals),
    );
    (meant.length > 0 ? follows : stays).push(other.id);
    if (meant.length === 0) continue;
    repairs.set(other.document.path, { edits: replaceReferences(other, meant, id) });
  }
  const fix = [
    `becomes ${id}`,
    ...(follows.length === 0 ? [] : [`with the references of ${follows.join(', ')}`]),
    ...(stays.length === 0 ? [] : [`those of ${stays.join(', ')} stay with the older`]),
  ].join(', ');
  return { finding: { kind: 'duplicate-id', path, message, fix }, repairs };
}

/** A sprint's id says when it is: two of them are for a person to tell apart. */
function newId(kind: Kind, { title }: Item, makeId: IdMaker): string | null {
  if (kind.idStyle === 'sprint') return null;
  for (let number = 1; number < 1000; number += 1) {
    const id = makeId(kind, number === 1 ? title : `${title} ${number}`);
    if (id.ok) return id.value;
    if (kind.idStyle === 'coded' || title === '') return null;
  }
  return null;
}

/** `items/ST-7K3FD-title.md` with another id; what is named otherwise is named anew elsewhere. */
function renamePath(path: string, old: string, id: string): string {
  const start = path.lastIndexOf('/') + 1;
  const name = path.slice(start);
  return isNamedFor(path, old) ? path.slice(0, start) + id + name.slice(old.length) : path;
}

/**
 * Which of the two a reference means: the one of the kind it asks for, else the one that came in
 * the same commit as it, else the older, as that had the id when others were written.
 */
function meansYounger(
  backlog: Backlog,
  { target }: Reference,
  referrer: Item,
  younger: Item,
  older: Item,
  arrivals: Arrivals,
): boolean {
  const fits = (item: Item) =>
    target === 'item' ? isWorkItem(backlog.settings, item) : item.type === target;
  if (fits(younger) !== fits(older)) return fits(younger);
  const commitOf = ({ document }: Item) => arrivals.get(document.path)?.commit;
  return commitOf(referrer) === commitOf(younger) && commitOf(referrer) !== commitOf(older);
}
