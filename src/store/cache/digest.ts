import { hash } from 'node:crypto';

/** Characters of a digest, each of one byte. */
export const digestLength = 28;

/** Texts with one digest are one text. */
export function digestText(text: string): string {
  return hash('sha1', text, 'base64');
}

/** The digest of the text that these bytes are in UTF-8. */
export function digestBytes(bytes: Buffer): string {
  return hash('sha1', bytes, 'base64');
}
