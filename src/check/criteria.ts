import { type Criterion, hasCriteria, readCriteria } from '../item/criteria.js';
import type { Span } from '../text/span.js';
import type { Subject } from './define-rule.js';
import { inFile } from './subject.js';

/** The acceptance criteria of a file; spans count from the body's start. */
export function criteriaOf({ text, bodyStart }: Subject) {
  return readCriteria(text.slice(bodyStart));
}

export function givesCriteria({ text, bodyStart }: Subject): boolean {
  return hasCriteria(text.slice(bodyStart));
}

export function criterionSpan(subject: Subject, { span }: Criterion): Span {
  return inFile(subject, span);
}

/** Types whose result is tested against criteria; an epic's are its parts', a spike answers. */
const exempt: ReadonlySet<string> = new Set(['epic', 'spike']);

export function needsCriteria({ item }: Subject): boolean {
  return item !== null && !exempt.has(item.type);
}
