import type { Category, Kind } from '../item/kind.js';
import type { Subject } from './define-rule.js';

/** What its type says; undefined for an unknown one, and for a lone file. */
export function kindOfSubject({ standing }: Subject): Kind | undefined {
  return standing?.kind;
}

/** What its status means, archived or not, whatever its type; null for a lone file. */
export function statusCategory({ standing }: Subject): Category | null {
  return standing?.status ?? null;
}

/** A work item's place in the workflow; null for what is no work item, or archived. */
export function workCategory({ standing }: Subject): Category | null {
  return standing?.work ?? null;
}

/** A work item still to be done, and not archived. */
export function isOpenWork(subject: Subject): boolean {
  const category = workCategory(subject);
  return category === 'todo' || category === 'doing';
}

/** True from the moment the team may begin until the work is done: what readiness rules look at. */
export function isReadyOrBegun({ standing }: Subject): boolean {
  return standing?.isReadyOrBegun === true;
}

/** True where a story is asked for: a story of the backlog that is not archived, a lone file. */
export function asksForStory({ standing }: Subject): boolean {
  return standing?.asksForStory !== false;
}
