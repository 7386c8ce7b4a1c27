import { sectionTitle } from '../language/section-titles.js';
import type { Span } from '../text/span.js';
import { applySplices, type Splice } from '../text/splice.js';
import { findCriteriaSections } from './criteria-heading.js';
import { type BodyLine, findSection, listHeadings, listLines } from './sections.js';

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
 * The criteria under “Acceptance criteria”, however that is announced, and under headings below
 * it: items of bulleted and numbered lists, with or without checkbox. Items in an item are part of
 * it; empty items, code and comments are none.
 */
export function readCriteria(body: string): Criteria {
  const { items, section } = readItems(body);
  return { items: items.map(toCriterion), section };
}

/** Whether criteria are given at all: as items, or as prose, a table or scenarios in their section. */
export function hasCriteria(body: string): boolean {
  const { items, section } = readItems(body);
  if (items.length > 0 || section === null) return items.length > 0;
  const headings = listHeadings(body).map(({ span }) => span);
  return listLines(body).some(
    ({ start, text }) =>
      start > section[0] &&
      start < section[1] &&
      /[\p{L}\p{N}]/u.test(text) &&
      !headings.some(([from, to]) => from <= start && start < to),
  );
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
  return tickItem(body, readItems(body).items[index], done);
}

/** The body with one entry of a checklist ticked or not. */
export function tickEntry(body: string, title: string, index: number, done: boolean): string {
  return tickItem(body, readItems(body, title).items[index], done);
}

function tickItem(body: string, item: ListItem | undefined, done: boolean): string {
  if (item === undefined || item.done === done) return body;
  const { checkSpan, contentStart } = item;
  const splice: Splice =
    checkSpan === null
      ? { span: [contentStart, contentStart], text: '[x] ' }
      : { span: checkSpan, text: done ? '[x]' : '[ ]' };
  return applySplices(body, [splice]);
}

/**
 * The body with criteria added after the last one, in a section made for them if there is none.
 *
 * @param language the backlog's, for the heading of such a section
 */
export function addCriteria(body: string, texts: readonly string[], language: string): string {
  return addTo(body, readItems(body), sectionTitle('criteria', language), texts);
}

/** The body with entries after the last one of a checklist, which is made if there is none. */
export function addEntries(body: string, title: string, texts: readonly string[]): string {
  return addTo(body, readItems(body, title), title, texts);
}

function addTo(
  body: string,
  { items, section }: Entries,
  title: string,
  texts: readonly string[],
): string {
  if (texts.length === 0) return body;
  const eol = /\r?\n/.exec(body)?.[0] ?? '\n';
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

interface Entries {
  readonly items: readonly ListItem[];
  /** The first of its sections. */
  readonly section: Span | null;
}

/** @param title that of the section; acceptance criteria are known by all their names */
function readItems(body: string, title?: string): Entries {
  const sections =
    title === undefined ? findCriteriaSections(body) : [findSection(body, title)?.span];
  const lines = listLines(body);
  const items = sections.flatMap((span) => (span === undefined ? [] : itemsIn(lines, span)));
  return { items, section: sections[0] ?? null };
}

/** The list items below the line that heads a section. */
function itemsIn(all: readonly BodyLine[], [start, end]: Span): readonly ListItem[] {
  const first = all.findIndex((line) => line.start > start);
  const last = all.findIndex((line) => line.start >= end);
  const lines = first === -1 ? [] : all.slice(first, last === -1 ? all.length : last);
  const items: ListItem[] = [];
  for (let at = 0; at < lines.length; ) {
    const opened = startItem(lines[at] as BodyLine);
    if (opened === null) {
      at += 1;
      continue;
    }
    const next = endOfItem(lines, at, opened.contentIndent);
    const item = finishItem(opened, lines.slice(at, next));
    if (item.text !== '') items.push(item);
    at = next;
  }
  return items;
}

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(.*)|[ \t]*)$/;

const MAY_BE_ITEM = /^[ \t]*[-*+\d]/;

function startItem(line: BodyLine): ListItem | null {
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
function endOfItem(lines: readonly BodyLine[], first: number, contentIndent: number): number {
  let end = first + 1;
  for (let at = first + 1; at < lines.length; at += 1) {
    const { text, isCode } = lines[at] as BodyLine;
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

/** What a comment leaves behind within a line; none is shorter. */
const HOLE = /(\S) {7,}(?=\S)/g;

function finishItem(first: ListItem, lines: readonly BodyLine[]): ListItem {
  const last = lines.at(-1) as BodyLine;
  const rest = lines
    .slice(1)
    .map(({ text, isCode }) => (isCode ? dedent(text, first.contentIndent) : text.trim()));
  return {
    ...first,
    text: [first.text, ...rest].join('\n').replace(HOLE, '$1 ').trim(),
    span: [first.span[0], last.end],
  };
}

function dedent(text: string, depth: number): string {
  return text.replace(new RegExp(`^[ \\t]{0,${depth}}`), '').trimEnd();
}
