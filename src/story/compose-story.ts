import type { Span } from '../text/span.js';
import { formatStory } from './format-story.js';
import { maskMarkup } from './mask.js';
import { parseStory } from './parse-story.js';
import { languageOfNames, type PartName, type StoryPart } from './part-names.js';
import { accept, type FoundStory, reject } from './reading.js';

/** A part of a story that stands behind its name: a cell, the text under a heading. */
export interface NamedPart {
  readonly name: PartName;
  readonly span: Span;
}

/** The story that named parts make; null where its role or its want is empty. */
export function composeStory(text: string, parts: readonly NamedPart[]): FoundStory | null {
  const spans: { -readonly [part in StoryPart]?: Span } = {};
  for (const { name, span } of parts) spans[name.part] ??= trimPart(text, span);
  const { role, want, benefit } = spans;
  if (role === undefined || want === undefined || isEmpty(role) || isEmpty(want)) return null;
  const wordsOf = (span: Span | undefined) => (span === undefined ? '' : text.slice(...span));
  const language = languageOfNames(parts.map(({ name }) => name));
  const told = { role: wordsOf(role), want: wordsOf(want), benefit: wordsOf(benefit) || null };
  const reading = parseStory(formatStory(told, language), { languages: [language] });
  const place = (part: StoryPart): Span | null => {
    const span = spans[part];
    const words = reading[part];
    if (span === undefined || isEmpty(span)) return null;
    const at = words === null ? -1 : wordsOf(span).indexOf(words);
    return words === null || at === -1 ? span : [span[0] + at, span[0] + at + words.length];
  };
  const found = { role: place('role'), want: place('want'), benefit: place('benefit') };
  const ends = Object.values(found).flatMap((span) => span ?? []);
  const span: Span = [Math.min(...ends), Math.max(...ends)];
  if (!reading.ok && reading.defect.kind === 'placeholder') {
    const defect = { ...reading.defect, span };
    return { reading: reject(defect, language, found, text, 0, 'connextra'), span };
  }
  return { reading: accept(text, 0, 'connextra', language, found), span };
}

function isEmpty([start, end]: Span): boolean {
  return start === end;
}

/** Without markup, blanks and a full stop around it. */
function trimPart(text: string, [start, end]: Span): Span {
  const masked = maskMarkup(text.slice(start, end));
  const before = /^[\s,;:.…]*/.exec(masked)?.[0].length ?? 0;
  const after = masked.replace(/[\s,;.]+$/, '').length;
  return after <= before ? [start, start] : [start + before, start + after];
}
