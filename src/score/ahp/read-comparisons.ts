import { failure, type Result, success } from '../../text/problem.js';

/** "`a` matters `ratio` times as much as `b`", as indexes into the names. */
export interface Comparison {
  readonly a: number;
  readonly b: number;
  readonly ratio: number;
}

export interface Comparisons {
  readonly names: readonly string[];
  readonly pairs: readonly Comparison[];
}

type Ratio = number | string | null;

export interface ComparisonSettings {
  readonly criteria?: readonly string[] | undefined;
  /** `{value: {risk: 3}}`: value matters 3 times as much as risk. Pairs may be left out. */
  readonly comparisons?: Readonly<Record<string, Readonly<Record<string, Ratio>>>> | undefined;
  /** Rows over columns; null where nobody compared. */
  readonly matrix?: readonly (readonly Ratio[])[] | undefined;
}

/** Judgements as a person writes them, each pair once, in either form or both. */
export function readComparisons(settings: ComparisonSettings): Result<Comparisons> {
  const { comparisons = {}, matrix = [] } = settings;
  const found = Object.entries(comparisons).flatMap(([a, row]) => [a, ...Object.keys(row)]);
  const names = [...new Set(settings.criteria ?? found)];
  const indexes = new Map(names.map((name, index) => [name, index]));
  const stranger = found.find((name) => !indexes.has(name));
  if (stranger !== undefined) {
    return refuse(`rank.ahp.comparisons: ${stranger} is not among the criteria`);
  }
  if (names.length < 2) return refuse('rank.ahp: compare at least two criteria');
  if (matrix.length > 0 && !isSquare(matrix, names.length)) {
    return refuse(
      `rank.ahp.matrix: ${names.length} criteria need ${names.length} rows of ${names.length} numbers`,
    );
  }

  const given = [
    ...Object.entries(comparisons).flatMap(([a, row]) =>
      Object.entries(row).map(([b, text]) => ({
        a: indexes.get(a) ?? 0,
        b: indexes.get(b) ?? 0,
        text,
        field: `rank.ahp.comparisons.${a}.${b}`,
      })),
    ),
    ...matrix.flatMap((row, a) =>
      row.map((text, b) => ({
        a,
        b,
        text,
        field: `rank.ahp.matrix, ${names[a]} over ${names[b]}`,
      })),
    ),
  ];
  const pairs = new Map<string, Comparison>();
  for (const { a, b, text, field } of given) {
    if (text === null) continue;
    const ratio = readRatio(text);
    if (ratio === null)
      return refuse(`${field}: a number above 0 such as 3 or 1/3, at most ${mostRatio}`);
    if (a === b) {
      if (ratio !== 1) return refuse(`${field}: compared with itself it is 1`);
      continue;
    }
    const pair = a < b ? { a, b, ratio } : { a: b, b: a, ratio: 1 / ratio };
    const known = pairs.get(`${pair.a} ${pair.b}`);
    // Printed matrices round their reciprocals: 0.33 stands for 1/3.
    if (known && Math.abs(Math.log(known.ratio / pair.ratio)) > 0.05) {
      return refuse(`${field}: contradicts the same two compared the other way round`);
    }
    // Of the two, the whole number is the one that was judged.
    if (!known || Number.isInteger(ratio)) pairs.set(`${pair.a} ${pair.b}`, pair);
  }
  return success({ names, pairs: [...pairs.values()] });
}

function isSquare(matrix: readonly (readonly Ratio[])[], size: number): boolean {
  return matrix.length === size && matrix.every((row) => row.length === size);
}

/** Saaty's scale ends at 9; far beyond it the eigenvector drowns in rounding. */
const mostRatio = 1000;

/** `3`, `1/3`, `0.2`; null unless a number above 0 that says how many times as important. */
export function readRatio(text: Ratio): number | null {
  const [top, bottom = '1', ...more] = String(text).split('/');
  const ratio =
    more.length > 0 || !top?.trim() || !bottom.trim() ? 0 : Number(top) / Number(bottom);
  return ratio >= 1 / mostRatio && ratio <= mostRatio ? ratio : null;
}

function refuse(message: string): Result<never> {
  return failure({ kind: 'usage', path: 'backlog.yaml', message });
}
