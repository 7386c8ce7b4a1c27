import type { FileChange } from '../../backlog/change-set.js';
import {
  applyCounts,
  type Counts,
  countFindings,
  describeStale,
  formatCounts,
  pruneCounts,
  type StaleCount,
} from '../../check/counts.js';
import { type CheckReport, comparePlaces, type Finding, makeReport } from '../../check/finding.js';
import { frontmatterInvalid } from '../../check/rules/frontmatter-invalid.js';

/** The counts file's name in a backlog. */
export const countsFile = 'check-suppressions.yaml';

export interface CountedFiles {
  readonly counts: Counts;
  readonly isChecked: (path: string) => boolean;
  /** Entries that allow more than there is fail; not where rules were changed for this run. */
  readonly failsStale: boolean;
}

/** The report without what a counts file allows, and with its stale entries as errors. */
export function reportCounted(
  report: CheckReport,
  { counts, isChecked, failsStale }: CountedFiles,
): CheckReport {
  if (counts.size === 0) return report;
  const { findings, stale } = applyCounts(report.findings, counts, isChecked);
  const all = failsStale ? [...findings, ...stale.map(findStale)] : [...findings];
  return makeReport(report.files, all.sort(comparePlaces));
}

function findStale(stale: StaleCount): Finding {
  const { path, rule } = stale;
  return {
    path,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    rule,
    severity: 'error',
    message: describeStale(stale),
    fixable: false,
    docs: `storymark explain ${rule}`,
  };
}

/** The counts with all that is found in the checked files; what cannot be read stays an error. */
export function suppressFindings(
  { findings }: CheckReport,
  { counts, isChecked }: CountedFiles,
): Counts {
  const found = countFindings(findings.filter(({ rule }) => rule !== frontmatterInvalid.id));
  const others = [...counts].filter(([path]) => !isChecked(path));
  return new Map([...others, ...found]);
}

export function pruneSuppressions(
  { findings }: CheckReport,
  { counts, isChecked }: CountedFiles,
): Counts {
  return pruneCounts(findings, counts, isChecked);
}

/** The counts file before and after; one without entries is taken away. */
export function changeCounts(before: string | null, counts: Counts): FileChange {
  return { path: countsFile, before, after: counts.size === 0 ? null : formatCounts(counts) };
}
