import { defineSetRule, levels, type SetReport } from '../define-rule.js';
import { needsStory } from '../lifecycle.js';
import { inFile } from '../subject.js';

/** Below so many stories there is no habit to keep to. */
const FEWEST = 5;

export const storyUniform = defineSetRule({
  id: 'story/uniform',
  summary: 'Stories use the format most stories of the backlog use',
  why: 'A list in one format is faster to read; the exception is read twice.',
  levels: levels('off', 'warn', 'off'),
  supersedes: ['story/format'],
  good: [
    { text: 'As a guest, I want to leave a note, so that my host knows I came.\n' },
    { text: 'When I leave, I want to lock the door, so that nobody walks in.\n' },
  ],
  bad: [
    {
      text: [
        'As a guest, I want to leave a note, so that my host knows I came.',
        'As a host, I want to lock the shed, so that nobody takes the bikes.',
        'As a cook, I want a list of allergies, so that nobody falls ill.',
        'As a driver, I want to see the next stop, so that I can plan a break.',
        'When the bell rings, I want to open the gate, so that visitors need not wait.',
      ]
        .join('\n\n')
        .concat('\n'),
    },
  ],
  check(subjects) {
    const all = subjects
      .filter(needsStory)
      .flatMap((subject) => subject.stories.map((story) => ({ subject, story })))
      .filter(({ story }) => story.reading.ok);
    const counts = new Map<string, number>();
    for (const { story } of all) {
      const format = story.reading.format ?? '';
      counts.set(format, (counts.get(format) ?? 0) + 1);
    }
    const [format, count] = [...counts].reduce(
      (most, one) => (one[1] > most[1] ? one : most),
      ['', 0],
    );
    // Without a clear majority both forms are the habit.
    if (all.length < FEWEST || count * 3 < all.length * 2) return [];
    return all
      .filter(({ story }) => story.reading.format !== format)
      .map(({ subject, story }): SetReport => {
        const message = `most stories here use the format ${format}, this one uses ${story.reading.format}`;
        return [{ subject, message, at: { span: inFile(subject, story.span) } }];
      });
  },
});
