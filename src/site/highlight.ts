import highlighter from 'highlight.js/lib/common';

/** Longer code is shown as it is: colouring it would cost more than it helps. */
const mostCharacters = 20_000;

/** Code as escaped markup with its parts in classes; empty for languages that are not known. */
export function highlightCode(code: string, language: string): string {
  if (code.length > mostCharacters || !highlighter.getLanguage(language)) return '';
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}
