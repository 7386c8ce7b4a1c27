import { isList, isMap, type Value } from '../value.js';

/** How a text was written where it now gets another value. */
export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface WriteOptions {
  /** Inside `[…]` or `{…}`, where commas and brackets end a plain text. */
  readonly inFlow: boolean;
  readonly style?: TextStyle;
}

/** One scalar on one line. A text keeps the style asked for where it can be read back from it. */
export function writeScalar(
  value: null | boolean | number | string,
  options: WriteOptions,
): string {
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'string') return String(value);
  const { style = 'plain', inFlow } = options;
  if (style === 'double') return quoteDouble(value);
  if (style === 'single') return canQuoteSingle(value) ? quoteSingle(value) : quoteDouble(value);
  if (isPlainText(value, inFlow)) return value;
  // Where double quotes would need escapes and single ones need none, single ones read better.
  return /["\\]/.test(value) && canQuoteSingle(value) && !value.includes("'")
    ? quoteSingle(value)
    : quoteDouble(value);
}

/** Any value on one line: `[a, {b: 1}]`. */
export function writeFlow(value: Value, options: WriteOptions = { inFlow: true }): string {
  if (isList(value)) return `[${value.map((item) => writeFlow(item)).join(', ')}]`;
  if (isMap(value)) {
    const pairs = Object.entries(value).map(
      ([key, item]) => `${writeKey(key)}: ${writeFlow(item)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return writeScalar(value, options);
}

export function writeKey(key: string): string {
  return writeScalar(key, { inFlow: true });
}

/** Lists of texts and numbers up to this width stand on one line. */
const FLOW_WIDTH = 80;

/**
 * What stands after `key:` in a block map: ` value` and its line end, or lines below, each
 * indented. Short lists of scalars become `[a, b]`, events stand one a line; maps become blocks,
 * texts of many lines `|` blocks.
 */
export function writeEntryValue(value: Value, indent: string, eol: string): string {
  const inside = `${indent}  `;
  if (isMap(value) && Object.keys(value).length > 0) return eol + writeBlockMap(value, inside, eol);
  if (isList(value) && value.length > 0) {
    const flow = writeFlow(value);
    const isShort = flow.length <= FLOW_WIDTH && !value.some(needsOwnLine);
    if (isShort) return ` ${flow}${eol}`;
    return eol + value.map((item) => writeBlockItem(item, inside, eol)).join('');
  }
  if (typeof value === 'string' && value.includes('\n') && canBeBlockText(value)) {
    return ` ${writeBlockText(value, inside, eol)}`;
  }
  return ` ${writeFlow(value, { inFlow: false })}${eol}`;
}

/** What happened on a day goes on a line of its own: lists that grow on two branches then merge. */
function needsOwnLine(item: Value): boolean {
  return (
    isList(item) || isMap(item) || (typeof item === 'string' && /^\d{4}-\d\d-\d\d /.test(item))
  );
}

export function writeBlockMap(
  map: { readonly [key: string]: Value },
  indent: string,
  eol: string,
): string {
  return Object.entries(map)
    .map(([key, value]) => `${indent}${writeKey(key)}:${writeEntryValue(value, indent, eol)}`)
    .join('');
}

/** A line `- value`, or several for a map: `- a: 1` and its other keys below. */
export function writeBlockItem(value: Value, indent: string, eol: string): string {
  if (isMap(value) && Object.keys(value).length > 0) {
    const lines = writeBlockMap(value, `${indent}  `, eol);
    return `${indent}- ${lines.slice(indent.length + 2)}`;
  }
  return `${indent}- ${writeFlow(value, { inFlow: isList(value) })}${eol}`;
}

/** A `|` or `>` block, header and lines. The text must pass {@link canBeBlockText}. */
export function writeBlockText(
  text: string,
  indent: string,
  eol: string,
  style: 'literal' | 'folded' = 'literal',
): string {
  const chomping = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const content = text.replace(/\n$/, '');
  // A folded text turns one line end into a blank: each run of them needs one more.
  const source = style === 'folded' ? content.replace(/\n+(?=[^\n])/g, '$&\n') : content;
  const lines = source.split('\n');
  const body = lines.map((line) => (line === '' ? eol : `${indent}${line}${eol}`)).join('');
  return `${style === 'folded' ? '>' : '|'}${chomping}${eol}${body}`;
}

/** Whether a text can stand under `|` as it is, without an indent indicator or escapes. */
export function canBeBlockText(text: string): boolean {
  return (
    /^\S/.test(text) &&
    !/[^\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u.test(
      text,
    ) &&
    !/^[ \t]+$/m.test(text)
  );
}

/** A value every reader takes from one line: texts in double quotes, collections in brackets. */
export function writeSafe(value: Value): string {
  if (isList(value)) return `[${value.map(writeSafe).join(', ')}]`;
  if (isMap(value)) {
    const pairs = Object.entries(value).map(
      ([key, item]) => `${quoteDouble(key)}: ${writeSafe(item)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return writeScalar(value, { inFlow: true, style: 'double' });
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Texts that some reader of YAML takes for another type; dates are texts here and stay plain. */
const OTHER_TYPE =
  /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)|[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?|[-+]?0[box][0-9a-f_]+|[-+]?(?:\.[0-9_]+|[0-9][0-9_]*\.?[0-9_]*)(?:e[-+]?[0-9]+)?)$/i;

function isPlainText(text: string, inFlow: boolean): boolean {
  return (
    text !== '' &&
    text.trim() === text &&
    !OTHER_TYPE.test(text) &&
    // Printable, without blanks that only look like one, and on one line.
    !/[^\x20-\x7E\xA1-\u1FFF\u2010-\u2027\u2030-\u205E\u2070-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u.test(
      text,
    ) &&
    !/^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:$|[^A-Za-z0-9])|---|\.\.\.)/.test(text) &&
    !/:(?:\s|$)|\s#/.test(text) &&
    !(inFlow && /[,[\]{}]|:[,[\]{}]|^[-?:]/.test(text))
  );
}

function canQuoteSingle(text: string): boolean {
  return !/[^\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u.test(
    text,
  );
}

function quoteSingle(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** JSON’s escapes are YAML’s; what JSON leaves raw but a reader may trip over is escaped too. */
function quoteDouble(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
