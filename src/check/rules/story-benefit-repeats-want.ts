import type { FoundStory } from '../../story/reading.js';
import { defineStoryRule, levels, type Subject } from '../define-rule.js';
import { contentStems } from '../language/stems.js';
import { languageOf, storyWords } from '../language/story-text.js';
import { inFile } from '../subject.js';
import { STOP_WORDS } from '../words/en-words.js';

export const storyBenefitRepeatsWant = defineStoryRule({
  id: 'story/benefit-repeats-want',
  summary: 'The benefit says more than the want',
  why: 'A benefit that repeats the want is not a reason: find the real one.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [{ text: 'As a guest, I want to leave a note, so that my host knows I came.\n' }],
  bad: [{ text: 'As a guest, I want to leave a note, so that I can leave notes.\n' }],
  check(story, subject) {
    const { reading } = story;
    if (!reading.ok || !reading.spans.want || !reading.spans.benefit) return [];
    if (!mayRepeat(story, subject)) return [];
    const stems = (part: 'want' | 'benefit') =>
      contentStems(storyWords(story, subject, part), languageOf(story));
    const said = new Set(stems('want'));
    const again = stems('benefit');
    if (again.length === 0 || !again.every((stem) => said.has(stem))) return [];
    const message = 'the benefit repeats the want: say what it achieves';
    return [{ message, at: { span: inFile(subject, reading.spans.benefit) } }];
  },
});

/** Cheap and not final: whether the benefit's last word begins like a word of the want. */
function mayRepeat(story: FoundStory, subject: Subject): boolean {
  const last = storyWords(story, subject, 'benefit').findLast(({ text }) => !STOP_WORDS.has(text));
  const head = last?.text.slice(0, 3) ?? '';
  return head !== '' && (story.reading.want?.toLowerCase().includes(head) ?? false);
}
