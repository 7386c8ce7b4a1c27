import type { Document } from '../item/document.js';
import type { Position, Span } from '../text/span.js';
import type { Place, Subject } from './define-rule.js';

/** A longer list is left to the parser. */
const LONGEST_LIST = 2_000;

/** Where each line of a file begins, so that 100,000 findings in one need not count lines. */
function lineStartsOf({ text }: Subject): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A place as offsets in the file. Loads the `yaml` package only for unusual frontmatter. */
export async function findSpan(subject: Subject, at: Place): Promise<Span> {
  if ('span' in at) return clampSpan(subject, at.span);
  const document = subject.item?.document;
  if (document === undefined) return [0, 0];
  const [key = '', ...rest] = at.field;
  const top = findTopKey(document, key);
  const quick = rest.length === 0 ? top : findElement(document, top, rest);
  const start = quick ?? (await findInTree(document, at.field));
  if (start === null) return [document.yamlStart, document.yamlStart];
  return [start, start + (rest.length === 0 ? key.length : valueLength(document, start))];
}

/** A key at the beginning of exactly one line is the one that is meant. */
function findTopKey({ text, yamlStart, yamlEnd }: Document, key: string): number | null {
  if (!/^[a-z-]+$/i.test(key)) return null;
  const block = `\n${text.slice(yamlStart, yamlEnd)}`;
  const at = block.indexOf(`\n${key}:`);
  if (at === -1 || block.indexOf(`\n${key}:`, at + 1) !== -1) return null;
  return yamlStart + at;
}

/** An element of a list written the usual way: `[a, b]` on the key's line, or a dash a line. */
function findElement(
  { text, yamlEnd }: Document,
  key: number | null,
  [index = '', ...deeper]: readonly string[],
): number | null {
  if (key === null || deeper.length > 0 || !/^\d+$/.test(index)) return null;
  const rest = text.slice(key, Math.min(yamlEnd, key + LONGEST_LIST));
  const flow = /^[a-z-]+:[ \t]*\[([\w, \t.-]*)\]/i.exec(rest);
  const block = /^[a-z-]+:[ \t]*\r?\n((?:[ \t]*-[ \t]+[\w.-]+[ \t]*\r?\n)+)/i.exec(rest);
  const list = flow?.[1] ?? block?.[1];
  if (list === undefined) return null;
  const elements = [
    ...list.matchAll(flow ? /[^\s,][^,]*/g : /(?<=-[ \t]+)[\w.-]+(?=[ \t]*\r?\n)/g),
  ];
  const element = elements[Number(index)];
  if (element === undefined) return null;
  return key + rest.indexOf(list) + element.index;
}

async function findInTree(document: Document, path: readonly string[]): Promise<number | null> {
  const { findFieldOffset } = await import('../item/yaml/yaml-tree.js');
  for (let length = path.length; length > 0; length -= 1) {
    const offset = findFieldOffset(document, path.slice(0, length));
    if (offset !== null) return offset;
  }
  return null;
}

/** A list's element or a nested key, up to what ends it on its line. */
function valueLength({ text, yamlEnd }: Document, start: number): number {
  return /^[^\s,\]}:]*/.exec(text.slice(start, Math.min(yamlEnd, start + 200)))?.[0].length ?? 0;
}

function clampSpan({ text }: Subject, [start, end]: Span): Span {
  const from = Math.min(Math.max(start, 0), text.length);
  return [from, Math.min(Math.max(end, from), text.length)];
}

/** Line and column of an offset, both from 1; a byte order mark is no column. */
export function positionIn(subject: Subject, offset: number): Position {
  const starts = subject.view(lineStartsOf);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const mark = low === 0 && offset > 0 && subject.text.startsWith('\uFEFF') ? 1 : 0;
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 - mark };
}
