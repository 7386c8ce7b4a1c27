import { allItems, type Backlog } from '../../backlog/backlog.js';
import { isOpen, isWorkItem, kindOf } from '../../backlog/workflow.js';
import { isNamedFor } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import { archiveFolder, itemsFolder, type Kind } from '../../item/kind.js';
import { findEscape, findNameFault } from '../../text/portable-path.js';
import { type Result, success } from '../../text/problem.js';
import { documentName } from '../items/add-item.js';
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
    // Of two with one id that a person has to tell apart, the names are part of what tells them.
    const isTwin = backlog.withId(item.id).length > 1;
    if (kind === undefined || item.id === '' || isTwin) continue;
    const { path } = item.document;
    const folder = folderOf(backlog, item, kind);
    const wanted = `${folder}/${nameOf(path, item, kind)}`;
    if (wanted === path) continue;
    const isFree =
      !taken.has(wanted.toLowerCase()) &&
      findEscape(wanted) === null &&
      findNameFault(wanted.slice(folder.length + 1)) === null;
    findings.push({
      kind: 'misplaced-file',
      path,
      message: describePlace(item, folder),
      fix: isFree ? `moves to ${wanted}` : null,
    });
    if (!isFree) continue;
    taken.add(wanted.toLowerCase());
    repairs.set(path, { path: wanted });
  }
  const repaired = applyRepairs(copy, repairs);
  return repaired.ok ? success({ copy: repaired.value, findings }) : repaired;
}

/** Closed work may lie in the archive; open work that does is in no list. */
function folderOf({ settings }: Backlog, item: Item, kind: Kind): string {
  const isPutAway =
    item.document.path.startsWith(`${archiveFolder}/`) && isWorkItem(settings, item);
  return isPutAway && !isOpen(settings, item) ? archiveFolder : kind.folder;
}

function describePlace({ id, type, status, document: { path } }: Item, folder: string): string {
  if (folder === itemsFolder && path.startsWith(`${archiveFolder}/`)) {
    return `is archived, but ${status === null ? 'open' : status}: no list shows it`;
  }
  return path.startsWith(`${folder}/`)
    ? `is not named after its id, ${id}`
    : `a ${type} belongs in ${folder}/`;
}

function nameOf(path: string, { id, title }: Item, kind: Kind): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isExact = name === `${id}.md`;
  const isNamed = isExact || (kind.idStyle === 'coded' && isNamedFor(path, id));
  return isNamed ? name : documentName(kind, id, title);
}
