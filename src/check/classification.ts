import type { Settings } from '../backlog/settings.js';
import { categoryOf, isReady, isWorkItem, kindOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Category, Kind } from '../item/kind.js';

/** What a document's type, status and folder say about it: most rules need this first. */
export interface Classification {
  readonly kind: Kind | undefined;
  readonly status: Category;
  /** The same for a work item that is not archived; null for all else. */
  readonly work: Category | null;
  readonly isReadyOrStarted: boolean;
  readonly needsStory: boolean;
}

export function classify(settings: Settings, item: Item): Classification {
  const status = categoryOf(settings, item);
  const { archived } = item;
  const work = !archived && isWorkItem(settings, item) ? status : null;
  return {
    kind: kindOf(settings, item.type),
    status,
    work,
    isReadyOrStarted: work === 'doing' || (work === 'todo' && isReady(settings, item)),
    needsStory: !archived && isStoryType(settings, item.type),
  };
}

/** Stories and the team's own types written from the same template. */
export function isStoryType(settings: Settings, type: string): boolean {
  const template = kindOf(settings, type)?.template;
  return template === 'story' || template === 'job-story';
}
