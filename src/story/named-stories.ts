import { maskComments } from '../text/markdown-comments.js';
import { type MarkdownLine, type MarkdownScan, scanMarkdown } from '../text/markdown-lines.js';
import type { Span } from '../text/span.js';
import { composeStory, type NamedPart } from './compose-story.js';
import { makeStory, type PartName, readPartName } from './part-names.js';
import type { FoundStory } from './reading.js';

/** Stories whose parts are told apart by their place, and the lines that they take, by index. */
export interface NamedStories {
  readonly stories: readonly FoundStory[];
  readonly lines: ReadonlySet<number>;
}

const NONE: NamedStories = { stories: [], lines: new Set() };
const TABLE_RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$/;
const LABEL =
  /^(?:\*\*|__|\*|_)?([^*_:：|]{1,60})(?:[:：](?:\*\*|__|\*|_)?|(?:\*\*|__|\*|_)[:：])[ \t]*(?=\S)/;
const MAY_HOLD = /^[ \t>]{0,80}\|?[ \t]{0,80}:?-+:?[ \t]{0,80}\||^.{1,70}[:：].|^ {0,3}#|^=/m;

/** Stories in tables with a column a part, under headings a part, and behind labels. */
export function findNamedStories(body: string): NamedStories {
  if (!MAY_HOLD.test(body)) return NONE;
  const text = maskComments(body);
  const scan = scanMarkdown(body);
  const found = [...readTables(text, scan), ...readHeadings(text, scan), ...readLabels(text, scan)];
  if (found.length === 0) return NONE;
  return {
    stories: found.flatMap(({ stories }) => stories).sort((a, b) => a.span[0] - b.span[0]),
    lines: new Set(found.flatMap(({ first, last }) => range(first, last))),
  };
}

interface Place {
  readonly stories: readonly FoundStory[];
  /** Indexes of its lines; the last is not one of them. */
  readonly first: number;
  readonly last: number;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}

function* readTables(text: string, { lines }: MarkdownScan): Generator<Place> {
  for (const [index, line] of lines.entries()) {
    const head = lines[index - 1];
    if (head?.kind !== 'text' || line.kind !== 'text') continue;
    if (text[line.content] !== '|' && text[line.content] !== '-' && text[line.content] !== ':')
      continue;
    const rule = text.slice(line.content, line.end).trimEnd();
    if (!rule.includes('|') || !TABLE_RULE.test(rule)) continue;
    const names = splitCells(text, head).map((span) => readPartName(text.slice(...span)));
    if (!makeStory(names)) continue;
    let last = index + 1;
    while (isRow(text, lines[last])) last += 1;
    const rows = lines.slice(index + 1, last);
    yield {
      stories: rows.flatMap((row) => readRow(text, row, names) ?? []),
      first: index - 1,
      last,
    };
  }
}

function isRow(text: string, line: MarkdownLine | undefined): boolean {
  return line?.kind === 'text' && text.slice(line.content, line.end).includes('|');
}

function readRow(
  text: string,
  row: MarkdownLine,
  names: readonly (PartName | null)[],
): FoundStory | null {
  const cells = splitCells(text, row);
  return composeStory(
    text,
    names.flatMap((name, index) => {
      const span = cells[index];
      return name === null || span === undefined ? [] : [{ name, span }];
    }),
  );
}

/** The cells of a row between its bars; `\|` is no bar. */
function splitCells(text: string, { content, end }: MarkdownLine): readonly Span[] {
  const cells: Span[] = [];
  let start = text[content] === '|' ? content + 1 : content;
  for (let at = start; at < end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') {
      cells.push([start, at]);
      start = at + 1;
    }
  }
  if (text.slice(start, end).trim() !== '') cells.push([start, end]);
  return cells;
}

/** Headings one after the other that each name a part of the text below it. */
function* readHeadings(text: string, { lines, headings }: MarkdownScan): Generator<Place> {
  const named = headings.map(({ first, last, level }) => {
    const end = lines[last === first ? last : last - 1]?.end;
    const title = text.slice(lines[first]?.content, end).replace(/^#+|#+\s*$/g, '');
    return { first, level, name: readPartName(title), ...paragraphBelow(lines, last) };
  });
  yield* readRuns(text, named);
}

function paragraphBelow(lines: readonly MarkdownLine[], heading: number) {
  let from = heading + 1;
  while (lines[from]?.kind === 'blank') from += 1;
  let last = from;
  while (lines[last]?.kind === 'text') last += 1;
  const span: Span = [lines[from]?.content ?? 0, lines[Math.max(from, last - 1)]?.end ?? 0];
  return { last, span: last === from ? null : span };
}

/** Lines one after the other that each begin with the name of a part: `**Role:** guest`. */
function* readLabels(text: string, { lines }: MarkdownScan): Generator<Place> {
  const named: Named[] = [];
  for (const [first, line] of lines.entries()) {
    if (line.kind !== 'text') continue;
    const [label, title = ''] = LABEL.exec(text.slice(line.content, line.end)) ?? [];
    const name = label === undefined ? null : readPartName(title);
    if (label === undefined || name === null || name.kind === 'question') {
      if (line.marker !== -1 || named.at(-1)?.last !== first) continue;
      const before = named.pop() as Named;
      named.push({ ...before, last: first + 1, span: [before.span?.[0] ?? 0, line.end] });
      continue;
    }
    const span: Span = [line.content + label.length, line.end];
    named.push({ first, last: first + 1, name, span });
  }
  yield* readRuns(text, named, (end, start) =>
    lines.slice(end, start).every(({ kind }) => kind === 'blank'),
  );
}

interface Named {
  readonly first: number;
  readonly last: number;
  readonly name: PartName | null;
  readonly span: Span | null;
}

/** The stories of neighbours that name different parts. */
function* readRuns(
  text: string,
  named: readonly Named[],
  areNeighbours: (end: number, start: number) => boolean = () => true,
): Generator<Place> {
  for (let at = 0; at < named.length; ) {
    const run: Named[] = [];
    for (const one of named.slice(at, at + 3)) {
      const last = run.at(-1);
      if (one.name === null || one.span === null) break;
      if (run.some(({ name }) => name?.part === one.name?.part)) break;
      if (last !== undefined && !areNeighbours(last.last, one.first)) break;
      run.push(one);
    }
    const [first] = run;
    const last = run.at(-1);
    at += Math.max(1, run.length);
    if (first === undefined || last === undefined) continue;
    const parts = run.flatMap(({ name, span }): readonly NamedPart[] =>
      name === null || span === null ? [] : [{ name, span }],
    );
    const story = makeStory(parts.map(({ name }) => name)) ? composeStory(text, parts) : null;
    if (story === null) at -= run.length - 1;
    else yield { stories: [story], first: first.first, last: last.last };
  }
}
