import { alignSequences } from '../../text/diff.js';

/** One unit of a text that is merged whole. */
export interface Token {
  /** As it stands in its file. */
  readonly text: string;
  /** The same for equal tokens, whatever their line ends. */
  readonly key: string;
  /** The same for tokens that are one thing, changed or not: a criterion, ticked or not. */
  readonly name: string;
  /** A line that stands for itself (an item of a list), beside which others may change. */
  readonly isLine: boolean;
}

/** A stretch of the result: taken from one side, or changed by both in two ways. */
export type Piece<T extends Token> =
  | { readonly kind: 'merged'; readonly from: 'ours' | 'theirs'; readonly tokens: readonly T[] }
  | {
      readonly kind: 'conflict';
      readonly base: readonly T[];
      readonly ours: readonly T[];
      readonly theirs: readonly T[];
    };

/** `[start, end)` of the base was replaced; both are equal where something was put in. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  /** How many tokens more the side has than the base had. */
  readonly growth: number;
}

/** Beyond so many changed tokens a side has been written anew. */
const editLimit = 1000;

/**
 * Merges three ways (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007), save that
 * changes which only touch each other are no conflict, since a token is a whole paragraph or item.
 * Null when a side differs too much from the base to be compared.
 */
export function mergeSequences<T extends Token>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): readonly Piece<T>[] | null {
  const ourHunks = findHunks(base, ours);
  const theirHunks = findHunks(base, theirs);
  if (ourHunks === null || theirHunks === null) return null;
  const pieces: Piece<T>[] = [];
  let at = 0;
  let ourShift = 0;
  let theirShift = 0;
  const keep = (end: number) => {
    const tokens = ours.slice(at + ourShift, end + ourShift);
    if (tokens.length > 0) pieces.push({ kind: 'merged', from: 'ours', tokens });
  };
  for (const group of groupHunks(ourHunks, theirHunks)) {
    keep(group.start);
    const { start, end, ours: ourPart, theirs: theirPart } = group;
    const ourEnd = end + ourShift + sumGrowth(ourPart);
    const theirEnd = end + theirShift + sumGrowth(theirPart);
    const sides = {
      base: base.slice(start, end),
      ours: ours.slice(start + ourShift, ourEnd),
      theirs: theirs.slice(start + theirShift, theirEnd),
    };
    if (theirPart.length === 0 || haveEqualKeys(sides.ours, sides.theirs)) {
      pieces.push({ kind: 'merged', from: 'ours', tokens: sides.ours });
    } else if (ourPart.length === 0) {
      pieces.push({ kind: 'merged', from: 'theirs', tokens: sides.theirs });
    } else {
      pieces.push({ kind: 'conflict', ...sides });
    }
    at = end;
    ourShift = ourEnd - end;
    theirShift = theirEnd - end;
  }
  keep(base.length);
  return pieces;
}

export function haveEqualKeys(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key);
}

/** The tokens both have, in order: what two texts without a common ancestor may be merged from. */
export function commonTokens<T extends Token>(
  ours: readonly T[],
  theirs: readonly T[],
): readonly T[] | null {
  const keys = (tokens: readonly T[]) => tokens.map(({ key }) => key);
  const pairs = alignSequences(keys(ours), keys(theirs), editLimit);
  return pairs?.map(([index]) => ours[index] as T) ?? null;
}

function findHunks(base: readonly Token[], side: readonly Token[]): readonly Hunk[] | null {
  const names = (tokens: readonly Token[]) => tokens.map(({ name }) => name);
  const pairs = alignSequences(names(base), names(side), editLimit);
  if (pairs === null) return null;
  const hunks: Hunk[] = [];
  let start = 0;
  let sideStart = 0;
  for (const [end, sideEnd] of [...pairs, [base.length, side.length] as const]) {
    hunks.push(...splitRun(base, side, [start, end], [sideStart, sideEnd]));
    if (base[end] && base[end].key !== side[sideEnd]?.key) {
      hunks.push({ start: end, end: end + 1, growth: 0 });
    }
    start = end + 1;
    sideStart = sideEnd + 1;
  }
  return hunks;
}

/** Lines that were replaced by as many others changed one by one. */
function splitRun(
  base: readonly Token[],
  side: readonly Token[],
  [start, end]: readonly [number, number],
  [sideStart, sideEnd]: readonly [number, number],
): readonly Hunk[] {
  const growth = sideEnd - sideStart - (end - start);
  const tokens = [...base.slice(start, end), ...side.slice(sideStart, sideEnd)];
  if (tokens.length === 0) return [];
  if (growth !== 0 || !tokens.every(({ isLine }) => isLine)) return [{ start, end, growth }];
  return base.slice(start, end).map((_, index) => {
    return { start: start + index, end: start + index + 1, growth: 0 };
  });
}

interface Group {
  start: number;
  end: number;
  readonly ours: Hunk[];
  readonly theirs: Hunk[];
}

/** Hunks of both sides that cover the same tokens, or put something in at the same point. */
function groupHunks(ours: readonly Hunk[], theirs: readonly Hunk[]): readonly Group[] {
  const all = [
    ...ours.map((hunk) => ({ hunk, side: 'ours' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end);
  const groups: Group[] = [];
  for (const { hunk, side } of all) {
    let group = groups.at(-1);
    if (group === undefined || !meets(hunk, group)) {
      group = { start: hunk.start, end: hunk.end, ours: [], theirs: [] };
      groups.push(group);
    }
    group.end = Math.max(group.end, hunk.end);
    group[side].push(hunk);
  }
  return groups;
}

function meets(hunk: Hunk, group: Group): boolean {
  const isSamePoint = hunk.start === group.end && hunk.end === group.start;
  return isSamePoint || (hunk.start < group.end && hunk.end > group.start);
}

function sumGrowth(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { growth }) => sum + growth, 0);
}
