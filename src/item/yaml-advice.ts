import type { YAMLException } from 'js-yaml';
import { type YamlFault, yamlFault } from './yaml-fault.js';
import type { ScalarSpan } from './yaml-structure.js';

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
  [/deficient indentation/, 'this line must be indented more than its key'],
  [
    /implicit mapping pair|end of the stream or a document separator/,
    'this line is not “key: value”: add the colon, or indent or quote the text',
  ],
  [/multiline key/, 'this line is not “key: value”: add the colon, or indent or quote the text'],
  [/missed comma/, 'a comma is missing in this list or map'],
  [/within a flow collection/, 'a list or map is never closed: add the missing ] or }'],
  [
    /within a (?:single|double) quoted scalar/,
    'a quoted text is never closed: add the missing quote',
  ],
  [
    /unknown escape sequence|expected hexadecimal/,
    'a backslash in double quotes begins no known escape: write \\\\ or use single quotes',
  ],
  [/unidentified alias/, 'this alias has no anchor: a value that begins with * must be quoted'],
  [/name of an (?:alias|anchor)/, 'a value that begins with * or & must be quoted'],
  [/tag/, 'tags (!…) are not read: remove the tag, and quote the value if it is a text'],
  [/a key node is missed/, 'a key is missing before this colon: write “key: value”'],
  [/whitespace character is expected after the key-value/, 'put a space after the colon'],
  [/directive/, 'directives (%…) are not read: remove the line'],
];

/** The fault behind a js-yaml error, at the place where a reader should look. */
export function explainSyntaxError(
  error: YAMLException,
  block: string,
  scalars: readonly ScalarSpan[],
): YamlFault {
  const marked = error as unknown as { reason?: string; mark?: { position: number } };
  const { reason = '' } = marked;
  const offset = Math.min(marked.mark?.position ?? 0, block.length);
  if (reason === 'duplicated mapping key') return duplicateKey(offset, block, scalars);
  const advice = ADVICE.find(([pattern]) => pattern.test(reason))?.[1];
  return (
    tabIndent(block, offset) ??
    anchoredKey(block, offset) ??
    yamlFault(offset, advice ?? `${reason}: check quotes, colons and indentation`)
  );
}

/** js-yaml takes an anchor before a block's first key for the whole map's, and stumbles. */
function anchoredKey(block: string, offset: number): YamlFault | null {
  const line = lineStart(block, offset);
  const anchor = /^([ -]*)&\S+[ \t]+\S.*:(?:\s|$)/.exec(block.slice(line, line + 1000));
  return anchor === null
    ? null
    : yamlFault(
        line + (anchor[1] ?? '').length,
        'a key cannot have an anchor: remove it, or give it to the value',
      );
}

/** js-yaml marks a block key itself, but in a flow map what follows the second value. */
function duplicateKey(offset: number, block: string, scalars: readonly ScalarSpan[]): YamlFault {
  const keys = scalars.filter(
    ({ end }) => end <= offset && /^[ \t]*:(?:[\s,[\]{}]|$)/.test(block.slice(end, end + 50)),
  );
  const marked = scalars.find(({ start }) => start === offset);
  const key = marked ?? keys.at(-1);
  if (key === undefined) return yamlFault(offset, 'a key stands twice: remove one of them');
  return yamlFault(key.start, `the key “${String(key.value)}” stands twice: remove one of them`);
}

/** A tab that indents leads js-yaml to errors that name everything but the tab. */
function tabIndent(block: string, offset: number): YamlFault | null {
  const line = lineStart(block, offset);
  const indent = /^ *\t/.exec(block.slice(line, line + 1000));
  return indent === null
    ? null
    : yamlFault(line + indent[0].length - 1, 'a tab indents this line: use spaces');
}

function lineStart(block: string, offset: number): number {
  return offset === 0 ? 0 : block.lastIndexOf('\n', offset - 1) + 1;
}
