/** How git wants a conflict written: the names of the sides, and how long the markers are. */
export interface MarkerStyle {
  readonly ours: string;
  readonly theirs: string;
  /** The name of what both sides began with, to be shown too; null where it is left out. */
  readonly base: string | null;
  /** 7, or more where conflicts stand in conflicts. */
  readonly size: number;
}

/** Whole lines, or empty. */
export interface ConflictSides {
  readonly ours: string;
  readonly theirs: string;
  /** Null where it is not known in their shape. */
  readonly base: string | null;
}

/** The versions between git's markers, as `merge.conflictStyle` has them: merge, or (z)diff3. */
export function writeConflict(
  { ours, base, theirs }: ConflictSides,
  style: MarkerStyle,
  eol: string,
): string {
  const marker = (sign: string, label: string) =>
    `${sign.repeat(style.size)}${label === '' ? '' : ` ${label}`}${eol}`;
  return [
    marker('<', style.ours),
    closeLine(ours, eol),
    ...(style.base === null || base === null
      ? []
      : [marker('|', style.base), closeLine(base, eol)]),
    marker('=', ''),
    closeLine(theirs, eol),
    marker('>', style.theirs),
  ].join('');
}

function closeLine(text: string, eol: string): string {
  return text === '' || text.endsWith('\n') ? text : text + eol;
}

const opening = /^<{7,}(?: .*)?\r?$/m;
const rest = /^={7,}\r?$[\s\S]*^>{7,}(?: .*)?\r?$/m;

/** Where the first conflict that git left in a text starts, or null where there is none. */
export function findConflictMarkers(text: string): number | null {
  if (!text.includes('<<<<<<<')) return null;
  const start = opening.exec(text)?.index;
  return start !== undefined && rest.test(text.slice(start)) ? start : null;
}

/**
 * A common ancestor without what is in conflict in it: git merges two ancestors into one, and
 * leaves markers where they differ.
 */
export function dropConflicts(text: string): string {
  if (findConflictMarkers(text) === null) return text;
  const kept: string[] = [];
  let depth = 0;
  for (const line of text.split(/(?<=\n)/)) {
    if (/^<{7,}(?: |\r?\n|$)/.test(line)) depth += 1;
    else if (depth > 0 && /^>{7,}(?: |\r?\n|$)/.test(line)) depth -= 1;
    else if (depth === 0) kept.push(line);
  }
  return kept.join('');
}
