import { allItems } from '../../backlog/backlog.js';
import { isWorkItem, kindOf } from '../../backlog/workflow.js';
import { isNamedFor } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import { itemsFolder, type Kind } from '../../item/kind.js';
import { findEscape, findNameFault } from '../../text/portable-path.js';
import { type Result, success } from '../../text/problem.js';
import { documentName } from '../add-item.js';
import type { DoctorFinding } from './finding.js';
import type { Repaired } from './repair-duplicates.js';
import { applyRepairs, type Repair, type WorkingCopy } from './working-copy.js';

/** Moves files to the folder of their type, under a name that begins with their id. */
export function repairPlaces(copy: WorkingCopy): Result<Repaired> {
  const { backlog, origins } = copy;
  const items = allItems(backlog);
  // By lower case: some systems hold one of two names that differ in case only.
  const taken = new Set(
    [...items.map(({ document }) => document), ...origins.values()].map(({ path }) =>
      path.toLowerCase(),
    ),
  );
  for (const { path } of backlog.problems) if (path !== undefined) taken.add(path.toLowerCase());
  const repairs = new Map<string, Repair>();
  const findings: DoctorFinding[] = [];
  for (const item of items) {
    const kind = kindOf(backlog.settings, item.type);
    if (kind === undefined || item.id === '') continue;
    const { path } = item.document;
    const folder = folderOf(path, isWorkItem(backlog.settings, item), kind);
    const wanted = `${folder}/${nameOf(path, item, kind)}`;
    if (wanted === path) continue;
    const isFree =
      !taken.has(wanted.toLowerCase()) &&
      findEscape(wanted) === null &&
      findNameFault(wanted.slice(folder.length + 1)) === null;
    findings.push({
      kind: 'misplaced-file',
      path,
      message: path.startsWith(`${folder}/`)
        ? `is not named for its id, ${item.id}`
        : `a ${item.type} belongs in ${folder}/`,
      fix: isFree ? `moves to ${wanted}` : null,
    });
    if (!isFree) continue;
    taken.add(wanted.toLowerCase());
    repairs.set(path, { path: wanted });
  }
  const repaired = applyRepairs(copy, repairs);
  return repaired.ok ? success({ copy: repaired.value, findings }) : repaired;
}

function folderOf(path: string, isWork: boolean, kind: Kind): string {
  const archive = `${itemsFolder}/archive`;
  return isWork && path.startsWith(`${archive}/`) ? archive : kind.folder;
}

function nameOf(path: string, { id, title }: Item, kind: Kind): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isExact = name === `${id}.md`;
  const isNamed = isExact || (kind.idStyle === 'coded' && isNamedFor(path, id));
  return isNamed ? name : documentName(kind, id, title);
}
