/** Which sign parts ones from tenths in a column: `conflict` where its cells say both. */
export type DecimalSign = 'point' | 'comma' | 'unknown' | 'conflict';

/** Between thousands in every locale, so it says nothing of the decimal sign. */
const blank = "[ \\u00a0\\u202f'’]";
const whole = new RegExp(`^-?\\d+$|^-?[1-9]\\d{0,2}(?:${blank}\\d{3})+$`);
const withPoint = decimalPattern('\\.', ',');
const withComma = decimalPattern(',', '\\.');
/** A sign and three digits: a thousand, or a thousandth. */
const either = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/** Numbers that only this sign explains: with tenths, or with several groups of thousands. */
function decimalPattern(sign: string, other: string): RegExp {
  const groups = `[1-9]\\d{0,2}(?:(?:${other}|${blank})\\d{3})+`;
  return new RegExp(`^-?(?:(?:\\d+|${groups})${sign}\\d+|[1-9]\\d{0,2}(?:${other}\\d{3}){2,})$`);
}

/** What the cells of one column say together. */
export function findDecimalSign(cells: readonly string[]): DecimalSign {
  const texts = cells.map(tidy).filter((text) => !either.test(text));
  const [point, comma] = [withPoint, withComma].map((form) =>
    texts.some((text) => form.test(text)),
  );
  if (point && comma) return 'conflict';
  if (point) return 'point';
  return comma ? 'comma' : 'unknown';
}

/** A number of a column with that decimal sign, as a program writes it; null: it is none. */
export function readForeignNumber(cell: string, sign: DecimalSign): string | null {
  const text = tidy(cell);
  if (whole.test(text)) return text.replace(/[^\d-]/g, '');
  if (sign !== 'point' && sign !== 'comma') return null;
  const isSo = either.test(text) || (sign === 'point' ? withPoint : withComma).test(text);
  if (!isSo) return null;
  const [all, tenths] = sign === 'point' ? [/[^\d.-]/g, '.'] : [/[^\d,-]/g, ','];
  return String(Number(text.replace(all, '').replace(tenths, '.')));
}

/** Whether only its column can say what number it is, and does not. */
export function isAmbiguousNumber(cell: string, sign: DecimalSign): boolean {
  const text = tidy(cell);
  if (sign === 'point' || sign === 'comma') return false;
  return either.test(text) || (sign === 'conflict' && withComma.test(text));
}

const signs = ['point', 'comma'] as const;

/** Whether a cell is this number to a reader with one or the other decimal sign. */
export function canMeanNumber(cell: string, number: number): boolean {
  return signs.some((sign) => Number(readForeignNumber(cell, sign) ?? Number.NaN) === number);
}

/** Whether a cell is a number to a reader with one or the other decimal sign. */
export function isForeignNumber(cell: string): boolean {
  return signs.some((sign) => readForeignNumber(cell, sign) !== null);
}

function tidy(cell: string): string {
  return cell.trim().replace('−', '-');
}
