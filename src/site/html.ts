import { stripUnprintable } from '../text/printable.js';

/** Markup that is safe to show. Only `html` and `trustMarkup` make it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template; texts are escaped, nothing shows for null, undefined and false. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** What a hole in a template is: text, or an address in `href` or `src`. */
type Hole = 'text' | 'address';

const known = new WeakMap<TemplateStringsArray, readonly Hole[]>();

/**
 * Markup with what is put into it escaped: `html\`<p title="${title}">${text}</p>\``. An address
 * that could run something becomes `#`.
 *
 * @throws Error for a hole in an unquoted attribute, in a tag or in a comment, where escaping does
 * not help
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let holes = known.get(parts);
  if (!holes) {
    holes = readHoles(parts);
    known.set(parts, holes);
  }
  let markup = parts[0] ?? '';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    markup += holes[index] === 'address' ? writeAddress(value) : writeContent(value);
    markup += parts[index + 1] ?? '';
  }
  return { markup };
}

/** Takes markup as it is. For what the sanitiser let through and for the charts' own SVG only. */
export function trustMarkup(markup: string): Html {
  return { markup };
}

export const nothing: Html = { markup: '' };

function readHoles(parts: TemplateStringsArray): readonly Hole[] {
  let before = '';
  return parts.slice(0, -1).map((part) => {
    before += part;
    const tag = before.slice(before.lastIndexOf('<'));
    const isInside = tag.startsWith('<') && !endsTag(tag);
    const quoted = /\s([a-z-]+)="[^"]*$/.exec(tag);
    if (isInside && (quoted === null || /^on|^style$|^srcdoc$/.test(quoted[1] ?? ''))) {
      throw new Error(`no text can stand safely after ${tag}`);
    }
    if (/<(?:script|style)\b[^>]*>[^<]*$/.test(before)) {
      throw new Error('no text can stand safely in a script or style');
    }
    // What follows sees a quoted value, whatever is put in here.
    before += 'x';
    return isInside && /^(?:href|src)$/.test(quoted?.[1] ?? '') ? 'address' : 'text';
  });
}

/** Whether a tag is closed; a `>` in a quoted value does not count. */
function endsTag(tag: string): boolean {
  return tag.replace(/"[^"]*"?/g, '').includes('>');
}

function writeContent(value: Content): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined || value === false) return '';
  if ('markup' in value) return value.markup;
  return value.map(writeContent).join('');
}

function writeAddress(value: Content): string {
  const address = typeof value === 'string' ? value : '';
  return isSafeAddress(address) ? escapeHtml(address) : '#';
}

/** Relative ones of plain characters, and what a browser opens without running it. */
export function isSafeAddress(address: string): boolean {
  return isOutsideAddress(address) || /^(?!\/)[\w.~%/-]*(?:#[\w-]*)?$/.test(address);
}

/** `https:`, `http:` or `mailto:`, with nothing a browser would have to guess at. */
export function isOutsideAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s"'<>\\^`{|}\u0000-\u001f\u007f-\u009f]+$/i.test(address);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  // Most texts are plain, and most of a site's time would go into seeing that.
  if (/^[\t\n\x20!#$%(-;=?-~]*$/.test(text)) return text;
  return stripUnprintable(text).replace(/[&<>"']/g, (mark) => escapes[mark] ?? '');
}
