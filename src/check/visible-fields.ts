import type { Settings } from '../backlog/settings.js';
import { categoryOf, isOpen } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Category } from '../item/kind.js';
import type { FoundStory } from '../story/reading.js';

/** Fields in which no rule looks while it judges another file; all others may count for that. */
const ownFields: ReadonlySet<string> = new Set([
  'points',
  'hours',
  'started',
  'timebox',
  'severity',
  'estimates',
  'skills',
  'labels',
  'assignee',
  'due',
  'rank',
  'check-disable',
]);

/**
 * All that rules see of a file while they judge others: as long as it stays the same, what is found
 * in those does too. Not where a day that somebody was told is held to the forecast, which looks at
 * everything. Null for a file that findings name by its lines, for want of an id.
 */
export function visibleFieldsOf(
  settings: Settings,
  item: Item,
  story: FoundStory | null,
): string | null {
  if (item.id === '') return null;
  const { fields, text, bodyStart } = item.document;
  const isScored = Object.keys(item.score).length > 0;
  const seen = Object.entries({ ...fields, status: seenStatus(settings, item), score: isScored });
  return JSON.stringify([
    seen.filter(([key]) => !ownFields.has(key)),
    story,
    story && text.slice(bodyStart, bodyStart + endOf(story)),
  ]);
}

/** All of it where it decides which rules look at the file. */
function seenStatus(settings: Settings, item: Item): string | null {
  const isRequested = settings.check.overrides.some(({ status }) => status !== undefined);
  return isRequested ? item.status : classificationOf(settings, item);
}

/** Of other files' status no more counts than whether they are done, dropped or a running sprint. */
function classificationOf(settings: Settings, item: Item): Category | 'open' {
  const isPlainlyOpen = item.type !== 'sprint' && isOpen(settings, item);
  return isPlainlyOpen ? 'open' : categoryOf(settings, item);
}

/** Where the last of a story's parts ends, counted from the body's start. */
function endOf({ span, reading }: FoundStory): number {
  return Math.max(span[1], ...Object.values(reading.spans).map((part) => part?.[1] ?? 0));
}
