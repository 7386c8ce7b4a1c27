const beyondAscii = /[\u0080-\uffff]/;
const accents = /[\u0300-\u036f]/g;

/**
 * Text as people look for it, without case and accents: `Café` is found by `cafe`. Signs that make
 * another letter of one, as in Hindi or Japanese, stay.
 */
export function foldText(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(accents, '').toLowerCase();
}
