import yaml from 'js-yaml';
import type { ScalarRules } from '../scalar-rule.js';
import type { Fields } from '../value.js';
import { readPlainYaml } from './plain-yaml.js';
import { explainSyntaxError } from './yaml-advice.js';
import { type YamlFault, yamlFault } from './yaml-fault.js';
import { copyWithinLimits, LONE_SURROGATE, YAML_LIMITS } from './yaml-limits.js';
import { CORE_SCHEMA } from './yaml-schema.js';
import { readStructure, type ScalarSpan } from './yaml-structure.js';

export type YamlReading =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly fault: YamlFault };

/** js-yaml calls itself at most this often for one level of nesting. */
const CALLS_PER_LEVEL = 4;
const LONGEST_BLOCK = 1024 * 1024;

/**
 * What would harm or confuse a reader whatever the structure is: control characters, half
 * surrogates, lone carriage returns (a line end to js-yaml, none to `yaml`), and runs of blanks
 * on which gray-matter's search for an empty block takes quadratic time.
 */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [
    /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/,
    'a control character: remove it, or write it as an escape such as "\\x07" in double quotes',
  ],
  [LONE_SURROGATE, 'half of a surrogate pair: remove it'],
  [/\r(?!\n)/, 'a carriage return without a line feed: end lines with LF or CRLF'],
  [/\uFEFF/, 'a byte order mark inside the file: remove it'],
  [/^\.{3}(?:\s|$)/m, 'document marks are not read inside frontmatter: remove the ...'],
  [/^%/m, 'directives (%…) are not read: remove the line'],
  [/^ *\t[ \t]*\r?$/m, 'a line of blanks with a tab in it: remove the blanks'],
  [/[ \t\r\n]{500}/, 'more than 500 blanks in a row: remove some'],
];

/** Faults that can be seen before anything is parsed. */
export function findForbiddenText(block: string): YamlFault | null {
  if (block.length > LONGEST_BLOCK) {
    return yamlFault(0, 'the frontmatter is larger than 1 MB: move text to the body');
  }
  for (const [pattern, message] of FORBIDDEN) {
    const at = block.search(pattern);
    if (at !== -1) return yamlFault(at, message);
  }
  return null;
}

/** Reads a block with js-yaml under {@link YAML_LIMITS}, in the part of YAML both readers share. */
export function readGuardedYaml(block: string, rules: ScalarRules): YamlReading {
  const plain = readPlainYaml(block, rules);
  return plain === null ? parseGuardedYaml(block, rules) : { ok: true, fields: plain };
}

/** The same without the short cut for plain blocks, which tests compare with it. */
export function parseGuardedYaml(block: string, rules: ScalarRules): YamlReading {
  const scalars: ScalarSpan[] = [];
  const outdented = new Set<number>();
  let raw: unknown;
  try {
    raw = parse(block, scalars, outdented);
  } catch (error) {
    return { ok: false, fault: faultOf(error, block, scalars) };
  }
  const structure = readStructure(block, scalars, outdented);
  if ('message' in structure) return { ok: false, fault: structure };
  // A block of blanks and comments is an empty map; a written `~` or `null` is no map.
  const fields = copyWithinLimits(scalars.length === 0 ? (raw ?? {}) : raw, structure, rules);
  return isFault(fields) ? { ok: false, fault: fields } : { ok: true, fields };
}

/** Fields have no prototype, a fault does. */
function isFault(result: Fields | YamlFault): result is YamlFault {
  return Object.getPrototypeOf(result) !== null;
}

function parse(block: string, scalars: ScalarSpan[], outdented: Set<number>): unknown {
  const opened: number[] = [];
  return yaml.load(block, {
    schema: CORE_SCHEMA,
    // js-yaml warns of what others refuse: bad indentation in flow collections, unknown directives.
    // A closing bracket below its key, as many write it, is for the structure to judge.
    onWarning: (warning) => {
      const { mark } = warning as unknown as { mark: { position: number } };
      if (!/[\]}]/.test(block[mark.position] ?? '')) throw warning;
      outdented.add(mark.position);
    },
    listener: (event, state) => {
      if (event === 'open') {
        opened.push(state.position);
        if (opened.length > YAML_LIMITS.depth * CALLS_PER_LEVEL)
          throwFault(state.position, TOO_DEEP);
        return;
      }
      const from = opened.pop() ?? 0;
      const start = skipProperties(block, from);
      if ((state as { anchor?: unknown }).anchor != null) {
        checkAnchored(block, from, start, state.kind);
      }
      if (state.kind === 'scalar') {
        scalars.push({ start, end: trimmedEnd(block, start, state.position), value: state.result });
      }
    },
  });
}

/**
 * js-yaml gives aliases a wrong value when the anchored one is missing, or stands on a later line
 * and is no block: it has then been tried as a block map's first key.
 */
function checkAnchored(block: string, from: number, start: number, kind: string | null): void {
  const anchor = block.indexOf('&', from);
  if (kind === null) throwFault(anchor, 'this anchor has no value: write one, or remove it');
  const isBlock = kind !== 'scalar' && block[start] !== '[' && block[start] !== '{';
  if (!isBlock && block.slice(anchor, start).includes('\n')) {
    throwFault(anchor, 'the value of this anchor must begin on the same line');
  }
}

/** Where a node's own text starts: after blanks, comments and anchors. */
function skipProperties(block: string, from: number): number {
  PROPERTIES.lastIndex = from;
  PROPERTIES.test(block);
  return PROPERTIES.lastIndex;
}

const PROPERTIES = /(?:[ \t\r\n]|#[^\r\n]*|&[^\s,[\]{}]+|!\S*)*/y;

/** js-yaml looks ahead over blanks; no scalar's own text ends in one. */
function trimmedEnd(block: string, start: number, end: number): number {
  let at = Math.min(end, block.length);
  while (at > start && /[ \t\r\n]/.test(block[at - 1] as string)) at -= 1;
  return at;
}

const TOO_DEEP = `values nested more than ${YAML_LIMITS.depth} deep: flatten them`;

function throwFault(offset: number, message: string): never {
  throw new Error(message, { cause: yamlFault(offset, message) });
}

function faultOf(error: unknown, block: string, scalars: readonly ScalarSpan[]): YamlFault {
  if (!(error instanceof Error)) throw error;
  if (error.cause !== undefined) return error.cause as YamlFault;
  if (error.name !== 'YAMLException') throw error;
  return explainSyntaxError(error as yaml.YAMLException, block, scalars);
}
