import type { Candidate } from './engine.js';
import { samePlace } from './locate.js';

/**
 * One defect, one finding: drops the reports that a more specific rule, by its `supersedes`,
 * makes at an overlapping place of the same file.
 */
export function settlePrecedence(candidates: readonly Candidate[]): readonly Candidate[] {
  const specific = candidates.filter(({ active }) => active.rule.supersedes !== undefined);
  if (specific.length === 0 || candidates.length === 1) return candidates;
  return candidates.filter(
    (one) =>
      !specific.some(
        (other) =>
          other.active.rule.supersedes?.includes(one.active.rule.id) &&
          samePlace(other.report.at, one.report.at),
      ),
  );
}
