export type Unit = 'points' | 'items' | 'hours';

/** No team knows better. */
export function roundToTenths(number: number): number {
  return Math.round(number * 10) / 10;
}

let numbers: Intl.NumberFormat | undefined;

/** To tenths, with commas between thousands: no team knows better. */
export function sayNumber(number: number): string {
  numbers ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
  return numbers.format(number);
}

/** `1 item`, `5 items`, `0.5 points`. */
export function count(number: number, noun: string, nouns?: string): string {
  return `${sayNumber(number)} ${plural(number, noun, nouns)}`;
}

/** `item` for one, `items` for any other number. */
export function plural(number: number, noun: string, nouns = `${noun}s`): string {
  return number === 1 ? noun : nouns;
}

/** `1 point`, `26 items`. */
export function saySize(number: number, unit: Unit): string {
  return count(number, unit.slice(0, -1), unit);
}
