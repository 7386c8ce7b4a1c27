import { allItems, type Backlog, createBacklog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { type Document, readDocument } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import type { Result } from '../../text/problem.js';
import { success } from '../../text/problem.js';
import { changeItem } from '../items/change-item.js';

/**
 * A backlog under repair, beside what is on disk: each repair sees what those before it did, and
 * all of them together are one change set.
 */
export interface WorkingCopy {
  readonly backlog: Backlog;
  /** By the path a document has now: what the file on disk is. */
  readonly origins: ReadonlyMap<string, Document>;
  /** Files that are to go. */
  readonly removed: readonly Document[];
}

/** A repair of one document. */
export interface Repair {
  readonly edits?: readonly FieldEdit[];
  readonly body?: string;
  /** Where the file is to lie. */
  readonly path?: string;
  readonly isRemoved?: boolean;
}

export function startRepair(backlog: Backlog): WorkingCopy {
  const origins = new Map(allItems(backlog).map(({ document }) => [document.path, document]));
  return { backlog, origins, removed: [] };
}

/** Makes repairs, by the path a document has now. */
export function applyRepairs(
  copy: WorkingCopy,
  repairs: ReadonlyMap<string, Repair>,
): Result<WorkingCopy> {
  if (repairs.size === 0) return success(copy);
  const { settings, problems } = copy.backlog;
  const documents: Document[] = [];
  const origins = new Map<string, Document>();
  const removed = [...copy.removed];
  for (const item of allItems(copy.backlog)) {
    const origin = copy.origins.get(item.document.path) ?? item.document;
    const repair = repairs.get(item.document.path) ?? {};
    if (repair.isRemoved) {
      removed.push(origin);
      continue;
    }
    const document = repairDocument(copy.backlog, item, repair);
    if (!document.ok) return document;
    documents.push(document.value);
    origins.set(document.value.path, origin);
  }
  return success({ backlog: createBacklog(settings, documents, problems), origins, removed });
}

function repairDocument(
  { settings }: Backlog,
  item: Item,
  { edits = [], body, path = item.document.path }: Repair,
): Result<Document> {
  const change = changeItem(settings, item, edits, body);
  if (!change.ok) return change;
  const { after } = change.value;
  return after === item.document.text && path === item.document.path
    ? success(item.document)
    : readDocument(path, after ?? '');
}

/** What the files on disk have to become. */
export function listRepairs({ backlog, origins, removed }: WorkingCopy): ChangeSet {
  const changes = allItems(backlog).flatMap(({ document: { path, text } }): ChangeSet => {
    const origin = origins.get(path);
    if (origin === undefined || (origin.path === path && origin.text === text)) return [];
    if (origin.path === path) return [{ path, before: origin.text, after: text }];
    return [
      { path, before: null, after: text },
      { path: origin.path, before: origin.text, after: null },
    ];
  });
  return [...changes, ...removed.map(({ path, text }) => ({ path, before: text, after: null }))];
}
