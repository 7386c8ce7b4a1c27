import { allItems, type Backlog } from '../../backlog/backlog.js';
import { isOpen, kindOf } from '../../backlog/workflow.js';
import { groupBy } from '../../check/groups.js';
import { isNamedFor } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import type { Kind } from '../../item/kind.js';
import { type Result, success } from '../../text/problem.js';
import { setField } from '../items/change-item.js';
import { createIdMaker, type IdMaker } from '../items/new-id.js';
import { type DuplicateHistory, writingKey } from './duplicate-history.js';
import type { DoctorFinding } from './finding.js';
import { type IdUse, replaceUses, usesOf } from './id-uses.js';
import { applyRepairs, type Repair, type WorkingCopy } from './working-copy.js';

export interface Repaired {
  readonly copy: WorkingCopy;
  readonly findings: readonly DoctorFinding[];
}

export interface DuplicateOptions {
  readonly history: DuplicateHistory;
  /** Paths of files that a person chose: they get the new id, whatever is unknown. */
  readonly renames: readonly string[];
  readonly random: () => number;
}

/**
 * Gives all but the oldest of the documents with one id a new one. What names it follows where git
 * tells which of them was meant; where it does not, nothing is guessed, and nothing renamed.
 */
export function repairDuplicates(start: WorkingCopy, options: DuplicateOptions): Result<Repaired> {
  const groups = groupBy(allItems(start.backlog), ({ id }) => id.toUpperCase());
  const makeId = createIdMaker(start.backlog, groups.length, options.random);
  const findings: DoctorFinding[] = [];
  let copy = start;
  for (const group of groups) {
    for (const repair of [removeCopies, renameYounger]) {
      const repaired = repair(copy, group, options, makeId);
      if (!repaired.ok) return repaired;
      copy = repaired.value.copy;
      findings.push(...repaired.value.findings);
    }
  }
  return success({ copy, findings });
}

/** A move that was merged with no move leaves one file in two places. */
function removeCopies(copy: WorkingCopy, group: readonly Item[]): Result<Repaired> {
  const findings: DoctorFinding[] = [];
  const repairs = new Map<string, Repair>();
  const kept: Item[] = [];
  const { settings } = copy.backlog;
  const byFitness = [...group].sort((a, b) => fitnessOf(settings, b) - fitnessOf(settings, a));
  for (const item of byFitness) {
    const twin = kept.find(({ document }) => document.text === item.document.text);
    if (twin === undefined) {
      kept.push(item);
      continue;
    }
    const { path } = item.document;
    repairs.set(path, { isRemoved: true });
    const message = `the same as ${twin.document.path}, byte for byte`;
    findings.push({ kind: 'duplicate-id', path, message, fix: 'is removed' });
  }
  const repaired = applyRepairs(copy, repairs);
  return repaired.ok ? success({ copy: repaired.value, findings }) : repaired;
}

/** The one to keep lies where its status belongs, and is named for its id. */
function fitnessOf(settings: Backlog['settings'], item: Item): number {
  const isInPlace = item.archived !== isOpen(settings, item);
  return (isInPlace ? 1 : 0) + (isNamedFor(item.document.path, item.id) ? 2 : 0);
}

function renameYounger(
  start: WorkingCopy,
  group: readonly Item[],
  options: DuplicateOptions,
  makeId: IdMaker,
): Result<Repaired> {
  const isLeft = new Set(allItems(start.backlog).map(({ document }) => document.path));
  const left = group.filter(({ document }) => isLeft.has(document.path));
  const [oldest, ...younger] = sortByAge(start, left, options);
  const findings: DoctorFinding[] = [];
  let copy = start;
  for (const { document } of oldest === undefined ? [] : younger) {
    // As earlier repairs left them.
    const now = new Map(allItems(copy.backlog).map((item) => [item.document.path, item]));
    const item = now.get(document.path);
    const same = left.flatMap(({ document: { path } }) => now.get(path) ?? []);
    if (item === undefined || oldest === undefined) continue;
    const renewal = renew(copy, item, oldest, same, options, makeId);
    findings.push(...renewal.findings);
    const repaired = applyRepairs(copy, renewal.repairs);
    if (!repaired.ok) return repaired;
    copy = repaired.value;
  }
  return success({ copy, findings });
}

/** By the day a person wrote down, then by commit; what is in no commit is youngest, what is chosen last. */
function sortByAge(
  { origins }: WorkingCopy,
  group: readonly Item[],
  { history, renames }: DuplicateOptions,
): readonly Item[] {
  const timeOf = ({ document: { path } }: Item) =>
    history.arrivals.get(origins.get(path)?.path ?? path)?.time ?? Infinity;
  const isChosen = ({ document }: Item) => renames.includes(document.path);
  return [...group].sort((a, b) => {
    if (isChosen(a) !== isChosen(b)) return isChosen(a) ? 1 : -1;
    const byDay = (a.created ?? '') < (b.created ?? '') ? -1 : 1;
    if (a.created !== null && b.created !== null && a.created !== b.created) return byDay;
    if (timeOf(a) !== timeOf(b)) return timeOf(a) < timeOf(b) ? -1 : 1;
    return a.document.path < b.document.path ? -1 : 1;
  });
}

interface Renewal {
  readonly findings: readonly DoctorFinding[];
  readonly repairs: ReadonlyMap<string, Repair>;
}

function renew(
  copy: WorkingCopy,
  item: Item,
  oldest: Item,
  same: readonly Item[],
  { history, renames }: DuplicateOptions,
  makeId: IdMaker,
): Renewal {
  const { backlog } = copy;
  const { path } = item.document;
  const isChosen = renames.includes(path);
  const leave = (message: string): Renewal => ({
    findings: [{ kind: 'duplicate-id', path, message, fix: null }],
    repairs: new Map(),
  });
  const twin = same.find((other) => other !== item && isSameFile(other, item));
  if (twin && !isChosen) {
    return leave(
      `${item.id} is in two files that differ, this one and ${twin.document.path}. To remove this one: storymark delete ${path}. To make it another item: storymark doctor --rename ${path}`,
    );
  }
  const message = `${item.id} is also the id of ${oldest.document.path}, which is older`;
  const { follows, stays, unknown } = sortUses(copy, item, same, history);
  if (unknown.length > 0 && !isChosen) {
    return leave(
      `${item.id} is also the id of ${oldest.document.path}, and git's history does not say which of the two ${unknown.join(', ')} means. To give this file a new id and leave ${unknown.join(', ')} with the other: storymark doctor --rename ${path}`,
    );
  }
  const kind = kindOf(backlog.settings, item.type);
  const id = kind === undefined ? null : newId(kind, item, makeId);
  if (id === null) return leave(message);
  const repairs = new Map<string, Repair>(
    follows.map(([user, uses]) => [user.document.path, replaceUses(user, uses, item.id, id)]),
  );
  const own = repairs.get(path);
  repairs.set(path, {
    ...own,
    edits: [...(own?.edits ?? []), setField('id', id)],
    path: renamePath(path, item.id, id),
  });
  const followers = follows.flatMap(([user]) => (user === item ? [] : [user.document.path]));
  const fix = [
    `becomes ${[id, ...followers].join(', also in ')}`,
    ...[...stays].map(([user, meant]) => `${user} still means ${meant}`),
    ...unknown.map((user) => `${user} still means ${oldest.document.path}`),
  ].join('; ');
  return { findings: [{ kind: 'duplicate-id', path, message, fix }], repairs };
}

/** One name in two folders: not two items, but one that was moved on one branch only. */
function isSameFile(a: Item, b: Item): boolean {
  const nameOf = ({ document: { path } }: Item) => path.slice(path.lastIndexOf('/') + 1);
  return a.type === b.type && nameOf(a).toLowerCase() === nameOf(b).toLowerCase();
}

interface SortedUses {
  readonly follows: readonly (readonly [Item, readonly IdUse[]])[];
  /** Paths of documents that name another of them, with its path. */
  readonly stays: ReadonlyMap<string, string>;
  /** Paths of documents, with the key where they name one of them. */
  readonly unknown: readonly string[];
}

function sortUses(
  copy: WorkingCopy,
  item: Item,
  same: readonly Item[],
  history: DuplicateHistory,
): SortedUses {
  const follows: [Item, readonly IdUse[]][] = [];
  const stays = new Map<string, string>();
  const unknown: string[] = [];
  for (const user of allItems(copy.backlog)) {
    const meant: IdUse[] = [];
    for (const use of usesOf(copy.backlog, user, item.id)) {
      const target = findMeant(copy, user, use, same, history);
      if (target === item) meant.push(use);
      else if (target === null) unknown.push(`${user.document.path} (${use.key})`);
      else if (user !== target) stays.set(user.document.path, target.document.path);
    }
    if (meant.length > 0) follows.push([user, meant]);
  }
  return { follows, stays, unknown };
}

/**
 * Which of several documents with one id is meant: itself, the only one of the type asked for, the
 * one that came in the same commit as the file that names it, or the only one that was there when
 * the id was written. Null where none of that tells.
 */
function findMeant(
  { backlog, origins }: WorkingCopy,
  user: Item,
  use: IdUse,
  same: readonly Item[],
  { arrivals, writings }: DuplicateHistory,
): Item | null {
  if (same.includes(user)) return user;
  const fitting = same.filter((one) => use.fits(backlog, one));
  if (fitting.length <= 1) return fitting[0] ?? same[0] ?? null;
  const pathOf = ({ document: { path } }: Item) => origins.get(path)?.path ?? path;
  const written = writings.get(writingKey(pathOf(user), same[0]?.id ?? ''));
  if (written === undefined) return null;
  const arrivedWith = (one: Item) => arrivals.get(pathOf(one))?.commit === written.commit;
  const together = arrivedWith(user) ? fitting.filter(arrivedWith) : [];
  const there = fitting.filter((one) => written.there.includes(pathOf(one)));
  const [meant, ...others] = together.length > 0 ? together : there;
  return others.length === 0 ? (meant ?? null) : null;
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

/** `items/ST-7K3FD-title.md` with another id; what is named otherwise gets its name elsewhere. */
function renamePath(path: string, old: string, id: string): string {
  const start = path.lastIndexOf('/') + 1;
  const name = path.slice(start);
  return isNamedFor(path, old) ? path.slice(0, start) + id + name.slice(old.length) : path;
}
