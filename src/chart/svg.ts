import { stripUnprintable } from '../text/printable.js';

/** SVG as text: what every drawing is put together from. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; attributes that are undefined are left out, numbers rounded to what can be seen. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(writeValue(value ?? ''))}"`)
    .join('');
  const inner = typeof children === 'string' ? children : children.join('\n');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** Text stays text: it can be searched, copied, read aloud and translated. */
export function text(content: string, attributes: Attributes = {}): string {
  return element('text', attributes, escapeText(content));
}

/** Halves of characters and the two code points that no XML may hold. */
const notXml = /\p{Cs}|[\ufffe\uffff]/gu;

export function escapeText(content: string): string {
  return stripUnprintable(content)
    .replace(notXml, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function writeValue(value: string | number): string {
  return typeof value === 'string' ? value : writeNumber(value);
}

/** A number of pixels, to hundredths. @throws RangeError for NaN and infinities */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a drawing has no place for ${value}`);
  return String(Math.round(value * 100) / 100);
}
