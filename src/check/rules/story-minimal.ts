import type { FoundStory } from '../../story/reading.js';
import { defineStoryRule, levels, type Report, type Subject } from '../define-rule.js';
import { languageOf, storyText } from '../language/story-text.js';

const BRACKETS = /\(([^()]{1,200})\)|\[([^[\]]{1,200})\]|\{([^{}]{1,200})\}/g;
/** Endings and short forms: "hour(s)", "comma-separated values (CSV)". */
const HARMLESS = /^(?:-?\p{Ll}{1,3}|[\p{Lu}\p{N}][\p{L}\p{N}./-]{0,7}|[ xX]|\d+)$/u;
/** "… bırakmak *istiyorum*.": in some languages the wish stands behind what is wished for. */
const FINAL_VERB = /^[^.!?\n。！？]{1,40}(?=[.!?。！？]|\s*$)/u;
/** The paragraph ends with the sentence: the usual case. */
const NOTHING_BEHIND = /[.!?]?\n(?:\n|$)/y;
const LONGEST = 2_000;

export const storyMinimal = defineStoryRule({
  id: 'story/minimal',
  summary: 'The story sentence has no brackets and no notes',
  why: 'Details in brackets are overlooked, and limits after the sentence are never tested.',
  levels: levels('warn', 'warn', 'warn'),
  isLocal: true,
  good: [
    { text: 'As a guest, I want to leave a note, so that my host knows I came.\n' },
    {
      text: 'As a [guest][g], I want a [note][^1], so that my host knows.\n\n[g]: guest.md\n',
    },
    {
      text: 'As a guest, I want a code (PIN) for the door(s), so that I come in.\n\nSee the talk.\n',
    },
  ],
  bad: [
    { text: 'As a guest, I want to leave a note (on paper), so that my host knows I came.\n' },
    { text: 'As a guest, I want to leave a note, so that my host knows. Blue ink only.\n' },
  ],
  check(story, subject) {
    if (!story.reading.ok) return [];
    return [...findBrackets(story, subject), ...findNotes(story, subject)];
  },
});

function findBrackets(story: FoundStory, subject: Subject): readonly Report[] {
  const { text, start } = storyText(story, subject);
  if (!/[([{]/.test(text)) return [];
  for (const hit of text.matchAll(BRACKETS)) {
    const inner = (hit[1] ?? hit[2] ?? hit[3] ?? '').trim();
    if (!/\p{L}|\p{N}/u.test(inner) || HARMLESS.test(inner)) continue;
    if (hit[2] !== undefined && isReference(hit[2], subject.text, start + hit.index)) continue;
    const span = [start + hit.index, start + hit.index + hit[0].length] as const;
    const message = 'brackets in the story: move their content to the notes or the criteria';
    return [{ message, at: { span } }];
  }
  return [];
}

/** A footnote "[^1]", or a link "[map][1]" or "[map]" whose address stands elsewhere. */
function isReference(inner: string, text: string, at: number): boolean {
  const end = at + inner.length + 2;
  if (inner.startsWith('^') || text[end] === '[' || text[at - 1] === ']') return true;
  return text.includes(`\n[${inner}]: `);
}

/** Words in the story's own paragraph, behind its end. */
function findNotes(story: FoundStory, subject: Subject): readonly Report[] {
  const { text, bodyStart } = subject;
  const from = bodyStart + story.span[1];
  NOTHING_BEHIND.lastIndex = from;
  if (NOTHING_BEHIND.test(text)) return [];
  const next = storyAfter(subject.stories, story.span[1]);
  const limit = Math.min(next ? bodyStart + next.span[0] : text.length, from + LONGEST);
  const rest = text.slice(from, limit);
  const lineStart = text.lastIndexOf('\n', bodyStart + story.span[0] - 1) + 1;
  const isListed = /^[ \t]*(?:[-*+•]|\d+[.)])[ \t]/.test(text.slice(lineStart, lineStart + 20));
  const isTable = /^[ \t]*\|/.test(text.slice(lineStart, lineStart + 20));
  const ending = isTable
    ? /\||\n/
    : isListed
      ? /\n/
      : /\n[ \t\r]*(?:\n|[-*+>|#]|\d+[.)]|<!--|```|[A-Z][\w ]{0,30}:)|<!--/;
  const end = rest.search(ending);
  const paragraph = end === -1 ? rest : rest.slice(0, end);
  const verb = languageOf(story) === 'en' ? 0 : (FINAL_VERB.exec(paragraph)?.[0].length ?? 0);
  const note = paragraph.slice(verb);
  const words = note.replace(/[#@][\p{L}\p{N}_-]+|\{#[^}]*\}|<[^>]*>/gu, ' ');
  if (!/\p{L}{2}/u.test(words)) return [];
  const first = note.search(/[\p{L}\p{N}]/u);
  const begins = from + verb;
  const span = [begins + Math.max(first, 0), begins + note.trimEnd().length] as const;
  return [{ message: 'a note follows the story: move it to its own paragraph', at: { span } }];
}

/** The first story that begins at `end` or later; a file may hold 100,000 of them. */
function storyAfter(stories: readonly FoundStory[], end: number): FoundStory | undefined {
  let low = 0;
  let high = stories.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stories[middle]?.span[0] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return stories[low];
}
