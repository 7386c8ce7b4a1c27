import { cutText } from '../../text/cut.js';
import { listLines } from '../sections.js';
import { type MarkerStyle, writeConflict } from './conflict-markers.js';
import { commonTokens, mergeSequences, type Piece, type Token } from './merge-sequences.js';

type Tokens = readonly BodyToken[];
type Conflict = Extract<Piece<BodyToken>, { kind: 'conflict' }>;

export interface MergedBody {
  readonly text: string;
  /** What is in conflict, as a person would name it. */
  readonly conflicts: readonly string[];
}

/**
 * Merges bodies by paragraph, and lists by item, so that two ticks are no conflict. Null when a
 * side was changed too much to compare. A null base stands for two texts written independently.
 */
export function mergeBodies(
  base: string | null,
  ours: string,
  theirs: string,
  style: MarkerStyle,
  eol: string,
): MergedBody | null {
  const ourTokens = listBodyTokens(ours);
  const theirTokens = listBodyTokens(theirs);
  const baseTokens = base === null ? commonTokens(ourTokens, theirTokens) : listBodyTokens(base);
  const pieces = baseTokens && mergeSequences(baseTokens, ourTokens, theirTokens);
  if (!pieces) return null;
  const texts: string[] = [];
  const conflicts: string[] = [];
  const write = (tokens: Tokens, from: 'ours' | 'theirs') => {
    for (const { text } of tokens) texts.push(from === 'ours' ? text : toLineEnds(text, eol));
  };
  for (const piece of pieces.flatMap((one) => (one.kind === 'conflict' ? refine(one) : [one]))) {
    if (piece.kind === 'merged') write(piece.tokens, piece.from);
    else {
      const join = (tokens: Tokens) => toLineEnds(tokens.map(({ text }) => text).join(''), eol);
      const sides = { ours: join(piece.ours), base: join(piece.base), theirs: join(piece.theirs) };
      texts.push(writeConflict(sides, style, eol));
      conflicts.push(nameConflict(piece));
    }
  }
  return { text: joinLines(texts, eol), conflicts };
}

/** A file's last line may have no end, but must get one when something follows it. */
function joinLines(texts: readonly string[], eol: string): string {
  const parts = texts.filter((text) => text !== '');
  return parts
    .map((text, index) => (index < parts.length - 1 && !text.endsWith('\n') ? text + eol : text))
    .join('');
}

function toLineEnds(text: string, eol: string): string {
  return text.replace(/\r?\n/g, eol);
}

/** Narrows a conflict to what truly differs; none is left where both sides can have their way. */
function refine(conflict: Conflict): readonly Piece<BodyToken>[] {
  const { ours, theirs, base } = conflict;
  let head = 0;
  while (head < ours.length && head < theirs.length && isSame(ours[head], theirs[head])) head += 1;
  let tail = 0;
  while (
    tail < Math.min(ours.length, theirs.length) - head &&
    isSame(ours.at(-1 - tail), theirs.at(-1 - tail))
  ) {
    tail += 1;
  }
  const left = ours.slice(head, ours.length - tail);
  const right = theirs.slice(head, theirs.length - tail);
  const same = (tokens: Tokens): readonly Piece<BodyToken>[] =>
    tokens.length === 0 ? [] : [{ kind: 'merged', from: 'ours', tokens }];
  return [
    ...same(ours.slice(0, head)),
    ...(settle(base, left, right) ?? [{ kind: 'conflict', base, ours: left, theirs: right }]),
    ...same(ours.slice(ours.length - tail)),
  ];
}

function isSame(a: BodyToken | undefined, b: BodyToken | undefined): boolean {
  return a !== undefined && a.key === b?.key;
}

function settle(base: Tokens, ours: Tokens, theirs: Tokens): readonly Piece<BodyToken>[] | null {
  const take = (tokens: Tokens): readonly Piece<BodyToken>[] => [
    { kind: 'merged', from: 'ours', tokens },
  ];
  if ([...ours, ...theirs].every(({ kind }) => kind === 'blank')) return take(ours);
  if (base.length === 0) {
    const both = keepBoth(ours, theirs);
    return both && take(both);
  }
  const [was, mine, yours] = [base[0], ours[0], theirs[0]];
  const isOne = base.length === 1 && ours.length === 1 && theirs.length === 1;
  if (!isOne || !was || !mine || !yours) return null;
  const merged = mergeItem(was, mine, yours);
  if (merged === null) return null;
  return [{ kind: 'merged', from: 'theirs', tokens: [createToken('item', merged)] }];
}

/** What both sides put in at one place, where it does not matter which comes first. */
function keepBoth(ours: Tokens, theirs: Tokens): Tokens | null {
  if (ours.length === 0 || theirs.length === 0) return [...ours, ...theirs];
  const isList = (tokens: Tokens) => tokens.every(({ isLine }) => isLine);
  if (isList(ours) && isList(theirs)) {
    const mine = new Set(ours.map(({ name }) => name));
    const ticked = new Map(theirs.filter(isTicked).map((token) => [token.name, token]));
    return [
      // Put in by both, and done by one of them.
      ...ours.map((token) => ticked.get(token.name) ?? token),
      ...theirs.filter(({ name }) => !mine.has(name)),
    ];
  }
  const [first, other] = [ours[0], theirs[0]];
  if (first?.kind !== 'heading' || other?.kind !== 'heading' || isSame(first, other)) return null;
  const gap = ours.at(-1)?.kind === 'blank' ? [] : [createToken('blank', '\n')];
  return [...ours, ...gap, ...theirs];
}

function isTicked({ key }: BodyToken): boolean {
  return /^\[[xX]\]$/.test(itemParts.exec(key)?.[2] ?? '');
}

/** One side may tick an item while the other rewords it. */
function mergeItem(base: BodyToken, ours: BodyToken, theirs: BodyToken): string | null {
  if (![base, ours, theirs].every(({ kind }) => kind === 'item')) return null;
  const [was, mine, yours] = [base, ours, theirs].map(({ key }) => itemParts.exec(key));
  if (!was || !mine || !yours) return null;
  const parts = [1, 2, 3].map((part) => {
    const [b, o, t] = [was[part], mine[part], yours[part]];
    return t === b || t === o ? (o ?? '') : o === b ? (t ?? '') : null;
  });
  if (parts.includes(null)) return null;
  return parts.join('') + (/\r?\n$/.exec(ours.text)?.[0] ?? '');
}

function nameConflict({ ours, theirs, base }: Conflict): string {
  const first = [...ours, ...theirs, ...base].find(({ kind }) => kind !== 'blank');
  const words = (first?.key ?? '').replace(/\s+/g, ' ').trim();
  return `“${cutText(words, 60)}”`;
}

interface BodyToken extends Token {
  readonly kind: 'blank' | 'heading' | 'item' | 'row' | 'code' | 'text';
}

const heading = /^ {0,3}#{1,6}(?:\s|$)/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const row = /^[ \t]*\|/;
/** Marker, checkbox and text of an item of a list. */
const itemParts = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*)(\[[ xX]\])?([\s\S]*)$/;

/** A body as what is merged whole: paragraphs, code, headings, blank lines, items and table rows. */
function listBodyTokens(body: string): readonly BodyToken[] {
  const lines = listLines(body);
  const parts: { kind: BodyToken['kind']; start: number; end: number }[] = [];
  lines.forEach(({ start, text, isCode }, index) => {
    const end = lines[index + 1]?.start ?? body.length;
    const last = parts.at(-1);
    // Within a comment the text is blanked out, but it is a paragraph all the same.
    const isBlank = body.slice(start, end).trim() === '';
    const kind = isCode ? 'code' : isBlank ? 'blank' : kindOf(text);
    const continues =
      last !== undefined &&
      (kind === 'text'
        ? last.kind === 'text' || last.kind === 'item'
        : kind === last.kind && (kind === 'code' || kind === 'blank'));
    if (continues) last.end = end;
    else parts.push({ kind, start, end });
  });
  return parts.map(({ kind, start, end }) => createToken(kind, body.slice(start, end)));
}

function kindOf(text: string): BodyToken['kind'] {
  if (heading.test(text)) return 'heading';
  if (item.test(text)) return 'item';
  return row.test(text) ? 'row' : 'text';
}

function createToken(kind: BodyToken['kind'], text: string): BodyToken {
  const key = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  // However often a criterion is ticked, it is the same.
  const name = kind === 'item' ? `- ${(itemParts.exec(key)?.[3] ?? key).trim()}` : key;
  return { kind, text, key, name, isLine: kind === 'item' || kind === 'row' };
}
