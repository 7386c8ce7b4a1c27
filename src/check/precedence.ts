import type { Span } from '../text/span.js';
import type { Place, Report, Subject } from './define-rule.js';
import type { ActiveRule } from './settings.js';

/** A report under way: by which rule, and once it is located, where. */
export interface Candidate {
  readonly subject: Subject;
  readonly active: ActiveRule;
  readonly report: Report;
}

/**
 * One defect, one finding: drops the reports that a more specific rule, by its `supersedes`,
 * makes at an overlapping place of the same file.
 */
export function settlePrecedence(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const taken = new Map<string, Place[]>();
  for (const { active, report } of candidates) {
    for (const id of active.rule.supersedes ?? []) {
      const places = taken.get(id);
      if (places === undefined) taken.set(id, [report.at]);
      else places.push(report.at);
    }
  }
  if (taken.size === 0) return candidates;
  const isTaken = new Map([...taken].map(([id, places]) => [id, overlapTest(places)]));
  return candidates.filter(
    ({ active, report }) => isTaken.get(active.rule.id)?.(report.at) !== true,
  );
}

/** Tells whether a place overlaps any of the given ones; a file may have 100,000 of them. */
function overlapTest(places: readonly Place[]): (place: Place) => boolean {
  const spans = places
    .flatMap((place) => ('span' in place ? [place.span] : []))
    .sort((a, b) => a[0] - b[0]);
  // The furthest end of this span and all before it.
  const ends: number[] = [];
  for (const [, end] of spans) ends.push(Math.max(end, ends.at(-1) ?? 0));
  const fields = new Map<string, (readonly string[])[]>();
  for (const place of places) {
    if (!('field' in place)) continue;
    const [key = ''] = place.field;
    fields.set(key, [...(fields.get(key) ?? []), place.field]);
  }
  return (place) =>
    'span' in place
      ? overlapsAny(spans, ends, place.span)
      : (fields.get(place.field[0] ?? '') ?? []).some((field) => isSameField(field, place.field));
}

function overlapsAny(spans: readonly Span[], ends: readonly number[], [from, to]: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[0] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (ends[low - 1] ?? 0) >= from;
}

/** A key and an element of its list are one place; two elements are two. */
function isSameField(a: readonly string[], b: readonly string[]): boolean {
  return a.every((step, i) => b[i] === undefined || b[i] === step);
}
