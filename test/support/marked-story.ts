/** A story with its parts marked: ⟪role⟫, ⟦want⟧, ⟨benefit⟩, "\n" for a line end. */
export interface MarkedStory {
  readonly text: string;
  readonly spans: Readonly<Record<string, readonly [number, number]>>;
}

const OPEN: Readonly<Record<string, string>> = { '⟪': 'role', '⟦': 'want', '⟨': 'benefit' };

/** Takes the marks off a line of a fixture, and says where they stood. */
export function readMarked(line: string): MarkedStory {
  const spans: Record<string, [number, number]> = {};
  let text = '';
  let part = '';
  for (const char of line.replaceAll('\\n', '\n')) {
    if (char in OPEN) {
      part = OPEN[char] ?? '';
      spans[part] = [text.length, text.length];
    } else if ('⟫⟧⟩'.includes(char)) {
      spans[part] = [spans[part]?.[0] ?? 0, text.length];
    } else {
      text += char;
    }
  }
  return { text, spans };
}
