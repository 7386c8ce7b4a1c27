/*
 * Which lines a key owns, found by indentation alone: a second opinion on what an edit may touch,
 * written without the codec. It knows the corpus, not all of YAML.
 */

export interface Region {
  /** First and last line, half-open. */
  readonly start: number;
  readonly end: number;
}

/** Lines with their ends. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The text before, in and after the YAML block. */
export function splitFile(text: string): readonly [head: string, block: string, tail: string] {
  const lines = splitLines(text);
  const closing = lines.findIndex((line, at) => at > 0 && /^---[ \t]*\r?\n?$/.test(line));
  return [lines[0] ?? '', lines.slice(1, closing).join(''), lines.slice(closing).join('')];
}

export function isFlowRoot(block: string): boolean {
  return /^\s*\{/.test(block);
}

/** The lines from a key to the next one of its map; null when the map is not in block style. */
export function findRegion(
  lines: readonly string[],
  path: readonly string[],
  within: Region = { start: 0, end: lines.length },
): Region | null {
  const indent = firstIndent(lines, within);
  if (indent === null) return null;
  const starts: { name: string; at: number }[] = [];
  for (let at = within.start; at < within.end; at += 1) {
    const name = keyOn(lines[at] as string, indent);
    if (name !== null) starts.push({ name, at });
  }
  const index = starts.findIndex(({ name }) => name === path[0]);
  const own = starts[index];
  if (own === undefined) return null;
  const region = { start: own.at, end: starts[index + 1]?.at ?? within.end };
  if (path.length === 1) return region;
  return findRegion(lines, path.slice(1), { start: region.start + 1, end: region.end });
}

function firstIndent(lines: readonly string[], { start, end }: Region): number | null {
  for (const line of lines.slice(start, end)) {
    const lead = /^( *)(?![ #\r\n])(?!- )/.exec(line);
    if (lead !== null) return keyOn(line, lead[0].length) === null ? null : lead[0].length;
  }
  return null;
}

const KEY =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"[\]{}&*!|>%@`,](?:[^:\n]|:(?=\S))*?)[ \t]*:(?:\s|$)/;

function keyOn(line: string, indent: number): string | null {
  const lead = ' '.repeat(indent);
  if (!line.startsWith(lead)) return null;
  const source = KEY.exec(line.slice(indent))?.[1];
  if (source === undefined || source === '-' || source.startsWith('- ')) return null;
  if (source.startsWith('"')) return JSON.parse(source) as string;
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  return source;
}
