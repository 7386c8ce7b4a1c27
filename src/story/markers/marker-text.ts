import { isPlaceholder } from '../placeholder.js';
import type { StoryText } from '../reader.js';
import type { Hit } from './marker-lexicon.js';

/** A sentence is over: a full stop, a blank line, a heading, a fence. */
const END =
  /[。！？!?]|(?<!(?:^|[^\p{L}])(?:vb|vs|örn|dr|no|bkz|e\.g|i\.e))[.](?=\s|$)|\n[ \t]*\r?(?=\n|$)|\n(?=[ \t]{0,3}(?:#{1,6}[ \t]|`{3}|~{3}|\|))/gu;
const MARKS = /^[ \t\-+*#>]{0,8}/;
const LETTER = /^(?:[XYZＸＹＺ]|[○〇◯△□×]{1,4})$/u;
const BRACKETS = /^[[【<＜{｛「『（(〈《]+|[\]】>＞}｝」』）)〉》]+$/gu;
/** "[機能]をしたい": nothing but the template's brackets and the verb after them. */
const FILLED = /^[[【<＜{｛〈][^\][【】]{0,40}[\]】>＞}｝〉](?:をし|を|し)?(?:たい)?$/u;

/** The text as the patterns see it: lower case and of the same length. */
export function readable({ masked }: StoryText): string {
  const lower = masked.replace(/İ/g, 'i').toLowerCase();
  return lower.length === masked.length ? lower : masked;
}

/** Where the sentence from `from` ends, at most `to`. */
export function findSentenceEnd(text: string, from: number, to: number): number {
  END.lastIndex = from;
  const hit = END.exec(text);
  return hit === null ? to : Math.min(hit.index, to);
}

/** Where a part ends that began in the cell of a table: with its cell, or with its sentence. */
export function findPartEnd(text: string, from: number, to: number): number {
  const end = findSentenceEnd(text, from, to);
  const bar = /^[ \t]{0,8}\|/.test(text) ? text.slice(from, end).indexOf('|') : -1;
  return bar === -1 ? end : from + bar;
}

/** Where a line opens something else ("Kabul kriterleri:"), at most `to`. */
export function findSectionEnd(text: string, from: number, sections: RegExp): number {
  for (let at = text.indexOf('\n', from); at !== -1; at = text.indexOf('\n', at + 1)) {
    const start = at + 1 + (MARKS.exec(text.slice(at + 1, at + 9))?.[0].length ?? 0);
    if (sections.test(text.slice(start, start + 60))) return at;
  }
  return text.length;
}

/** Lines that open something else. */
export function sectionPattern(names: string): RegExp {
  const any = names.split(',').map((name) => name.trim());
  return new RegExp(String.raw`^(?:${any.join('|')})\s{0,4}(?:[:：]|\r?\n|$)`, 'iu');
}

/** Whether a part still is what a template left there. */
export function isBlankPart(
  { raw }: StoryText,
  { start, end }: Hit,
  placeholders: ReadonlySet<string>,
): boolean {
  const written = raw.slice(start, end);
  if (written.length > 300) return false;
  const bare = written.replace(/^[\s*_]+|[\s*_,，、。.]+$/g, '');
  const inner = bare.replace(BRACKETS, '').trim().toLowerCase();
  return (
    LETTER.test(bare) ||
    /^[〜～…⋯○〇◯●_＿·.\s]+$/u.test(bare) ||
    placeholders.has(inner) ||
    isPlaceholder(bare, { placeholders }) ||
    FILLED.test(bare)
  );
}

/** The entries of a list in a lexicon. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => entry !== '');
}
