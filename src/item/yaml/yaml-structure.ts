import { type YamlFault, yamlFault } from './yaml-fault.js';

/** A scalar as js-yaml met it, with the value it gave it. */
export interface ScalarSpan {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

export interface Structure {
  /** Keys of maps, in the order of the text. */
  readonly keys: readonly ScalarSpan[];
  /** Offsets of aliases. */
  readonly aliases: readonly number[];
  /** Offset of the first scalar, or 0. */
  readonly firstContent: number;
}

/** Beyond this `yaml` refuses a key on one line; js-yaml takes any. */
const LONGEST_KEY = 1000;

interface Walk {
  readonly block: string;
  readonly keys: ScalarSpan[];
  readonly aliases: number[];
  /** What stood last, for rules on neighbours. */
  before: 'nothing' | 'scalar' | 'alias' | 'dash' | 'colon' | 'open' | 'comma' | 'close';
  beforeEnd: number;
  scalar: ScalarSpan | null;
  /** Column of the last dash, counted from 0. */
  dashColumn: number;
  /** Offsets of the flow collections open here. */
  readonly flow: number[];
  readonly outdented: ReadonlySet<number>;
}

/**
 * Walks the text between the scalars of a block that js-yaml has read, and refuses what js-yaml
 * and the `yaml` package read differently, or what nobody needs in frontmatter: tags, explicit
 * (`?`), empty, null and structured keys, directives and document marks, tabs that indent,
 * comments without a blank before them, commas with nothing between them, two values on one line.
 * `outdented` are brackets that js-yaml found no deeper than the key whose value they close.
 */
export function readStructure(
  block: string,
  scalars: readonly ScalarSpan[],
  outdented: ReadonlySet<number>,
): Structure | YamlFault {
  const ordered = [...scalars].sort((a, b) => a.start - b.start || b.end - a.end);
  const walk: Walk = {
    block,
    keys: [],
    aliases: [],
    before: 'nothing',
    beforeEnd: 0,
    scalar: null,
    dashColumn: 0,
    flow: [],
    outdented,
  };
  let next = 0;
  let at = 0;
  while (at < block.length) {
    const scalar = ordered[next];
    let step: number | YamlFault;
    if (scalar === undefined || scalar.start > at) {
      step = passMark(walk, at);
    } else {
      next += 1;
      // js-yaml may try a scalar as a key first: it then comes twice.
      if (scalar.start < at || scalar.end <= at) continue;
      step = passScalar(walk, scalar);
    }
    if (typeof step !== 'number') return step;
    at = step;
  }
  return { keys: walk.keys, aliases: walk.aliases, firstContent: ordered[0]?.start ?? 0 };
}

function passScalar(walk: Walk, scalar: ScalarSpan): number | YamlFault {
  const fault =
    checkRoom(walk, scalar.start) ?? checkLines(walk, scalar) ?? checkComments(walk, scalar);
  if (fault !== null) return fault;
  if (isAtFlowKey(walk)) {
    const refused = checkKey(walk.block, scalar, scalar.end);
    if (refused !== null) return refused;
    walk.keys.push(scalar);
  }
  walk.scalar = scalar;
  return pass(walk, 'scalar', scalar.end);
}

/** `yaml` stumbles over a comment left of a text that stands below its key: `a:`, `# c`, `  b`. */
function checkComments(walk: Walk, { start, end }: ScalarSpan): YamlFault | null {
  const { block, before, beforeEnd, scalar: key } = walk;
  if (before !== 'colon' || key === null || isFollowedByColon(block, end)) return null;
  const column = key.start - lineStart(block, key.start);
  const gap = block.slice(beforeEnd, start);
  const comment = [...gap.matchAll(/\n( *)#/g)].find((match) => (match[1] ?? '').length <= column);
  if (comment === undefined) return null;
  const message = 'a comment between a key and its text must be indented like the text';
  return yamlFault(beforeEnd + comment.index + comment[0].length - 1, message);
}

function isFollowedByColon(block: string, end: number): boolean {
  return /^[ \t]*:(?:\s|$)/.test(block.slice(end, end + 50));
}

/** Line ends inside texts on which the readers differ, all of them rare and easily mended. */
function checkLines({ block, outdented }: Walk, { start, end }: ScalarSpan): YamlFault | null {
  const source = block.slice(start, end);
  for (const at of outdented) if (start < at && at < end) return yamlFault(at, OUTDENTED);
  const [pattern, message] = LINE_END_FAULTS[source[0] as string] ?? [];
  if (pattern === undefined || message === undefined) return null;
  const tail = isBlockText(source) ? (/^[ \t\r\n]*/.exec(block.slice(end))?.[0] ?? '') : '';
  const at = (source + tail).search(pattern);
  return at === -1 ? null : yamlFault(start + at + 1, message);
}

const TRAILING = 'blanks at the end of a line inside this text: remove them';
/** A line of blanks: `yaml` drops it after an explicit indent, refuses it before the text starts,
 * and counts the CR of CRLF as content. */
const BLANK_LINE = /\n +\r\n|^.[-+]?[1-9][^\n]*\n(?:[^\n]*\n)*? +\n|^.[^\n]*\n\s*? +\r?\n/;
const LINE_END_FAULTS: Readonly<Record<string, readonly [RegExp, string]>> = {
  // js-yaml skips an empty line after a backslash, `yaml` keeps it; they fold blanks differently.
  '"': [/\\\r?\n[ \t]*\r?\n|[ \t]\r?\n/, TRAILING],
  "'": [/[ \t]\r?\n/, TRAILING],
  '|': [BLANK_LINE, TRAILING],
  '>': [BLANK_LINE, TRAILING],
};

function isBlockText(source: string): boolean {
  return source.startsWith('|') || source.startsWith('>');
}

/** Passes what stands at `at` between scalars; gives where to go on. */
function passMark(walk: Walk, at: number): number | YamlFault {
  const { block } = walk;
  const char = block[at] as string;
  switch (char) {
    case ' ':
    case '\r':
    case '\n':
      return at + 1;
    case '\t':
      return indents(block, at) ? yamlFault(at, 'a tab indents this line: use spaces') : at + 1;
    case '#':
      if (at > 0 && !isBlank(block[at - 1])) {
        return yamlFault(at, 'a comment needs a space before its #');
      }
      return lineEnd(block, at);
    case '&':
    case '*':
      return passName(walk, at, char);
    case '-':
      return passDash(walk, at);
    case ':':
      return passColon(walk, at);
    case ',':
      if (walk.before === 'open' || walk.before === 'comma' || walk.before === 'nothing') {
        return yamlFault(at, 'unexpected comma: remove it');
      }
      return pass(walk, 'comma', at + 1);
    case '[':
    case '{':
      if (isAtFlowKey(walk)) return yamlFault(at, KEY_IS_TEXT);
      walk.flow.push(at);
      return checkRoom(walk, at) ?? pass(walk, 'open', at + 1);
    case ']':
    case '}':
      return passClosing(walk, at);
    default:
      return misplaced(at, char);
  }
}

function pass(walk: Walk, before: Walk['before'], end: number): number {
  walk.before = before;
  walk.beforeEnd = end;
  return end;
}

const OUTDENTED = 'this line must be indented more than its key';

/** A bracket may stand right below the key of its value: `a: [` to `]`. */
function passClosing(walk: Walk, at: number): number | YamlFault {
  const { block, outdented } = walk;
  const opened = lineStart(block, walk.flow.pop() ?? 0);
  if (outdented.has(at)) {
    if (walk.flow.length > 0) return yamlFault(at, OUTDENTED);
    const lead = /^ *(?![ -])/.exec(block.slice(opened, opened + 1000))?.[0].length;
    if (lead !== at - lineStart(block, at)) return yamlFault(at, OUTDENTED);
  }
  return pass(walk, 'close', at + 1);
}

const KEY_IS_TEXT = 'a key must be a plain or quoted text: write “key: value”';

/** Whether what stands here names a key of a flow map, with or without a colon after it. */
function isAtFlowKey({ block, flow, before }: Walk): boolean {
  return block[flow.at(-1) ?? -1] === '{' && (before === 'open' || before === 'comma');
}

/** After a value js-yaml begins the next key on the same line; others call that an error. */
function checkRoom({ block, before, beforeEnd }: Walk, at: number): YamlFault | null {
  const follows = before === 'scalar' || before === 'alias' || before === 'close';
  return follows && !block.slice(beforeEnd, at).includes('\n')
    ? yamlFault(at, 'this follows a value on the same line: quote the whole value')
    : null;
}

function passName(walk: Walk, at: number, char: string): number | YamlFault {
  const end = nameEnd(walk.block, at);
  if (!/^[\p{L}\p{N}_.-]+$/u.test(walk.block.slice(at + 1, end))) {
    const message =
      'an anchor’s name takes letters, digits, - and _ only: quote the value if it is a text';
    return yamlFault(at, message);
  }
  const after = walk.block[end] ?? '\n';
  if (char === '&' && (after === '[' || after === '{')) {
    return yamlFault(end, 'put a space after the anchor’s name');
  }
  const crowded = checkRoom(walk, at);
  if (crowded !== null || char === '&') return crowded ?? end;
  if (isAtFlowKey(walk)) return yamlFault(at, KEY_IS_TEXT);
  walk.aliases.push(at);
  return pass(walk, 'alias', end);
}

function passDash(walk: Walk, at: number): number | YamlFault {
  const { block } = walk;
  if (!isBlank(block[at + 1] ?? '\n')) return misplaced(at, '-');
  if (/^-[ ]*\t/.test(block.slice(at, at + 500))) {
    return yamlFault(at + 1, 'a tab after this dash: use a space');
  }
  // After an empty item js-yaml takes a dash further left for one of the same list.
  const column = at - lineStart(block, at);
  if (walk.before === 'dash' && column < walk.dashColumn) {
    return yamlFault(walk.beforeEnd - 1, 'this list item is empty: write its value or null');
  }
  walk.dashColumn = column;
  return pass(walk, 'dash', at + 1);
}

function passColon(walk: Walk, at: number): number | YamlFault {
  const key = walk.scalar;
  if (walk.before !== 'scalar' || key === null) {
    return yamlFault(at, KEY_IS_TEXT);
  }
  const fault = checkKey(walk.block, key, at);
  if (fault !== null) return fault;
  if (walk.keys.at(-1) !== key) walk.keys.push(key);
  return pass(walk, 'colon', at + 1);
}

function checkKey(block: string, key: ScalarSpan, colon: number): YamlFault | null {
  const source = block.slice(key.start, colon);
  if (source.includes('\n')) return yamlFault(key.start, 'a key must be on one line');
  if (source.length > LONGEST_KEY) {
    return yamlFault(key.start, `a key of more than ${LONGEST_KEY} characters: shorten it`);
  }
  if (key.value === null) {
    return yamlFault(key.start, `the key ${source.trim()} means “no value”: put it in quotes`);
  }
  if (key.value === '__proto__') {
    return yamlFault(key.start, 'the key __proto__ is not allowed: use another name');
  }
  return null;
}

const MISPLACED: Readonly<Record<string, string>> = {
  '!': 'tags (!…) are not read: remove the tag, and quote the value if it is a text',
  '?': 'keys written with “?” are not read: write “key: value” on one line',
};

function misplaced(at: number, char: string): YamlFault {
  return yamlFault(at, MISPLACED[char] ?? `“${char}” is not allowed here: quote the value`);
}

/** Whether the blank at `at` leads its line and something other than the line's end follows. */
function indents(block: string, at: number): boolean {
  const lead = block.slice(lineStart(block, at), at);
  return lead.trim() === '' && block.slice(at, lineEnd(block, at)).trim() !== '';
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n';
}

function lineStart(block: string, at: number): number {
  return at === 0 ? 0 : block.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(block: string, at: number): number {
  const end = block.indexOf('\n', at);
  return end === -1 ? block.length : end;
}

const NAME = /[^\s,[\]{}]*/y;

function nameEnd(block: string, at: number): number {
  NAME.lastIndex = at + 1;
  NAME.test(block);
  return NAME.lastIndex;
}
