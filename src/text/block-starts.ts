/** What the first characters of a line open (CommonMark 0.31, 4 and 5). Each is given the line from
 * its first character that is no blank. */

/** What a line opens besides text. */
export type Opening =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'fence'; readonly marks: string; readonly info: string }
  | { readonly kind: 'html'; readonly type: HtmlType }
  | { readonly kind: 'rule' };

/** The seven kinds of HTML block, by their numbers in 4.6. */
export type HtmlType = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const BACKTICK = 96;
const TILDE = 126;
const HASH = 35;
const LESS = 60;

const HEADING = /^#{1,6}(?=[ \t]|$)/;
const FENCE = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
const MARKER = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/;

const RAW = /^<(?:script|pre|textarea|style)(?:[ \t>]|$)/i;
const BLOCK =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t]|\/?>|$)/i;
const ATTRIBUTE = String.raw`[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
const ALONE = new RegExp(
  String.raw`^(?:<[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \t]*\/?>|<\/[a-z][a-z0-9-]*[ \t]*>)[ \t]*$`,
  'i',
);
/** Longer lines are no tag that stands alone. */
const LONGEST_TAG = 1_000;

/** Where each kind of HTML block ends; the last two end at a blank line. */
export const HTML_ENDS: Readonly<Record<HtmlType, RegExp | null>> = {
  1: /<\/(?:script|pre|textarea|style)>/i,
  2: /-->/,
  3: /\?>/,
  4: />/,
  5: /\]\]>/,
  6: null,
  7: null,
};

/** The heading, fence, HTML or rule that a line opens. */
export function readOpening(line: string, isInParagraph: boolean): Opening | null {
  switch (line.charCodeAt(0)) {
    case HASH: {
      const level = HEADING.exec(line)?.[0].length;
      return level === undefined ? null : { kind: 'heading', level };
    }
    case BACKTICK:
    case TILDE: {
      const [, ticks, afterTicks, tildes, afterTildes] = FENCE.exec(line) ?? [];
      const marks = ticks ?? tildes;
      if (marks === undefined) return null;
      return { kind: 'fence', marks, info: (afterTicks ?? afterTildes ?? '').trim() };
    }
    case LESS: {
      const type = htmlType(line, isInParagraph);
      return type === null ? null : { kind: 'html', type };
    }
    default:
      return RULE.test(line) ? { kind: 'rule' } : null;
  }
}

function htmlType(line: string, isInParagraph: boolean): HtmlType | null {
  if (line.startsWith('<!--')) return 2;
  if (line.startsWith('<?')) return 3;
  if (line.startsWith('<![CDATA[')) return 5;
  if (/^<![a-z]/i.test(line)) return 4;
  if (RAW.test(line)) return 1;
  if (BLOCK.test(line)) return 6;
  return !isInParagraph && line.length < LONGEST_TAG && ALONE.test(line) ? 7 : null;
}

/** Whether a line closes a fence opened with `marks`. */
export function closesFence(line: string, marks: string): boolean {
  if (!line.startsWith(marks)) return false;
  const rest = line.trimEnd();
  return rest === (marks[0] as string).repeat(rest.length);
}

/** The level of the heading that a line of `=` or `-` makes of the paragraph above; 0 if none. */
export function underlineLevel(line: string): 0 | 1 | 2 {
  if (!UNDERLINE.test(line)) return 0;
  return line.startsWith('=') ? 1 : 2;
}

/** The length of a list's marker; only one with text, and number 1, ends a paragraph. */
export function markerLength(line: string, isInParagraph: boolean): number {
  const [marker = '', number] = MARKER.exec(line) ?? [];
  if (marker === '' || !isInParagraph) return marker.length;
  if (number !== undefined && Number(number) !== 1) return 0;
  return line.slice(marker.length).trim() === '' ? 0 : marker.length;
}
