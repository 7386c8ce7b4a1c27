import { isScalar, type Node } from 'yaml';
import type { Splice } from '../../text/splice.js';
import { isList, isMap, type Value } from '../value.js';
import { deleteLines, leadOf, lineAfter } from '../yaml/yaml-lines.js';
import {
  canBeBlockText,
  type TextStyle,
  writeBlockText,
  writeEntryValue,
  writeFlow,
  writeSafe,
  writeScalar,
} from '../yaml/yaml-text.js';
import { type Entry, isBlockCollection, isBlockText, rangeOf } from '../yaml/yaml-tree.js';
import { type Draft, type Plan, planned } from './edit-draft.js';

/** Puts a new value in the place of an entry's old one, in the old one's style where it can be. */
export function planNewValue(draft: Draft, entry: Entry, value: Value, inFlow: boolean): Plan {
  const { value: old } = entry;
  if (old === null) return planned(...fillEmpty(draft, entry, value, inFlow));
  if (isBlockText(old)) return planned(...replaceBlockText(draft, entry, old, value));
  if (isBlockCollection(old)) return planned(...replaceBlockCollection(draft, entry, old, value));
  return planned(...replaceInline(draft, entry, old, value, inFlow));
}

/** What follows `key:`: a text for its line (after a blank), and lines below it. */
interface Written {
  readonly inline: string;
  readonly below: string;
}

function writeValue(draft: Draft, value: Value, inFlow: boolean, lead: string): Written {
  if (draft.form === 'safe') return { inline: ` ${writeSafe(value)}`, below: '' };
  if (inFlow) return { inline: ` ${writeFlow(value)}`, below: '' };
  const text = writeEntryValue(value, lead, draft.eol);
  const end = text.indexOf(draft.eol);
  return { inline: text.slice(0, end), below: text.slice(end + draft.eol.length) };
}

function fillEmpty(draft: Draft, entry: Entry, value: Value, inFlow: boolean): Splice[] {
  const { block } = draft;
  const { inline, below } = writeValue(draft, value, inFlow, leadOf(block, entry.start));
  const at = entry.propertiesEnd;
  const colon = entry.colonEnd === null ? ':' : '';
  const next = lineAfter(block, at);
  return [
    { span: [at, at], text: colon + inline },
    { span: [next, next], text: below },
  ];
}

function replaceInline(
  draft: Draft,
  entry: Entry,
  old: Node,
  value: Value,
  inFlow: boolean,
): Splice[] {
  const { block, eol, form } = draft;
  const [start, end] = rangeOf(old);
  if (form === 'safe') return [{ span: [start, end], text: writeSafe(value) }];
  if (isList(value) || isMap(value)) return [{ span: [start, end], text: writeFlow(value) }];
  const style = styleOf(old);
  if (style === 'plain' && !inFlow && isManyLines(value)) {
    const lead = leadOf(block, entry.start);
    const [header, ...lines] = writeBlockText(value, `${lead}  `, eol).split(eol);
    const next = lineAfter(block, end);
    return [
      { span: [start, end], text: header as string },
      { span: [next, next], text: lines.join(eol) },
    ];
  }
  return [{ span: [start, end], text: writeScalar(value, { inFlow, style }) }];
}

/** The header's comment stays behind whatever the header becomes. */
function replaceBlockText(draft: Draft, entry: Entry, old: Node, value: Value): Splice[] {
  const { block, eol, form } = draft;
  const [start] = rangeOf(old);
  const header = /^[|>]([-+0-9]*)/.exec(block.slice(start, start + 5)) as RegExpExecArray;
  const headerEnd = start + header[0].length;
  const bodyStart = lineAfter(block, headerEnd);
  const content: [number, number] = [bodyStart, Math.max(bodyStart, entry.end)];
  const lead = leadOf(block, entry.start);
  if (form === 'readable' && typeof value === 'string' && canBeBlockText(value)) {
    const indented = /^ +(?=\S)/m.exec(block.slice(...content))?.[0];
    const indent = /\d/.test(header[0]) || indented === undefined ? `${lead}  ` : indented;
    const style = header[0].startsWith('>') ? 'folded' : 'literal';
    const written = writeBlockText(value, indent, eol, style);
    const newline = written.indexOf(eol);
    return [
      { span: [start, headerEnd], text: written.slice(0, newline) },
      { span: content, text: written.slice(newline + eol.length) },
    ];
  }
  const { inline, below } = writeValue(draft, value, false, lead);
  const from = inline === '' ? entry.propertiesEnd : start;
  return [
    { span: [from, headerEnd], text: inline.trimStart() },
    { span: content, text: below },
  ];
}

function replaceBlockCollection(draft: Draft, entry: Entry, old: Node, value: Value): Splice[] {
  const { block } = draft;
  const { inline, below } = writeValue(draft, value, false, leadOf(block, entry.start));
  const at = entry.propertiesEnd;
  const lines = deleteLines(block, [rangeOf(old)[0], entry.end], old);
  const first = lines[0]?.span[0] ?? lineAfter(block, at);
  return [{ span: [at, at], text: inline }, { span: [first, first], text: below }, ...lines];
}

function isManyLines(value: Value): value is string {
  return typeof value === 'string' && value.includes('\n') && canBeBlockText(value);
}

export function styleOf(node: Node): TextStyle {
  if (!isScalar(node)) return 'plain';
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}
