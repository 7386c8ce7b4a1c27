import { type Backlog, getItem } from '../backlog/backlog.js';
import { isWorkItem, kindOf } from '../backlog/workflow.js';
import { referenceTargets } from '../item/field.js';
import type { Item } from '../item/item.js';
import type { Value } from '../item/value.js';
import type { Subject } from './define-rule.js';

/** An id in a field, and where. */
export interface Reference {
  readonly key: string;
  readonly id: string;
  /** The key, and in a list the index. */
  readonly field: readonly string[];
  /** What it should name: `item`, or a type. */
  readonly target: string;
}

const keys = Object.entries(referenceTargets).map(([key, target]) => ({ key, target }));

/** Every id by which a document names another. */
export function referencesOf({ item }: Subject): readonly Reference[] {
  return item === null ? [] : referencesIn(item);
}

export function referencesIn(item: Item): readonly Reference[] {
  const references: Reference[] = [];
  for (const { key, target } of keys) {
    const value = item.document.field(key);
    if (value === undefined || value === null || value === '') continue;
    if (!Array.isArray(value)) addReference(references, value, [key], target);
    else {
      value.forEach((one, index) => {
        addReference(references, one, [key, String(index)], target);
      });
    }
  }
  return references;
}

function addReference(
  references: Reference[],
  value: Value,
  field: readonly [key: string, index?: string],
  target: string,
): void {
  if (typeof value !== 'string' && typeof value !== 'number') return;
  references.push({ key: field[0], id: String(value), field: field as readonly string[], target });
}

/** The documents a reference could name. */
export function candidatesFor(backlog: Backlog, target: string): readonly Item[] {
  return target === 'item' ? backlog.work : backlog.around.filter((item) => item.type === target);
}

/** Why a reference leads nowhere, in a few words; null when it names what it should. */
export function faultOf(backlog: Backlog, { id, target }: Reference): string | null {
  const named = getItem(backlog, id);
  if (named === undefined) return isUnreadable(backlog, id) ? null : 'which does not exist';
  const fits = target === 'item' ? isWorkItem(backlog.settings, named) : named.type === target;
  // A document of an unknown type is found by a rule of its own.
  if (fits || kindOf(backlog.settings, named.type) === undefined) return null;
  return `which is a ${named.type}, not a ${target === 'item' ? 'work item' : target}`;
}

/** A file that is there and cannot be read is one defect already. */
function isUnreadable(backlog: Backlog, id: string): boolean {
  const wanted = id.toLowerCase();
  return backlog.problems.some(({ path = '' }) => {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    return name === `${wanted}.md` || name.startsWith(`${wanted}-`);
  });
}
