import { allItems, type Backlog } from '../../backlog/backlog.js';
import { candidatesFor, faultOf, type Reference, referencesIn } from '../../check/references.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import { idSuffix, sameId } from '../../item/id.js';
import type { Item } from '../../item/item.js';
import { type Result, success } from '../../text/problem.js';
import { setField } from '../items/change-item.js';
import type { DoctorFinding } from './finding.js';
import type { Repaired } from './repair-duplicates.js';
import { applyRepairs, type Repair, type WorkingCopy } from './working-copy.js';

const hint = '; if no other branch has it, --prune removes the reference';

/**
 * Spells references out that name an item by its suffix or under an earlier type. What names
 * nothing stays, since another branch may have it, unless asked to be removed.
 */
export function repairReferences(copy: WorkingCopy, prunes: boolean): Result<Repaired> {
  const { backlog } = copy;
  const repairs = new Map<string, Repair>();
  const findings: DoctorFinding[] = [];
  for (const item of allItems(backlog)) {
    for (const reference of referencesIn(item)) {
      const fault = faultOf(backlog, reference);
      if (fault === null) continue;
      const id = findMeant(backlog, reference);
      const { path } = item.document;
      findings.push({
        kind: 'broken-reference',
        path,
        message: `${reference.key} names ${reference.id}, ${fault}${id === null && !prunes ? hint : ''}`,
        fix: id === null ? (prunes ? 'is removed' : null) : `becomes ${id}`,
      });
      if (id === null && !prunes) continue;
      const edits = [...(repairs.get(path)?.edits ?? [])];
      repairs.set(path, { edits: mergeEdits(item, edits, reference, id) });
    }
  }
  const repaired = applyRepairs(copy, repairs);
  return repaired.ok ? success({ copy: repaired.value, findings }) : repaired;
}

/** The one document whose id ends as the reference does. */
function findMeant(backlog: Backlog, { id, target }: Reference): string | null {
  const suffix = idSuffix(id);
  const meant = candidatesFor(backlog, target).filter(
    (one) => one.id !== '' && sameId(idSuffix(one.id), suffix),
  );
  return meant.length === 1 ? (meant[0]?.id ?? null) : null;
}

/** A list is written as one value, so all that changes in it is one edit. */
function mergeEdits(
  { document }: Item,
  edits: readonly FieldEdit[],
  { key, id: old }: Reference,
  id: string | null,
): readonly FieldEdit[] {
  const pending = edits.find(({ path }) => path[0] === key);
  const value = pending ? pending.value : document.field(key);
  const others = edits.filter((edit) => edit !== pending);
  if (!Array.isArray(value)) return [...others, setField(key, id ?? undefined)];
  const isOld = (one: unknown) => sameId(String(one), old);
  const kept =
    id === null ? value.filter((one) => !isOld(one)) : value.map((one) => (isOld(one) ? id : one));
  return [...others, setField(key, kept.length === 0 ? undefined : kept)];
}
