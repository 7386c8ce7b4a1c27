import type { Settings } from '../backlog/settings.js';
import { categoryOf, isReady, isWorkItem, kindOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Category, Kind } from '../item/kind.js';

/** What a document's type, status and folder say about it: most rules need this first. */
export interface Standing {
  readonly kind: Kind | undefined;
  readonly status: Category;
  /** The same for a work item that is not archived; null for all else. */
  readonly work: Category | null;
  readonly isReadyOrBegun: boolean;
  readonly asksForStory: boolean;
}

export function readStanding(settings: Settings, item: Item): Standing {
  const status = categoryOf(settings, item);
  const { archived } = item;
  const work = !archived && isWorkItem(settings, item) ? status : null;
  return {
    kind: kindOf(settings, item.type),
    status,
    work,
    isReadyOrBegun: work === 'doing' || (work === 'todo' && isReady(settings, item)),
    asksForStory: !archived && isStoryType(settings, item.type),
  };
}

/** Stories and the team's own types written from the same template. */
export function isStoryType(settings: Settings, type: string): boolean {
  const template = kindOf(settings, type)?.template;
  return template === 'story' || template === 'job-story';
}
