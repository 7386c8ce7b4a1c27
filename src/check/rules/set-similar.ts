import { defineSetRule, levels, type SetReport } from '../define-rule.js';
import { findNearest } from '../language/similarity.js';
import { contentStems } from '../language/stems.js';
import { languageOf, storyWords } from '../language/story-text.js';
import {
  isWorthTelling,
  listStories,
  nameStory,
  type PlacedStory,
  placeStory,
} from '../story-set.js';

/** Fewer words of meaning say too little to be compared. */
const FEWEST_WORDS = 4;

export const setSimilar = defineSetRule({
  id: 'set/similar',
  summary: 'No two stories are nearly the same (TF-IDF cosine below 0.8)',
  why: 'Similar stories are duplicates, or differ in a way their text does not show.',
  levels: levels('warn', 'warn', 'off'),
  defaults: { threshold: 0.8 },
  options: (z) => z.strictObject({ threshold: z.number().min(0.5).max(1) }),
  good: [
    {
      text: 'As a guest, I want to leave a note, so that my host knows I came.\n\nAs a cook, I want a list of allergies, so that nobody falls ill.\n',
    },
  ],
  bad: [
    {
      text: 'As a guest, I want to leave a note at the door, so that my host knows I came by today.\n\nAs a guest, I want to leave notes at the back door, so that my host knows I came by today.\n',
    },
  ],
  check(subjects, { threshold }) {
    const stories = listStories(subjects);
    const documents = stories.map(({ subject, story }) => {
      const stems = contentStems(storyWords(story, subject), languageOf(story));
      return stems.length < FEWEST_WORDS ? [] : stems;
    });
    return findNearest(documents, threshold).flatMap(({ a, b, cosine }): SetReport[] => {
      const [one, other] = [stories[a], stories[b]];
      if (one === undefined || other === undefined || !isWorthTelling(one, other)) return [];
      return [[tell(other, one, cosine), tell(one, other, cosine)]];
    });
  },
});

function tell(placed: PlacedStory, other: PlacedStory, cosine: number) {
  const likeness = `${Math.floor(cosine * 100)} %`;
  const message = `nearly the same as ${nameStory(other, placed.subject)} (${likeness} alike)`;
  return placeStory(placed, message);
}
