/** Where a file's YAML block and body lie, as offsets. */
export interface FrontmatterSpans {
  /** Where the YAML block starts: after the opening fence's line end. */
  readonly yamlStart: number;
  /** Where the closing fence's line starts. */
  readonly yamlEnd: number;
  /** Where the body starts: after the closing fence's line end. */
  readonly bodyStart: number;
}

export type Frontmatter =
  | ({ readonly kind: 'found' } & FrontmatterSpans)
  /** No fence on the first line: for a lone Markdown file this is fine. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly offset: number; readonly message: string };

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Finds the fences: the first line (a byte order mark may stand before it) and a later one that
 * are exactly `---`, blanks allowed after it. `---x` and `----` are no fences, though gray-matter
 * takes them; `---js` asks for a language that would be run, and is refused by name.
 */
export function splitFrontmatter(text: string): Frontmatter {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const opening = readLine(text, start);
  if (!isFence(opening.content)) {
    const language = /^---[ \t]*([A-Za-z]\S*)/.exec(opening.content)?.[1];
    if (language === undefined) return { kind: 'none' };
    const message = `frontmatter in “${language}” is not supported: write the first line as --- alone, and YAML below it`;
    return { kind: 'broken', offset: start, message };
  }
  for (let at = opening.next; at < text.length; ) {
    const line = readLine(text, at);
    if (isFence(line.content)) {
      return { kind: 'found', yamlStart: opening.next, yamlEnd: at, bodyStart: line.next };
    }
    if (line.content.startsWith('---')) {
      const message =
        'a line that starts with --- inside the frontmatter must be the closing fence: write --- alone, or quote the value';
      return { kind: 'broken', offset: at, message };
    }
    at = line.next;
  }
  const message = 'the frontmatter is never closed: write a line --- after its last key';
  return { kind: 'broken', offset: start, message };
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}

/** The line at `start` without its end, and where the next one starts. */
function readLine(text: string, start: number): { content: string; next: number } {
  const newline = text.indexOf('\n', start);
  if (newline === -1) return { content: text.slice(start), next: text.length };
  const end = text[newline - 1] === '\r' && newline > start ? newline - 1 : newline;
  return { content: text.slice(start, end), next: newline + 1 };
}
