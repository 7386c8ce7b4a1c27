import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { type Result, success } from '../../text/problem.js';
import type { DoctorFinding } from './finding.js';
import { type DuplicateOptions, type Repaired, repairDuplicates } from './repair-duplicates.js';
import { repairPlaces } from './repair-places.js';
import { repairRanks } from './repair-ranks.js';
import { repairReferences } from './repair-references.js';
import { repairSprints } from './repair-sprints.js';
import { listRepairs, startRepair, type WorkingCopy } from './working-copy.js';

export interface Diagnosis {
  readonly findings: readonly DoctorFinding[];
  /** What mends all findings that have a `fix`. */
  readonly changes: ChangeSet;
}

/**
 * What is wrong with a backlog's documents, and the change that mends it. Each repair sees what
 * those before it did: a reference is judged once no two documents have one id.
 *
 * @param prunes whether references that name nothing are removed
 */
export function diagnose(
  backlog: Backlog,
  { prunes, ...duplicates }: DuplicateOptions & { readonly prunes: boolean },
): Result<Diagnosis> {
  const repairs: readonly ((copy: WorkingCopy) => Result<Repaired>)[] = [
    (copy) => repairDuplicates(copy, duplicates),
    (copy) => repairReferences(copy, prunes),
    repairSprints,
    repairRanks,
    repairPlaces,
  ];
  let copy = startRepair(backlog);
  const findings: DoctorFinding[] = backlog.problems.map(({ path = '', message }) => {
    return { kind: 'unreadable', path, message, fix: null };
  });
  for (const repair of repairs) {
    const repaired = repair(copy);
    if (!repaired.ok) return repaired;
    // Named as they lie on disk, which an earlier repair may be about to change.
    for (const finding of repaired.value.findings) {
      const path = copy.origins.get(finding.path)?.path ?? finding.path;
      findings.push({ ...finding, path });
    }
    copy = repaired.value.copy;
  }
  return success({ findings, changes: listRepairs(copy) });
}
