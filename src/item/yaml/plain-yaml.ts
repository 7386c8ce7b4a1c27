import { readScalarAs, ruleBelow, type ScalarRule, type ScalarRules } from '../scalar-rule.js';
import { emptyMap, type Fields, type Value } from '../value.js';

/*
 * Most frontmatter is a few lines of `key: text`, short lists and one map of numbers. Read as what
 * it is, line by line, such a block costs a sixth of what a whole YAML parser takes on it cold,
 * and a short command is all cold. Whatever is not plainly one of these lines is left to the
 * parser: comments, quotes, blocks, colons in values, doubtful numbers, repeated keys, CRLF.
 * A property test holds both to the same values.
 */

/** More lines than any frontmatter worth a short cut; far below the parser's own limits. */
const MOST_LINES = 200;

/** Begins with a letter or digit, so with no indicator; no `:` or `#`, so no key and no comment. */
const TEXT =
  /^[A-Za-z0-9](?:[ !"$-9;-~\u00a1-\u024f\u2010-\u2027\u3041-\ud7a3]*[!"$-9;-~\u00a1-\u024f\u2010-\u2027\u3041-\ud7a3])?$/;
const KEY = /^[A-Za-z][A-Za-z_-]{0,60}$/;
const FLOW_LIST = /^\[[A-Za-z][\w-]*(?:, [A-Za-z][\w-]*)*\]$/;

const WORDS_WITH_MEANING = /^(?:null|true|false)$/i;
const PLAIN_NUMBER = /^(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?$/;
/** Digits with anything a number or date of some YAML may hold: `1e3`, `0x1F`, `1_000`, `1-2`. */
const LIKE_A_NUMBER = /^[0-9][0-9A-Fa-f._+xo-]*$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** The fields of a block of plain lines; null when any line is another. */
export function readPlainYaml(block: string, rules: ScalarRules): Fields | null {
  const lines = block.split('\n');
  if (lines.length > MOST_LINES || lines.pop() !== '') return null;
  const fields = emptyMap();
  let next = 0;
  while (next < lines.length) {
    const line = lines[next] as string;
    next += 1;
    // The only colon: no text has one.
    const colon = line.indexOf(':');
    const key = line.slice(0, colon);
    if (colon === -1 || !KEY.test(key)) return null;
    if (key in fields || WORDS_WITH_MEANING.test(key)) return null;
    let value: Value | undefined;
    if (colon === line.length - 1) {
      const end = findIndentedEnd(lines, next);
      value = readIndented(lines.slice(next, end), rules(key));
      next = end;
    } else if (line[colon + 1] === ' ') value = readInline(line.slice(colon + 2), rules(key));
    if (value === undefined) return null;
    fields[key] = value;
  }
  return fields;
}

function readInline(text: string, rule: ScalarRule): Value | undefined {
  return text.startsWith('[') ? readWords(text) : readScalar(text, rule);
}

function findIndentedEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && lines[end]?.startsWith(' ')) end += 1;
  return end;
}

/** A list of texts, or a map of them, or nothing; undefined when it is none of these. */
function readIndented(lines: readonly string[], rule: ScalarRule): Value | undefined {
  const [first] = lines;
  if (first === undefined) return null;
  return first.startsWith('  - ') ? readList(lines, rule) : readMap(lines, rule);
}

function readList(lines: readonly string[], rule: ScalarRule): Value | undefined {
  const values: Value[] = [];
  for (const line of lines) {
    const value = line.startsWith('  - ') ? readScalar(line.slice(4), rule) : undefined;
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function readMap(lines: readonly string[], rule: ScalarRule): Value | undefined {
  const map = emptyMap();
  for (const line of lines) {
    const colon = line.indexOf(': ');
    const key = line.slice(2, colon);
    if (colon === -1 || !line.startsWith('  ') || !KEY.test(key)) return undefined;
    if (key in map || WORDS_WITH_MEANING.test(key)) return undefined;
    const value = readScalar(line.slice(colon + 2), ruleBelow(rule, key));
    if (value === undefined) return undefined;
    map[key] = value;
  }
  return map;
}

function readWords(text: string): Value | undefined {
  if (!FLOW_LIST.test(text)) return undefined;
  const words = text.slice(1, -1).split(', ');
  return words.some((word) => WORDS_WITH_MEANING.test(word)) ? undefined : words;
}

/** A text or an undoubted number; undefined for what YAML may take for something else. */
function readScalar(text: string, rule: ScalarRule): Value | undefined {
  if (!TEXT.test(text)) return undefined;
  if (PLAIN_NUMBER.test(text)) return readScalarAs(rule, { source: text, value: Number(text) });
  if (DAY.test(text)) return text;
  return LIKE_A_NUMBER.test(text) || WORDS_WITH_MEANING.test(text) ? undefined : text;
}
