import { formatStory } from '../../story/format-story.js';
import { parseStory } from '../../story/parse-story.js';
import { storyTitle } from '../../story/story-title.js';
import { type Result, success, usage } from '../../text/problem.js';

/** What is known of an item, as flags or questions gave it. */
export interface StoryParts {
  readonly title: string | undefined;
  readonly role: string | undefined;
  readonly want: string | undefined;
  readonly benefit: string | undefined;
  /** Makes it a job story, which has a situation in place of a role. */
  readonly condition: string | undefined;
}

export interface StoryAnswers {
  readonly title: string;
  /** What the template's placeholders stand for. */
  readonly answers: Readonly<Record<string, string | undefined>>;
  /** A template that fits better than the type's own. */
  readonly template: string | null;
}

/**
 * Composes the story sentence and the title; a title that is itself a story is taken apart.
 *
 * @param language BCP 47 tag: what the sentence is written in
 */
export function composeStory(
  type: string,
  parts: StoryParts,
  language: string,
): Result<StoryAnswers> {
  const { title, role, want, benefit, condition } = parts;
  if (type !== 'story') {
    if (title === undefined) return missing('a title is missing: give TITLE');
    if (type === 'feedback') {
      return success({ title: headlineOf(title), answers: { quote: title }, template: null });
    }
    return success({ title, answers: { role, want, benefit }, template: null });
  }
  if (want === undefined) {
    const flag = (
      [
        ['--as', role],
        ['--so', benefit],
        ['--when', condition],
      ] as const
    ).find(([, value]) => value !== undefined);
    if (flag) return missing(`${flag[0]} is not enough for a story: add --want`);
    return title === undefined
      ? missing('a title is missing: give TITLE, or --as and --want')
      : success(readTitle(title, language));
  }
  if (role === undefined && condition === undefined) {
    return missing('the role is missing: give --as ROLE (or --when SITUATION for a job story)');
  }
  const story = formatStory(
    { role: role ?? null, condition: condition ?? null, want, benefit: benefit ?? null },
    language,
  );
  return success({
    title: title ?? storyTitle(parseStory(story, { languages: [language] })),
    answers: { story, role, want, benefit },
    template: role === undefined ? 'job-story' : null,
  });
}

const longestHeadline = 72;

/** What somebody said, in a line: its first sentence, cut between words where that is long. */
function headlineOf(said: string): string {
  const [sentence = ''] = /^.+?(?:[.!?](?=\s|$)|$)/m.exec(said.trim()) ?? [];
  const line = sentence.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  if (line.length <= longestHeadline) return line;
  const cut = line.slice(0, longestHeadline).replace(/\s+\S*$/, '');
  return `${cut}…`;
}

function readTitle(title: string, language: string): StoryAnswers {
  const reading = parseStory(title, { languages: [language] });
  return reading.ok
    ? { title: storyTitle(reading), answers: { story: title.trim() }, template: null }
    : { title, answers: {}, template: null };
}

function missing(message: string): Result<never> {
  return usage(message);
}
