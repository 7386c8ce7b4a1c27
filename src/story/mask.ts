/**
 * Markup that people put around the words of a story: HTML tags, emphasis, code ticks, links,
 * list markers, checkboxes, quotes, a trailing backslash. Every repetition is bounded or
 * consumes what it matches, so that the whole is one linear pass. Three or more underscores
 * stay: they are a blank to fill in, not emphasis.
 */
const MARKUP = new RegExp(
  [
    '<!--[^>]{0,200}-->',
    String.raw`</?(?:br|b|i|u|p|em|strong|li|ul|ol|div|span|code|td|tr|th|mark|small)\b[^<>\n]{0,80}>`,
    String.raw`\*+|~~+|\x60+|[-=]{1,2}>|[→⇒]`,
    String.raw`(?<![\p{L}\p{N}_])_{1,2}(?![_\s,.;:])|(?<![_\s])_{1,2}(?![\p{L}\p{N}_])`,
    String.raw`\\(?=[ \t]{0,8}\r?\n|[ \t]{0,8}$)`,
    String.raw`\[\[|\]\]|\[(?=[^\][\n]{1,80}\][[(])|\]\([^()\s]{1,200}\)|\]\[[^\][\n]{1,80}\]`,
    String.raw`&nbsp;|[\u00a0\u200b\u2060\ufeff]`,
    // Last, since it may match nothing and would then hide the others at the start of a line.
    String.raw`^[ \t]{0,12}(?:>[ \t]{0,3}){0,4}(?:(?:[-+*•‣◦▪–—]|\d{1,3}[.)])[ \t]{1,8})?(?:\[[ xX]?\][ \t]{1,4})?(?:#{1,6}[ \t]{1,4})?`,
  ].join('|'),
  'gimu',
);

/** Without any of these there is no markup but blanks. */
const MAY_BE_MARKUP = /[<>*~`_\t\\[\]&\u00a0\u200b\u2060\ufeff→⇒]|^[ \t]{0,12}[-+•‣◦▪–—#\d]/m;

/**
 * `text` with its markup blanked out: the same length, every word at its old offset.
 * `<br>` and `</li>` become a line end, so that clauses on lines of their own are seen as such.
 */
export function maskMarkup(text: string): string {
  if (!MAY_BE_MARKUP.test(text)) return text;
  return text.replace(MARKUP, (mark) => {
    if (mark.length === 1) return ' ';
    const ends = /^<\/?(?:br|p|li|td)\b/i.test(mark);
    const blank = mark.replace(/[^\n]/g, ' ');
    return ends ? `\n${blank.slice(1)}` : blank;
  });
}
