import { categoryOf, isReady, isWorkItem } from '../backlog/workflow.js';
import type { Category } from '../item/kind.js';
import type { Subject } from './define-rule.js';

/** A work item's place in the workflow; null for what is no work item, or archived. */
export function workCategory({ item, backlog }: Subject): Category | null {
  if (item === null || backlog === null || item.archived) return null;
  return isWorkItem(backlog.settings, item) ? categoryOf(backlog.settings, item) : null;
}

/** True from the moment the team may begin until the work is done: what readiness rules look at. */
export function isReadyOrBegun(subject: Subject): boolean {
  const { item, backlog } = subject;
  const category = workCategory(subject);
  if (item === null || backlog === null || category === null) return false;
  return category === 'doing' || (category === 'todo' && isReady(backlog.settings, item));
}
