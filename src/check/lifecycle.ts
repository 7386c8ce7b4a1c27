import type { Category, Kind } from '../item/kind.js';
import type { Subject } from './define-rule.js';

/** What its type says; undefined for an unknown one, and for a standalone file. */
export function kindOfSubject({ classification }: Subject): Kind | undefined {
  return classification?.kind;
}

/** What its status means, archived or not, whatever its type; null for a standalone file. */
export function statusCategory({ classification }: Subject): Category | null {
  return classification?.status ?? null;
}

/** A work item's place in the workflow; null for what is no work item, or archived. */
export function workCategory({ classification }: Subject): Category | null {
  return classification?.work ?? null;
}

/** A work item still to be done, and not archived. */
export function isOpenWork(subject: Subject): boolean {
  const category = workCategory(subject);
  return category === 'todo' || category === 'doing';
}

/** True from the moment the team may begin until the work is done: what readiness rules look at. */
export function isReadyOrStarted({ classification }: Subject): boolean {
  return classification?.isReadyOrStarted === true;
}

/** True where a story is asked for: a story of the backlog that is not archived, a standalone file. */
export function needsStory({ classification }: Subject): boolean {
  return classification?.needsStory !== false;
}
