import type { YAMLException } from 'js-yaml';
import { type YamlFault, yamlFault } from './yaml-fault.js';
import type { ScalarSpan } from './yaml-structure.js';

const NOT_A_PAIR = 'this line is not “key: value”: add the colon, or indent or quote the text';

/** js-yaml's reasons in a product owner's words. The first pattern that matches counts. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /bad indentation of a mapping entry/,
    'this key does not line up with the others: indent it like them, or quote a value that holds “: ”',
  ],
  [
    /bad indentation of a sequence entry/,
    'this does not line up with the list: indent it like the other items',
  ],
  [
    /deficient indentation/,
    'indent this line more than its key, or close the bracket or quote opened above it',
  ],
  [/implicit mapping pair|end of the stream or a document separator|multiline key/, NOT_A_PAIR],
  [/missed comma/, 'a comma is missing in this list or map'],
  [/within a flow collection/, 'a list or map is never closed: add the missing ] or }'],
  [
    /within a (?:single|double) quoted scalar/,
    'a quoted text is never closed: add the missing quote',
  ],
  [
    /unknown escape sequence|expected hexadecimal/,
    'invalid escape after a backslash in double quotes: write \\\\ or use single quotes',
  ],
  [/unidentified alias/, 'this alias has no anchor: a value that starts with * must be quoted'],
  [/name of an (?:alias|anchor)/, 'a value that starts with * or & must be quoted'],
  [/a key node is missed/, 'a key is missing before this colon: write “key: value”'],
  [/whitespace character is expected after the key-value/, 'put a space after the colon'],
];

/** Looks at one error, at the offset js-yaml gives it; null when it is another kind of error. */
type Explanation = (
  reason: string,
  offset: number,
  block: string,
  scalars: readonly ScalarSpan[],
) => YamlFault | null;

/** Where js-yaml names the wrong place or thing. The first that answers counts. */
const EXPLANATIONS: readonly Explanation[] = [
  explainDuplicate,
  explainTag,
  explainTabIndent,
  explainAnchoredKey,
  explainColonInValue,
  explainMark,
  explainTextWithoutColon,
];

/** The fault behind a js-yaml error, at the place where a reader should look. */
export function explainSyntaxError(
  error: YAMLException,
  block: string,
  scalars: readonly ScalarSpan[],
): YamlFault {
  const { reason = '', mark } = error as unknown as {
    reason?: string;
    mark?: { position: number };
  };
  const offset = Math.min(mark?.position ?? 0, block.length);
  for (const explain of EXPLANATIONS) {
    const fault = explain(reason, offset, block, scalars);
    if (fault !== null) return fault;
  }
  const advice = ADVICE.find(([pattern]) => pattern.test(reason))?.[1];
  return yamlFault(offset, advice ?? `${reason}: check quotes, colons and indentation`);
}

/** js-yaml marks a block key itself, but in a flow map what follows the second value. */
function explainDuplicate(
  reason: string,
  offset: number,
  block: string,
  scalars: readonly ScalarSpan[],
): YamlFault | null {
  if (reason !== 'duplicated mapping key') return null;
  const keys = scalars.filter(
    ({ end }) => end <= offset && /^[ \t]*:(?:[\s,[\]{}]|$)/.test(block.slice(end, end + 50)),
  );
  const key = scalars.find(({ start }) => start === offset) ?? keys.at(-1);
  if (key === undefined) return yamlFault(offset, 'duplicate key: remove one of them');
  return yamlFault(key.start, `duplicate key “${String(key.value)}”: remove one of them`);
}

/** js-yaml knows a tag is none of the schema's once the value is read. */
function explainTag(reason: string, offset: number, block: string): YamlFault | null {
  if (!/\btag\b/.test(reason)) return null;
  const before = block.slice(0, offset);
  const mark = Math.max(...[' !', '\n!', '[!', '{!', ',!'].map((each) => before.lastIndexOf(each)));
  const message = 'tags (!…) are not read: remove the tag, and quote the value if it is a text';
  return yamlFault(mark === -1 ? 0 : mark + 1, message);
}

/** A tab that indents leads js-yaml to errors that name everything but the tab. */
function explainTabIndent(_reason: string, offset: number, block: string): YamlFault | null {
  const line = lineStart(block, offset);
  const indent = /^ *\t/.exec(block.slice(line, line + 1000));
  return indent === null
    ? null
    : yamlFault(line + indent[0].length - 1, 'a tab indents this line: use spaces');
}

/** js-yaml takes an anchor before a block's first key for the whole map's, and stumbles. */
function explainAnchoredKey(_reason: string, offset: number, block: string): YamlFault | null {
  const line = lineStart(block, offset);
  const anchor = /^([ -]*)&\S+[ \t]+\S.*:(?:\s|$)/.exec(block.slice(line, line + 1000));
  if (anchor === null) return null;
  const message = 'a key cannot have an anchor: remove it, or give it to the value';
  return yamlFault(line + (anchor[1] ?? '').length, message);
}

function explainColonInValue(reason: string, offset: number, block: string): YamlFault | null {
  if (!/a key node is missed|bad indentation of a mapping entry/.test(reason)) return null;
  const before = block.slice(lineStart(block, offset), offset);
  return block[offset] === ':' && /^\s*[^\s:][^:]*:\s/.test(before)
    ? yamlFault(offset, 'a value that holds “: ” must be quoted')
    : null;
}

/** A value cannot begin with these; js-yaml ends the line before them. */
function explainMark(reason: string, offset: number, block: string): YamlFault | null {
  const mark = block[offset] ?? '';
  return '@`%,]}|>'.includes(mark) && mark !== '' && /separator|colon is missed/.test(reason)
    ? yamlFault(offset, `a text that starts with ${mark} must be quoted`)
    : null;
}

/** js-yaml reads on to the next line before it finds that a text is no key. */
function explainTextWithoutColon(
  reason: string,
  _offset: number,
  block: string,
  scalars: readonly ScalarSpan[],
): YamlFault | null {
  const last = scalars.at(-1);
  if (last === undefined || !/multiline key|colon is missed/.test(reason)) return null;
  const isFirst = block.slice(lineStart(block, last.start), last.start).trim() === '';
  const message = 'this follows a value on the same line: quote the whole value';
  return yamlFault(last.start, isFirst ? NOT_A_PAIR : message);
}

function lineStart(block: string, offset: number): number {
  return offset === 0 ? 0 : block.lastIndexOf('\n', offset - 1) + 1;
}
