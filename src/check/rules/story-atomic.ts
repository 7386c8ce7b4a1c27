import type { FoundStory } from '../../story/reading.js';
import { defineStoryRule, levels, type Subject } from '../define-rule.js';
import { findJoinedVerbs, mayJoinVerbs } from '../language/joined-verbs.js';
import { languageOf, partText } from '../language/story-text.js';

/** What stands before a want that opens with a verb. */
const VERB_FOLLOWS = /\b(?:to|can|could|should|must|will|may|shall)\s*[,:]?\s*$/i;

export const storyAtomic = defineStoryRule({
  id: 'story/atomic',
  summary: 'A story asks for one feature',
  why: 'Two features are scored, estimated and finished as one: the expensive half delays the cheap one.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [
    { text: 'As a guest, I want to leave a note, so that my host knows I came.\n' },
    { text: 'As a host, I want to see who comes and goes, so that I can lock up.\n' },
    { text: 'As a host, I want to enter a name and address, so that the post finds me.\n' },
  ],
  bad: [
    { text: 'As a host, I want to import the list and export it, so that I type nothing twice.\n' },
    { text: 'As a host, I want to search and filter guests, so that I find them fast.\n' },
  ],
  check(story, subject) {
    const want = languageOf(story) === 'en' ? partText('want', story, subject) : null;
    if (want === null || !story.reading.ok || !mayJoinVerbs(want)) return [];
    const joined = findJoinedVerbs(want, opensWithVerb(story, subject));
    if (joined === null) return [];
    const { first, joint, second, span } = joined;
    const words = joint === ',' ? `"${first}" and "${second}"` : `"${first} … ${joint} ${second}"`;
    return [{ message: `two features in one story: ${words}`, at: { span } }];
  },
});

function opensWithVerb({ reading, span }: FoundStory, { text, bodyStart }: Subject): boolean {
  const want = reading.spans.want ?? span;
  return VERB_FOLLOWS.test(text.slice(bodyStart + Math.max(0, want[0] - 20), bodyStart + want[0]));
}
