export interface JsonSequence {
  readonly values: readonly unknown[];
  /** Lines where something stands that is not JSON. */
  readonly broken: readonly number[];
}

/**
 * The values of a text that holds one after the other: one JSON file, several arrays as
 * `gh api --paginate` prints them, or a value a line. What cannot be read ends with its line.
 */
export function readJsonSequence(text: string): JsonSequence {
  try {
    return { values: [JSON.parse(text)], broken: [] };
  } catch {
    return readEach(text);
  }
}

function readEach(text: string): JsonSequence {
  const values: unknown[] = [];
  const broken: number[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, at)) {
    const end = findEnd(text, at);
    try {
      values.push(JSON.parse(text.slice(at, end)));
      at = end;
    } catch {
      broken.push(text.slice(0, at).split('\n').length);
      const next = text.indexOf('\n', at);
      at = next === -1 ? text.length : next + 1;
    }
  }
  return { values, broken };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/[\s,\ufeff\u001e]/.test(text[at] ?? '')) at += 1;
  return at;
}

/** Behind the bracket that closes the one at `start`; of anything else, the end of its line. */
function findEnd(text: string, start: number): number {
  const token = /"(?:[^"\\\n]|\\.)*"|[[\]{}]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (/^[[{]/.test(match[0])) depth += 1;
    if (/^[\]}]/.test(match[0])) depth -= 1;
    if (depth <= 0) return token.lastIndex;
  }
  return text.length;
}
