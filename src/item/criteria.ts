import type { Span } from '../text/span.js';
import { applySplices, type Splice } from '../text/splice.js';
import { findSection, listLines, type MarkdownLine } from './sections.js';

const TITLE = 'Acceptance criteria';

/** One acceptance criterion: an item of a list in the section. Spans are offsets in the body. */
export interface Criterion {
  /** Without marker, checkbox and comments; lines that continue it are joined by line feeds. */
  readonly text: string;
  readonly done: boolean;
  /** Its lines, without the last line end. */
  readonly span: Span;
  /** The `[ ]` or `[x]`, or null where there is none. */
  readonly checkSpan: Span | null;
}

export interface Criteria {
  readonly items: readonly Criterion[];
  /** The section with its heading, or null where the body has none. */
  readonly section: Span | null;
}

interface ListItem extends Criterion {
  readonly indent: string;
  readonly marker: string;
  /** Where the text (or checkbox) starts. */
  readonly contentStart: number;
  /** Lines indented this deep continue the item. */
  readonly contentIndent: number;
}

/**
 * The criteria under the heading “Acceptance criteria”, of any level and case, and under headings
 * below it: items of bulleted and numbered lists, with or without checkbox. Items in an item are
 * part of it; empty items, fenced code and comments are none.
 */
export function readCriteria(body: string): Criteria {
  const { items, section } = readItems(body);
  return { items: items.map(toCriterion), section };
}

/** The items of lists under a heading of any title, read as criteria are. */
export function readChecklist(body: string, title: string): readonly Criterion[] {
  return readItems(body, title).items.map(toCriterion);
}

function toCriterion({ text, done, span, checkSpan }: ListItem): Criterion {
  return { text, done, span, checkSpan };
}

/** The body with one criterion ticked or not; one without checkbox gets one when it is done. */
export function tickCriterion(body: string, index: number, done: boolean): string {
  return tickEntry(body, TITLE, index, done);
}

/** The body with one entry of a checklist ticked or not. */
export function tickEntry(body: string, title: string, index: number, done: boolean): string {
  const item = readItems(body, title).items[index];
  if (item === undefined || item.done === done) return body;
  const { checkSpan, contentStart } = item;
  const splice: Splice =
    checkSpan === null
      ? { span: [contentStart, contentStart], text: '[x] ' }
      : { span: checkSpan, text: done ? '[x]' : '[ ]' };
  return applySplices(body, [splice]);
}

/** The body with criteria added after the last one, in a section made for them if there is none. */
export function addCriteria(body: string, texts: readonly string[]): string {
  return addEntries(body, TITLE, texts);
}

/** The body with entries after the last one of a checklist, which is made if there is none. */
export function addEntries(body: string, title: string, texts: readonly string[]): string {
  if (texts.length === 0) return body;
  const eol = /\r?\n/.exec(body)?.[0] ?? '\n';
  const { items, section } = readItems(body, title);
  const last = items.at(-1);
  const lines = texts.map((text, index) => writeItem(text, last, index + 1, eol)).join(eol);
  if (last !== undefined) {
    return applySplices(body, [{ span: [last.span[1], last.span[1]], text: eol + lines }]);
  }
  if (section !== null) {
    const [start, end] = section;
    const at = start + body.slice(start, end).replace(/\s+$/, '').length;
    const after = at < end ? '' : eol;
    return applySplices(body, [{ span: [at, at], text: eol + eol + lines + after }]);
  }
  const isClosed = body === '' || body.endsWith('\n');
  const gap = (isClosed ? '' : eol) + (body.trim() === '' ? '' : eol);
  return `${body}${gap}## ${title}${eol}${eol}${lines}${isClosed ? eol : ''}`;
}

/** The body without these criteria; comments and text between the others stay. */
export function removeCriteria(body: string, indices: readonly number[]): string {
  const { items } = readItems(body);
  const wanted = items.filter((_item, index) => indices.includes(index));
  const splices = wanted.map(({ span: [start, end] }): Splice => {
    const [eol = ''] = /^\r?\n/.exec(body.slice(end)) ?? [];
    const blank = /^[ \t]*\r?\n/.exec(body.slice(end + eol.length))?.[0] ?? '';
    const followsBlank = /(?:^|\n)[ \t]*\r?\n$/.test(body.slice(0, start));
    return { span: [start, end + eol.length + (followsBlank ? blank.length : 0)], text: '' };
  });
  return applySplices(body, splices);
}

function writeItem(text: string, model: ListItem | undefined, step: number, eol: string): string {
  const { indent = '', marker = '-' } = model ?? {};
  const number = /^\d+/.exec(marker)?.[0];
  const bullet =
    number === undefined ? marker : `${Number(number) + step}${marker.slice(number.length)}`;
  const isChecked = model === undefined || model.checkSpan !== null;
  const lines = text.trim().split(/\r?\n/);
  const rest = lines
    .slice(1)
    .map((line) => (line === '' ? '' : ' '.repeat(indent.length + bullet.length + 1) + line));
  return [`${indent}${bullet} ${isChecked ? '[ ] ' : ''}${lines[0] ?? ''}`, ...rest].join(eol);
}

function readItems(
  body: string,
  title: string = TITLE,
): {
  readonly items: readonly ListItem[];
  readonly section: Span | null;
} {
  const all = listLines(body);
  const section = findSection(body, title, all)?.span ?? null;
  if (section === null) return { items: [], section };
  const first = all.findIndex(({ start }) => start >= section[0]);
  const last = all.findIndex(({ start }) => start >= section[1]);
  const lines = all.slice(first, last === -1 ? all.length : last);
  const items: ListItem[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = startItem(lines[at] as MarkdownLine);
    if (first === null) {
      at += 1;
      continue;
    }
    const end = endOfItem(lines, at, first.contentIndent);
    const item = finishItem(first, lines.slice(at, end));
    if (item.text !== '') items.push(item);
    at = end;
  }
  return { items, section };
}

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(.*)|[ \t]*)$/;

const MAY_BE_ITEM = /^[ \t]*[-*+\d]/;

function startItem(line: MarkdownLine): ListItem | null {
  const match = line.isCode || !MAY_BE_ITEM.test(line.text) ? null : ITEM.exec(line.text);
  if (match === null || /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line.text)) return null;
  const [, indent = '', marker = '', gap = ' ', rest = ''] = match;
  const contentStart = line.start + indent.length + marker.length + gap.length;
  const check = /^\[([ xX])\](?=[ \t]|$)/.exec(rest);
  return {
    indent,
    marker,
    contentStart,
    contentIndent: indent.length + 2,
    text: (check === null ? rest : rest.slice(3)).trim(),
    done: check !== null && check[1] !== ' ',
    span: [line.start, line.end],
    checkSpan: check === null ? null : [contentStart, contentStart + 3],
  };
}

/** Deeper lines continue an item, over blank lines too, and so does text right below it. */
function endOfItem(lines: readonly MarkdownLine[], first: number, contentIndent: number): number {
  let end = first + 1;
  for (let at = first + 1; at < lines.length; at += 1) {
    const { text, isCode } = lines[at] as MarkdownLine;
    if (text.trim() === '' && !isCode) continue;
    const indent = /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '    ').length ?? 0;
    const isLazy =
      at === end &&
      !isCode &&
      !ITEM.test(text) &&
      !/^ {0,3}(?:#{1,6}(?:\s|$)|[=-]+\s*$|[>|])/.test(text);
    if (indent < contentIndent && !isLazy) break;
    end = at + 1;
  }
  return end;
}

function finishItem(first: ListItem, lines: readonly MarkdownLine[]): ListItem {
  const last = lines.at(-1) as MarkdownLine;
  const rest = lines
    .slice(1)
    .map(({ text, isCode }) => (isCode ? dedent(text, first.contentIndent) : text.trim()));
  return {
    ...first,
    text: [first.text, ...rest].join('\n').trim(),
    span: [first.span[0], last.end],
  };
}

function dedent(text: string, depth: number): string {
  return text.replace(new RegExp(`^[ \\t]{0,${depth}}`), '').trimEnd();
}
