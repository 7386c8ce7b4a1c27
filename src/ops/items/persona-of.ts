import { type Backlog, getItem } from '../../backlog/backlog.js';
import { resolveRole } from '../../check/personas.js';
import { shownBodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { findStory } from '../../story/find-story.js';

/** The persona an item is for: the one its field names, else the one the role in its story means. */
export function personaOf(backlog: Backlog, item: Item): Item | null {
  if (item.persona !== null) {
    const named = getItem(backlog, item.persona);
    return named?.type === 'persona' ? named : null;
  }
  if (item.type !== 'story') return null;
  const reading = findStory(shownBodyOf(item.document), {
    languages: [backlog.settings.language],
  })?.reading;
  return reading?.ok && reading.role !== null ? resolveRole(backlog, reading.role).persona : null;
}
