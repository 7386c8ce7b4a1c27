import { listLines } from '../sections.js';
import type { Token } from './merge-sequences.js';

export interface BodyToken extends Token {
  readonly kind: 'blank' | 'heading' | 'item' | 'row' | 'code' | 'text';
}

const heading = /^ {0,3}#{1,6}(?:\s|$)/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const row = /^[ \t]*\|/;
/** Marker, checkbox and text of an item of a list. */
export const itemParts = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*)(\[[ xX]\])?([\s\S]*)$/;

/** A body as what is merged whole: paragraphs, code, headings, blank lines, items and table rows. */
export function listBodyTokens(body: string): readonly BodyToken[] {
  const lines = listLines(body);
  const parts: { kind: BodyToken['kind']; start: number; end: number }[] = [];
  lines.forEach(({ start, text, isCode }, index) => {
    const end = lines[index + 1]?.start ?? body.length;
    const last = parts.at(-1);
    // Within a comment the text is blanked out, but it is a paragraph all the same.
    const isBlank = body.slice(start, end).trim() === '';
    const kind = isCode ? 'code' : isBlank ? 'blank' : kindOf(text);
    const continues =
      last !== undefined &&
      (kind === 'text'
        ? last.kind === 'text' || last.kind === 'item'
        : kind === last.kind && (kind === 'code' || kind === 'blank'));
    if (continues) last.end = end;
    else parts.push({ kind, start, end });
  });
  return parts.map(({ kind, start, end }) => createToken(kind, body.slice(start, end)));
}

function kindOf(text: string): BodyToken['kind'] {
  if (heading.test(text)) return 'heading';
  if (item.test(text)) return 'item';
  return row.test(text) ? 'row' : 'text';
}

export function createToken(kind: BodyToken['kind'], text: string): BodyToken {
  const key = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  // However often a criterion is ticked, it is the same.
  const name = kind === 'item' ? `- ${(itemParts.exec(key)?.[3] ?? key).trim()}` : key;
  return { kind, text, key, name, isLine: kind === 'item' || kind === 'row' };
}
