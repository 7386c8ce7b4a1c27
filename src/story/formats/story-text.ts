/** The parts a story is written from; blanks around them and line ends in them do not matter. */
export interface StoryText {
  readonly role: string | null;
  /** The situation of a job story, which has one in place of a role. */
  readonly condition?: string | null;
  readonly want: string | null;
  readonly benefit?: string | null;
}

/** Writes a story in one language. */
export type WriteStory = (text: StoryText, language: string) => string;

/** On one line, without the marks that the sentence around it brings. */
export function tidyPart(part: string | null | undefined): string {
  return (part ?? '').replace(/\s+/g, ' ').replace(/^[\s,;，、；]+|[\s,;.，、；。]+$/g, '');
}

/** With a capital and a full stop. */
export function finishSentence(sentence: string): string {
  if (sentence === '') return '';
  const written = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?…]["”’)]?$/.test(written) ? written : `${written}.`;
}
