import { defineSetRule, levels, type SetReport } from '../define-rule.js';
import {
  isWorthTelling,
  listStories,
  nameStory,
  type PlacedStory,
  placeStory,
} from '../story-set.js';

export const setDuplicate = defineSetRule({
  id: 'set/duplicate',
  summary: 'No two stories have the same role and want',
  why: 'Duplicate work is planned twice, and decisions in one story are missing from the other.',
  levels: levels('error', 'error', 'off'),
  supersedes: ['set/similar'],
  good: [
    {
      text: 'As a guest, I want to leave a note, so that my host knows I came.\n\nAs a guest, I want to leave a gift, so that my host is happy.\n',
    },
  ],
  bad: [
    {
      text: 'As a guest, I want to leave a note, so that my host knows I came.\n\nAs a guest I want to leave the note, so that I need not wait.\n',
    },
  ],
  check(subjects) {
    const first = new Map<string, PlacedStory>();
    return listStories(subjects).flatMap((placed): SetReport[] => {
      const key = keyOf(placed);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, placed);
        return [];
      }
      if (!isWorthTelling(earlier, placed)) return [];
      return [[tell(placed, earlier), tell(earlier, placed)]];
    });
  },
});

function tell(placed: PlacedStory, other: PlacedStory) {
  const message = `same role and want as ${nameStory(other, placed.subject)}`;
  return placeStory(placed, message);
}

/** Case, articles, punctuation and markup make no difference. */
function keyOf({ story }: PlacedStory): string {
  const { role, want } = story.reading;
  return `${plainWords(role ?? '')}|${plainWords(want ?? '')}`;
}

function plainWords(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  const kept = words.replace(/(?<=^| )(?:an?|the) /g, '').trim();
  // Nothing but marks: the text itself.
  return kept === '' ? text : kept;
}
